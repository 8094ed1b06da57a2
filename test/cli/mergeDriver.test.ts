import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mergeDriver, wrapperText } from '../../src/features/gitMerge/mergeDriver';

const NAME = 'm.txt.annotations.yaml';
const entry = (id: string) =>
  `  - id: ${id}\n    tags: [${id}]\n    target: { exact: ${id}, prefix: '', suffix: '', start: 1 }\n`;

describe('merge driver', () => {
  let folder: string;
  const file = () => join(folder, 'work', NAME);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: join(folder, 'work'),
      stdio: 'pipe',
    });

  /** A repository whose two branches both added an annotation at the end, set up with the driver. */
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'merge driver 政策-'));
    mkdirSync(join(folder, 'work'));
    git('init', '-q', '-b', 'main');
    writeFileSync(join(folder, 'work/.gitattributes'), '*.annotations.yaml merge=policy-transcripts\n');
    git('config', 'merge.policy-transcripts.driver', mergeDriver(join(folder, 'wrapper.sh')));
    const commit = (text: string) => {
      writeFileSync(file(), `version: 1\nannotations:\n${text}`);
      git('add', '.');
      git('commit', '-qm', 'x');
    };
    commit(entry('aa'));
    git('checkout', '-qb', 'other');
    commit(entry('aa') + entry('bb'));
    git('checkout', '-q', 'main');
    commit(entry('aa') + entry('cc'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('merges by entry', () => {
    writeFileSync(join(folder, 'wrapper.sh'), wrapperText(process.execPath, join(process.cwd(), 'dist/cli.js')));
    git('merge', '-q', 'other');
    const { annotations } = parse(readFileSync(file(), 'utf8'));
    assert.deepEqual(annotations.map(({ id }: { id: string }) => id).sort(), ['aa', 'bb', 'cc']);
  });

  for (const [name, wrapper] of [
    ['the program is gone', wrapperText(process.execPath, '/nowhere/cli.js')],
    ['the editor is gone', wrapperText('/nowhere/code', join(process.cwd(), 'dist/cli.js'))],
    ['the wrapper is gone', undefined],
  ] as const) {
    it(`leaves both versions with markers where ${name}`, () => {
      if (wrapper) writeFileSync(join(folder, 'wrapper.sh'), wrapper);
      assert.throws(() => git('merge', '-q', 'other'));
      const text = readFileSync(file(), 'utf8');
      assert.match(text, /<<<<<<<[\s\S]*id: cc[\s\S]*=======[\s\S]*id: bb[\s\S]*>>>>>>>/u);
    });
  }
});
