import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileProblem } from '../../../src/store/files';
import { nodeFiles } from '../../../src/store/nodeFiles';

describe('nodeFiles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '标注 test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('loses no change when many are made at once', async () => {
    const path = join(folder, 'a.yaml');
    await Promise.all(Array.from({ length: 20 }, (_, n) => nodeFiles.update(path, (text = '') => `${text}${n}\n`)));
    assert.equal(readFileSync(path, 'utf8').trim().split('\n').length, 20);
    assert.deepEqual(readdirSync(folder), ['a.yaml']);
  });

  it('writes nothing where there is nothing to write', async () => {
    await nodeFiles.update(join(folder, 'a.yaml'), () => undefined);
    assert.deepEqual(readdirSync(folder), []);
    assert.equal(await nodeFiles.read(join(folder, 'a.yaml')), undefined);
  });

  it('removes what killed writers have left, and nothing else', async () => {
    const path = join(folder, 'left.yaml');
    for (const name of ['left.yaml.0123abcd.tmp', 'left.yaml.mine.tmp', 'other.yaml.0123abcd.tmp']) {
      writeFileSync(join(folder, name), '');
    }
    await nodeFiles.update(path, () => 'new');
    const left = readdirSync(folder).filter((name) => name.endsWith('.tmp'));
    assert.deepEqual(left.sort(), ['left.yaml.mine.tmp', 'other.yaml.0123abcd.tmp']);
  });

  it('leaves a read-only file alone and says so', async () => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, 'old');
    chmodSync(path, 0o444);
    await assert.rejects(
      nodeFiles.update(path, () => 'new'),
      (error: FileProblem) => error.code === 'readOnly',
    );
    assert.equal(readFileSync(path, 'utf8'), 'old');
  });

  it('leaves a file that is not UTF-8 alone and says so', async () => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, Buffer.from([0xb1, 0xea, 0xd7, 0xa2]));
    await assert.rejects(
      nodeFiles.update(path, () => 'new'),
      (error) => error instanceof FileProblem && error.code === 'notText',
    );
    assert.equal(readFileSync(path).length, 4);
  });
});
