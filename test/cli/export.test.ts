import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TEXT = '甲报记者：今年产量多少？\n王某厅长：今年产量达到3.5万吨。\n';
const SIDECAR = `document: {title: 发布会, date: 2022-08-26}
annotations:
  - {id: a1, tags: [old/x], target: {exact: 产量达到, prefix: 今年, suffix: '3.5', start: 23}}
corrections:
  - {target: {exact: 王某厅长, prefix: "？\\n", suffix: "：", start: 13}, speaker: 王小某}
  - {target: {exact: 3.5万吨, prefix: 产量达到, suffix: "。", start: 24}, claim: {value: 36000}}
`;

describe('export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const inside = join(folder, '2022', '实录.txt');
  const codebook = join(folder, 'codebook.yaml');
  const run = (...args: string[]) => spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
  const rows = (...args: string[]) => {
    const { stdout, status, stderr } = run('export', '--format', 'jsonl', ...args);
    return {
      status,
      stderr,
      rows: stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    };
  };
  before(() => {
    mkdirSync(join(folder, '2022'));
    mkdirSync(join(folder, '.git'));
    writeFileSync(inside, TEXT.replaceAll('\n', '\r\n'));
    writeFileSync(`${inside}.annotations.yaml`, SIDECAR);
    writeFileSync(join(folder, '.git', 'x.txt.annotations.yaml'), SIDECAR);
    writeFileSync(join(folder, 'plain.txt'), TEXT);
    writeFileSync(codebook, 'tags: [{name: new, formerly: [old], children: [{name: x}]}]\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('finds the sidecars of a folder and applies their corrections', () => {
    const { status, stderr, rows: found } = rows(folder, inside, `${inside}.annotations.yaml`);
    assert.deepEqual([status, stderr, found.length], [0, '', 1]);
    const { path, text, speaker, role, outlet, date, tags, line } = found[0];
    assert.deepEqual(
      { path, text, speaker, role, outlet, date, tags, line },
      {
        path: inside,
        text: '产量达到',
        speaker: '王小某',
        role: '厅长',
        outlet: '甲报',
        date: '2022-08-26',
        tags: ['old/x'],
        line: 2,
      },
    );
    assert.deepEqual(rows('--codebook', codebook, inside).rows[0].tags, ['new/x']);
  });

  it('writes Markdown, CSV and counts', () => {
    assert.match(run('export', '--format', 'md', '--by', 'speaker', folder).stdout, /^## 王小某\n\n> 产量达到\n/u);
    assert.match(run('export', inside).stdout, /^\ufeffpath,id,tags/u);
    assert.match(run('export', '--format', 'counts', inside).stdout, /\r\nold\/x,王小某,.*,1\r\n$/u);
    assert.deepEqual(rows(join(folder, 'plain.txt')), { status: 0, stderr: '', rows: [] });
  });

  it('says what cannot be read, and reads the rest', () => {
    writeFileSync(join(folder, '2022', 'gone.txt.annotations.yaml'), SIDECAR);
    writeFileSync(join(folder, 'plain.txt.annotations.yaml'), 'annotations:\n  - {id: x}\n');
    const { status, stderr, rows: found } = rows(folder);
    assert.deepEqual([status, found.length], [1, 1]);
    assert.match(stderr, /gone\.txt: cannot be read: .*\n.*plain\.txt\.annotations\.yaml:2: badEntry [^\n]+\n$/u);
    // an entry that is left out is told of by all that read it
    for (const command of ['analyze', 'ledger', 'slogans']) {
      const other = run(command, join(folder, 'plain.txt'));
      assert.equal(other.status, 1, command);
      assert.match(other.stderr, /^[^\n]*plain\.txt\.annotations\.yaml:2: badEntry [^\n]+\n$/u);
    }
    rmSync(join(folder, '2022', 'gone.txt.annotations.yaml'));
    rmSync(join(folder, 'plain.txt.annotations.yaml'));
  });

  it('explains its usage', () => {
    for (const args of [
      [],
      ['--format', 'xml', folder],
      ['--by', 'date', folder],
      ['--nonsense', folder],
      ['--format'],
    ]) {
      const { status, stderr } = run('export', ...args);
      assert.equal(status, 2);
      assert.match(stderr, /^usage: export /u);
    }
  });

  it('analyze applies the sidecar next to a file', () => {
    const corrected = JSON.parse(run('analyze', inside).stdout);
    assert.deepEqual(
      [corrected.turns[1].speaker, corrected.claims[0].value, corrected.date],
      ['王小某', 36000, '2022-08-26'],
    );
    assert.equal(corrected.claims[0].period?.from, '2022-01-01');
    const plain = JSON.parse(run('analyze', join(folder, 'plain.txt')).stdout);
    assert.deepEqual([plain.turns[1].speaker, plain.claims[0].value, plain.date], ['王某', 35000, undefined]);
    const broken = join(folder, 'broken.txt');
    writeFileSync(broken, TEXT);
    writeFileSync(`${broken}.annotations.yaml`, 'annotations: [\n');
    const { status, stdout, stderr } = run('analyze', broken);
    assert.deepEqual([status, JSON.parse(stdout).claims[0].value], [1, 35000]);
    assert.match(stderr, /broken\.txt\.annotations\.yaml:\d+: unparseable [^\n]*\n$/u);
    rmSync(`${broken}.annotations.yaml`);
  });
});
