import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSidecar } from '../../src/core/annotation/sidecar';

describe('annotate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annotate-'));
  const transcript = join(folder, '实录.txt');
  const sidecar = `${transcript}.annotations.yaml`;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/cli.js', 'annotate', ...args], { encoding: 'utf8' });
  const at = (start: number, end: number, ...more: string[]) =>
    run(transcript, '--start', String(start), '--end', String(end), '--tag', 'a/b', ...more);
  before(() => writeFileSync(transcript, '\ufeff甲报记者：\r\n产量𠮷多少？\r\n'));
  beforeEach(() => rmSync(sidecar, { recursive: true, force: true }));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('adds an annotation and prints its id', () => {
    const first = at(6, 8, '--tag', '能源', '--note', '第一行\n第二行', '--creator', 'me');
    const second = at(0, 2);
    assert.deepEqual([first.status, second.status, first.stderr], [0, 0, '']);
    const { annotations } = parseSidecar(readFileSync(sidecar, 'utf8')).sidecar;
    assert.deepEqual(
      annotations.map(({ id }) => `${id}\n`),
      [second.stdout, first.stdout],
    );
    const { tags, target, note, creator } = annotations[1]!;
    assert.deepEqual([tags, note, creator], [['a/b', '能源'], '第一行\n第二行', 'me']);
    assert.deepEqual(target, { exact: '产量', prefix: '甲报记者：\n', suffix: '𠮷多少？\n', start: 6 });
  });

  it('says in one line why it cannot', () => {
    writeFileSync(sidecar, 'version: 9\n');
    const faults: [{ status: number | null; stderr: string }, RegExp][] = [
      [at(0, 1), /annotations\.yaml: was left as it is: newerVersion in line 1\n$/u],
      [at(3, 3), /--start 3 is not before --end 3\n$/u],
      [at(3, 300), /--end 300 is behind the end of the text \(14\)\n$/u],
      [at(8, 9), /in the middle of a character\n$/u],
      [at(5, 6), /no words/u],
      [run(join(folder, 'none.txt'), '--start', '0', '--end', '1', '--tag', 'a'), /none\.txt: cannot be read: .*\n$/u],
    ];
    for (const [{ status, stderr }, expected] of faults) {
      assert.match(stderr, expected);
      assert.equal(status, 1);
      assert.equal(stderr.split('\n').length, 2);
    }
    assert.equal(readFileSync(sidecar, 'utf8'), 'version: 9\n');
    rmSync(sidecar);
    mkdirSync(sidecar);
    assert.match(at(0, 1).stderr, /annotations\.yaml: cannot be written: it is a folder, .*\n$/u);
  });

  it('explains its usage', () => {
    const wrong = [
      [],
      [transcript],
      [transcript, '--start', '0', '--end', '1'],
      [transcript, '--start', '-1', '--end', '1', '--tag', 'a'],
      [transcript, '--start', '0', '--end', '1e1', '--tag', 'a'],
      [transcript, '--start', '0', '--end', '1', '--tag', ' '],
      [transcript, '--start', '0', '--end', '1', '--tag', 'a', '--nonsense'],
    ];
    for (const args of wrong) {
      const { status, stderr } = run(...args);
      assert.equal(status, 2);
      assert.match(stderr, /^usage: annotate /u);
    }
  });
});
