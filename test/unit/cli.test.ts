import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
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

  it('reads the others when one cannot be read, and says which', () => {
    const { stdout, stderr, status } = run('analyze', join(folder, 'missing.txt'), write('a.txt', TEXT));
    assert.equal(status, 1);
    assert.equal(stdout.trim().split('\n').length, 1);
    assert.match(stderr, /^.*missing\.txt: cannot be read: .*\n$/);
  });

  it('explains its usage', () => {
    for (const args of [[], ['analyze'], ['analyze', '--nonsense'], ['nonsense', 'a']]) {
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
