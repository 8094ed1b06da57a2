import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'policy-transcripts-'));
const run = (...args: string[]) => spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
const write = (name: string, bytes: Uint8Array | string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
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
    for (const name of ['cli.js', 'segmenterProcess.js', 'data'])
      cpSync(join('dist', name), join(alone, name), { recursive: true });
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

  it('reads documents from lines, one after the other, and says which it could not read', () => {
    const lines = [
      JSON.stringify({ id: 'a', text: `\ufeff${TEXT.replaceAll('\n', '\r\n')}` }),
      '',
      '{"id": "b", "text": ',
      '{"text": "x"}',
      JSON.stringify({ id: 7, text: `${TEXT}一\u2028行\n`, more: 1 }),
      '[]',
    ];
    const input = Buffer.concat([
      Buffer.from(lines.join('\n')),
      Buffer.of(10, 0xff, 10),
      Buffer.from('{"id":"c","text":""}'),
    ]);
    const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/cli.js', 'analyze', '--jsonl'], {
      input,
      encoding: 'utf8',
    });
    const told = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      told.map(({ id, turns, claims }) => [id, turns.length, claims[0]?.start]),
      [
        ['a', 2, 20],
        [7, 2, 20],
        ['c', 0, undefined],
      ],
    );
    const { path: _, ...alone } = JSON.parse(run('analyze', write('alone.txt', TEXT)).stdout);
    const { id: __, ...first } = told[0];
    assert.deepEqual(first, alone);
    assert.deepEqual(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => /^line (\d+): cannot be read: ./u.exec(line)?.[1]),
      ['3', '4', '6', '7'],
    );
    assert.equal(status, 1);
  });

  it('explains its usage', () => {
    for (const args of [
      [],
      ['analyze'],
      ['analyze', '--jsonl', 'a.txt'],
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

  it('exits 1 where tags stand between full-width commas, and says in which line', () => {
    const path = write('wide.txt', TEXT);
    sidecar('wide.txt', entry('one', '产量达到3.5万吨', 16).replace('[a]', '[供水，治污]'));
    const { found, stderr, status } = check(path);
    assert.deepEqual([found.length, status], [1, 1]);
    assert.match(stderr, /wide\.txt\.annotations\.yaml.*3/u);
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

  it('gives one answer on sidecars that are not UTF-8, and so do the other commands', () => {
    const path = write('foreign.txt', TEXT);
    const text = `annotations:\n${entry('one', '产量', 5)}`;
    for (const bytes of [
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from('616e6e6f746174696f6e733a205b5d2023b2fa0a', 'hex'),
    ]) {
      write('foreign.txt.annotations.yaml', bytes);
      const range = ['--start', '0', '--end', '2', '--tag', 'a'];
      for (const args of [
        ['check', path],
        ...[
          ['export', path],
          ['analyze', path],
          ['ledger', path],
          ['slogans', path],
        ],
        ['annotate', path, ...range],
      ]) {
        const { status, stderr } = run(...args);
        assert.ok(status !== 0, args[0]);
        assert.match(stderr, /foreign\.txt\.annotations\.yaml.*(?:notText|not UTF-8)/u);
      }
    }
  });

  it('follows links to folders, reads each file once, and names links that lead nowhere', () => {
    write('elsewhere/real/x.txt', TEXT);
    sidecar('elsewhere/real/x.txt', entry('one', '产量达到3.5万吨', 16));
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    symlinkSync(join(folder, 'elsewhere', 'real'), join(corpus, 'a-link'));
    symlinkSync(corpus, join(corpus, 'loop'));
    symlinkSync(join(folder, 'none'), join(corpus, 'gone'));
    const { found, stderr, status } = check(corpus);
    assert.deepEqual(
      found.map(({ path }) => path),
      [join(corpus, 'a-link', 'x.txt')],
    );
    assert.equal(stderr, `${join(corpus, 'gone')}: skipped: a link to what is not there\n`);
    assert.equal(status, 0);
    assert.equal(JSON.parse(run('export', '--format', 'jsonl', corpus).stdout).id, 'one');
    assert.equal(JSON.parse(run('analyze', corpus).stdout).path, join(corpus, 'a-link', 'x.txt'));
    symlinkSync(join(folder, 'none.yaml'), join(corpus, 'q.txt.annotations.yaml'));
    write('corpus/q.txt', TEXT);
    assert.equal(check(corpus).status, 3);
  });

  it('names second versions of a sidecar that nobody has merged', () => {
    const path = write('sync/q.txt', TEXT);
    sidecar('sync/q.txt', entry('one', '产量达到3.5万吨', 16));
    const copies = [
      'q.txt.annotations (1).yaml',
      'q.txt.annotations-DESKTOP-AB12.yaml',
      'q.txt.annotations.sync-conflict-20250101-101010-ABCDEFG.yaml',
      'q.txt.annotations.yml',
      'q (1).txt.annotations.yaml',
    ];
    for (const name of copies) write(`sync/${name}`, 'annotations: []\n');
    write('sync/other.annotations.schema.yaml', 'a: 1\n');
    for (const given of [join(folder, 'sync'), path]) {
      const { found, stderr, status } = check(given);
      assert.equal(found.length, 1);
      assert.deepEqual(
        stderr
          .trimEnd()
          .split('\n')
          .map((line) => line.slice(join(folder, 'sync').length + 1, line.indexOf(': not read')))
          .sort(),
        [...copies].sort(),
      );
      assert.equal(status, 3);
    }
  });

  it('takes a name for which no sidecar can be made for one that nobody has annotated', () => {
    const path = write(`${'关'.repeat(80)}.txt`, TEXT);
    assert.deepEqual(check(path), { found: [], stderr: '', status: 0 });
    assert.deepEqual([run('analyze', path).status, run('export', path).status], [0, 0]);
    const { stderr } = run('annotate', path, '--start', '0', '--end', '2', '--tag', 'a');
    assert.match(stderr, /its name is too long for this file system; give the transcript a name that is shorter/u);
    const longest = write(`${'关'.repeat(74)}.txt`, TEXT);
    assert.equal(run('annotate', longest, '--start', '0', '--end', '2', '--tag', 'a').status, 0);
    assert.equal(check(longest).found.length, 1);
  });

  it('ends quietly where nobody reads on', () => {
    const path = write('many.txt', TEXT);
    sidecar('many.txt', Array.from({ length: 3000 }, (_, n) => entry(`e${n}`, '产量达到3.5万吨', 16)).join(''));
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" dist/cli.js check --json "$1" | head -n 1', process.execPath, path],
      { encoding: 'utf8' },
    );
    assert.equal(JSON.parse(stdout).id, 'e0');
    assert.equal(stderr, '');
  });

  it('says in one line that its output cannot be written', function () {
    if (!existsSync('/dev/full')) this.skip();
    for (const command of ['analyze', 'export', 'ledger']) {
      const disk = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', command, write('full.txt', TEXT)], {
        encoding: 'utf8',
        stdio: ['ignore', disk, 'pipe'],
      });
      closeSync(disk);
      assert.equal(status, 1, command);
      assert.match(stderr, /^standard output: cannot be written: ENOSPC[^\n]*\n$/u);
    }
  });

  it('reads nothing that macOS keeps beside files on other disks', () => {
    const path = write('usb/q.txt', TEXT);
    sidecar('usb/q.txt', entry('one', '产量达到3.5万吨', 16));
    for (const name of ['._q.txt', '._q.txt.annotations.yaml']) write(`usb/${name}`, Buffer.from([0, 5, 22, 7, 0, 2]));
    assert.deepEqual([check(join(folder, 'usb')).status, check(join(folder, 'usb')).stderr], [0, '']);
    assert.equal(JSON.parse(run('analyze', join(folder, 'usb')).stdout).path, path);
  });

  it('has nothing to say about a transcript without annotations', () => {
    assert.deepEqual(check(write('plain.txt', TEXT)), { found: [], stderr: '', status: 0 });
  });
});
