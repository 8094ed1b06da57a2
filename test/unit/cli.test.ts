import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'policy-transcripts-'));
const run = (...args: string[]) => spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
const write = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

const TEXT = '甲报记者：产量多少？\n王某厅长：产量达到3.5万吨。\n';

describe('analyze', () => {
  const encodings: [string, Uint8Array][] = [
    ['utf8', Buffer.from(TEXT)],
    ['utf8-bom', Buffer.from(`\ufeff${TEXT}`)],
    ['utf16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['utf16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    [
      'gb18030',
      Buffer.from(
        'bcd7b1a8bcc7d5dfa3bab2fac1bfb6e0c9d9a3bf0acdf5c4b3ccfcb3a4a3bab2fac1bfb4efb5bd332e35cdf2b6d6a1a30a',
        'hex',
      ),
    ],
    ['crlf', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
  ];
  for (const [name, bytes] of encodings) {
    it(`reads ${name}`, () => {
      const { stdout, status } = run('analyze', write(`${name}.txt`, bytes));
      assert.equal(status, 0);
      const { turns, claims, path } = JSON.parse(stdout);
      assert.deepEqual(
        turns.map((turn: { speaker: string; start: number }) => [turn.speaker, turn.start]),
        [
          ['甲报', 0],
          ['王某', 11],
        ],
      );
      assert.deepEqual([claims[0].value, claims[0].start], [35000, 20]);
      assert.equal(path, join(folder, `${name}.txt`));
    });
  }

  it('gives every question a topic where it is asked to, and loads nothing for it where it is not', () => {
    const path = write('topics.txt', TEXT.replaceAll('产量', '煤炭产量'));
    const questions = (...args: string[]) => JSON.parse(run('analyze', ...args, path).stdout).questions;
    assert.equal(questions('--topics')[0].topic, '煤炭产量');
    assert.equal('topic' in questions()[0], false);
  });

  it('gives topics without nodejieba, and says so', () => {
    const alone = join(folder, 'alone');
    mkdirSync(alone);
    for (const name of ['cli.js', 'segmenterProcess.js']) cpSync(join('dist', name), join(alone, name));
    const path = write('fallback.txt', TEXT);
    const args = [join(alone, 'cli.js'), 'analyze', '--topics', path];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(JSON.parse(stdout).questions[0].topic, /产量/u);
    assert.match(stderr, /^words are cut by intl instead of jieba: .*\n$/u);
  });

  it('reads the others when one cannot be read, and says which', () => {
    const { stdout, stderr, status } = run('analyze', join(folder, 'missing.txt'), write('a.txt', TEXT));
    assert.equal(status, 1);
    assert.equal(stdout.trim().split('\n').length, 1);
    assert.match(stderr, /^.*missing\.txt: cannot be read: .*\n$/);
  });

  it('explains its usage', () => {
    for (const args of [
      [],
      ['analyze'],
      ['analyze', '--nonsense'],
      ['nonsense', 'a'],
      ['check'],
      ['check', '--x', 'a'],
      ['toString'],
    ]) {
      const { stderr, status } = run(...args);
      assert.equal(status, 2);
      assert.match(stderr, /^usage: /);
    }
  });

  it('takes an empty and a binary file', () => {
    const { stdout, status } = run(
      'analyze',
      write('empty.txt', ''),
      write(
        'binary.txt',
        Uint8Array.from({ length: 512 }, (_, n) => n),
      ),
    );
    assert.equal(status, 0);
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).isTranscript),
      [false, false],
    );
  });
});

describe('check', () => {
  const entry = (id: string, exact: string, start: number, more = '') =>
    `  - id: ${id}\n    tags: [a]\n    target: { exact: ${exact}, prefix: '', suffix: '', start: ${start} }\n${more}`;
  const sidecar = (name: string, entries: string) => write(`${name}.annotations.yaml`, `annotations:\n${entries}`);
  const check = (...args: string[]) => {
    const { stdout, stderr, status } = run('check', '--json', ...args);
    const lines = stdout.split('\n').filter((line) => line !== '');
    return { found: lines.map((line) => JSON.parse(line)), stderr, status };
  };

  it('says where each annotation stands', () => {
    const path = write('held.txt', TEXT);
    sidecar('held.txt', entry('one', '产量达到3.5万吨', 16));
    for (const given of [path, `${path}.annotations.yaml`]) {
      const { found, status } = check(given);
      assert.deepEqual(found, [{ path, id: 'one', state: 'anchored', start: 16, end: 25, resolved: true }]);
      assert.equal(status, 0);
    }
  });

  it('exits 1 for one that needs a person, unless a person has decided', () => {
    const path = write('revised.txt', TEXT.replace('3.5', '3.6'));
    sidecar('revised.txt', entry('one', '产量达到3.5万吨', 16) + entry('two', '四个一体化', 3));
    const { found, status } = check(path);
    assert.deepEqual(
      found.map(({ state, start, end }) => [state, start, end]),
      [
        ['revised', 16, 25],
        ['orphaned', undefined, undefined],
      ],
    );
    assert.equal(status, 1);
    sidecar('revised.txt', entry('two', '四个一体化', 3, '    resolution: orphan\n'));
    assert.equal(check(path).status, 0);
    const report = run('check', path).stdout;
    assert.match(report, /revised\.txt: 1 of 1 annotations hold/);
  });

  it('walks folders, but not into packages and dot folders', () => {
    for (const name of ['walk', 'walk/a', 'walk/node_modules', 'walk/.git']) mkdirSync(join(folder, name));
    for (const name of ['walk/a/x.txt', 'walk/node_modules/y.txt', 'walk/.git/z.txt']) {
      write(name, TEXT);
      sidecar(name, entry('one', '产量达到3.5万吨', 16));
    }
    const { found, status } = check(join(folder, 'walk'));
    assert.deepEqual(
      found.map(({ path }) => path),
      [join(folder, 'walk', 'a', 'x.txt')],
    );
    assert.equal(status, 0);
  });

  it('exits 3 where a sidecar cannot be read or has lost its transcript', () => {
    const lost = sidecar('lost.txt', entry('one', '产量', 3));
    assert.match(check(lost).stderr, /lost\.txt cannot be read/);
    for (const [name, text] of [
      ['broken.txt', 'annotations: [\n'],
      ['newer.txt', 'version: 99\n'],
      ['bad.txt', 'annotations:\n  - id: one\n'],
    ] as const) {
      write(name, TEXT);
      const path = write(`${name}.annotations.yaml`, text);
      const { status, stderr } = check(path);
      assert.equal(status, 3, name);
      assert.ok(stderr.startsWith(`${path}:`), stderr);
    }
    assert.equal(check(join(folder, 'nowhere.txt')).status, 3);
  });

  it('has nothing to say about a transcript without annotations', () => {
    assert.deepEqual(check(write('plain.txt', TEXT)), { found: [], stderr: '', status: 0 });
  });
});
