import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseSidecar } from '../../src/core/annotation/sidecar';

const CLI = resolve('dist/cli.js');
const NAME = '实录 1.txt.annotations.yaml';
const entry = (id: string, start: number, note: string) =>
  `  - id: ${id}\n    tags: [能源]\n    target: { exact: ${id}, start: ${start} }\n    note: ${note}\n`;
const file = (...entries: string[]) => `version: 1\nannotations:\n${entries.join('')}`;
const BASE = file(entry('aa', 10, 'one'), entry('bb', 20, 'two'));

describe('merge, as git uses it', () => {
  let folder: string;
  const git = (...args: string[]) => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
    return spawnSync('git', [...identity, ...args], { cwd: folder, env, encoding: 'utf8' });
  };
  const commit = (text: string | Uint8Array) => {
    writeFileSync(join(folder, NAME), text);
    git('add', '.');
    git('commit', '-m', 'x');
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidecar merge-'));
    git('init', '-b', 'main');
    git('config', 'merge.annotations.driver', `"${process.execPath}" "${CLI}" merge %O %A %B`);
    writeFileSync(join(folder, '.gitattributes'), '*.annotations.yaml merge=annotations\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function mergeBranches(base: string, ours: string | Uint8Array, theirs: string | Uint8Array) {
    commit(base);
    git('checkout', '-b', 'theirs');
    commit(theirs);
    git('checkout', 'main');
    commit(ours);
    const { status } = git('merge', 'theirs', '-m', 'merged');
    const bytes = readFileSync(join(folder, NAME));
    return { clean: status === 0, text: bytes.toString('utf8'), bytes, unmerged: git('ls-files', '-u').stdout !== '' };
  }
  const notes = (text: string) =>
    parseSidecar(text).sidecar.annotations.map(({ id, note, conflictsWith }) => [conflictsWith ?? id, note]);

  it('merges changes at different places', () => {
    const result = mergeBranches(
      BASE,
      file(entry('aa', 10, 'ours'), entry('bb', 20, 'two')),
      file(entry('aa', 10, 'one'), entry('bb', 20, 'theirs')),
    );
    assert.deepEqual([result.clean, result.unmerged], [true, false]);
    assert.equal(result.text, file(entry('aa', 10, 'ours'), entry('bb', 20, 'theirs')));
  });

  it('merges additions at the same place', () => {
    const { clean, text } = mergeBranches(BASE, BASE + entry('oo', 40, 'o'), BASE + entry('tt', 30, 't'));
    assert.equal(clean, true);
    assert.equal(text, BASE + entry('tt', 30, 't') + entry('oo', 40, 'o'));
  });

  it('keeps both versions of one annotation and lets git say that there is a conflict', () => {
    const { clean, text, unmerged } = mergeBranches(
      BASE,
      file(entry('aa', 10, 'ours'), entry('bb', 20, 'two')),
      file(entry('aa', 10, 'theirs'), entry('bb', 20, 'two')),
    );
    assert.deepEqual([clean, unmerged], [false, true]);
    assert.deepEqual(notes(text), [
      ['aa', 'ours'],
      ['aa', 'theirs'],
      ['bb', 'two'],
    ]);
  });

  it('writes conflict markers where a side cannot be understood', () => {
    const { clean, text } = mergeBranches(
      BASE,
      file(entry('aa', 10, '"ours'), entry('bb', 20, 'two')),
      file(entry('aa', 10, 'theirs'), entry('bb', 20, 'two')),
    );
    assert.equal(clean, false);
    assert.equal(
      text,
      BASE.replace('    note: one\n', '<<<<<<< ours\n    note: "ours\n=======\n    note: theirs\n>>>>>>> theirs\n'),
    );
    assert.equal(parseSidecar(text).problems[0]!.code, 'conflictMarkers');
  });

  it('says so, and keeps both, where theirs lost its YAML somewhere else', () => {
    const { clean, text } = mergeBranches(BASE, `# ours\n${BASE}`, `${BASE}\t- broken\n`);
    assert.deepEqual([clean, text], [false, `# ours\n${BASE}\t- broken\n`]);
  });

  it('brings back bytes that are not UTF-8', () => {
    const gb = (note: number[]) => Buffer.concat([Buffer.from('version: 1\n# '), Buffer.from(note), Buffer.from('\n')]);
    const { clean, bytes } = mergeBranches(BASE, gb([0xb1, 0xea]), gb([0xd7, 0xa2]));
    assert.equal(clean, false);
    assert.ok(bytes.includes(Buffer.from([0xb1, 0xea, 0x0a])) && bytes.includes(Buffer.from([0xd7, 0xa2, 0x0a])));
  });

  it('explains its usage, and stops git rather than lose theirs', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [CLI, 'merge', ...args], { cwd: folder, encoding: 'utf8' });
    assert.deepEqual([run().status, run('a', 'b').status], [2, 2]);
    assert.match(run().stderr, /^usage: merge BASE OURS THEIRS\n/u);
    const missing = run('no', 'such', 'files');
    assert.equal(missing.status, 129);
    assert.match(missing.stderr, /^such: cannot be merged: .*\n$/u);
  });
});
