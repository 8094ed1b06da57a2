import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockOf } from '../../../src/store/fileLock';
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

  const refuses = (path: string, code: string, detail?: string) =>
    assert.rejects(
      nodeFiles.update(path, () => 'new'),
      (error: FileProblem) => error.code === code && (detail === undefined || error.detail === detail),
    );
  it('names what stands where the lock belongs, and leaves it there', async () => {
    const path = join(folder, 'a.yaml');
    writeFileSync(lockOf(path), 'mine');
    await refuses(path, 'inTheWay', lockOf(path));
    rmSync(lockOf(path));
    mkdirSync(lockOf(path));
    writeFileSync(join(lockOf(path), 'mine.txt'), 'mine');
    await refuses(path, 'inTheWay', join(lockOf(path), 'mine.txt'));
    assert.equal(readFileSync(join(lockOf(path), 'mine.txt'), 'utf8'), 'mine');
  });

  it('reads again what somebody without a lock has written meanwhile', async () => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, 'old\n');
    let calls = 0;
    await nodeFiles.update(path, (text = '') => {
      if (calls++ === 0) writeFileSync(path, 'by hand\n');
      return `${text}new\n`;
    });
    assert.equal(readFileSync(path, 'utf8'), 'by hand\nnew\n');
  });

  it('reads again what was written while a change took its time, and lets nobody lose by it', async () => {
    const path = join(folder, 'a.yaml');
    const append = (word: string, wait: number) =>
      nodeFiles.update(path, async (text = '') => {
        await new Promise((resolve) => setTimeout(resolve, wait));
        return `${text}${word}\n`;
      });
    const slow = append('slow', 20);
    await new Promise((resolve) => setTimeout(resolve, 5));
    writeFileSync(path, 'by hand\n');
    await Promise.all([slow, ...Array.from({ length: 5 }, (_, n) => append(`${n}`, n % 2))]);
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    assert.deepEqual(lines.toSorted(), ['0', '1', '2', '3', '4', 'by hand', 'slow']);
    assert.equal(lines[0], 'by hand');
  });

  it('writes what a link leads to, and refuses one that leads nowhere', async () => {
    const link = join(folder, 'link.yaml');
    symlinkSync('real.yaml', link);
    await refuses(link, 'danglingLink');
    writeFileSync(join(folder, 'real.yaml'), 'old');
    await Promise.all(
      [link, join(folder, 'real.yaml')].map((path) => nodeFiles.update(path, (text = '') => `${text}.`)),
    );
    assert.equal(readlinkSync(link), 'real.yaml');
    assert.equal(readFileSync(join(folder, 'real.yaml'), 'utf8'), 'old..');
    assert.deepEqual(readdirSync(folder), ['link.yaml', 'real.yaml']);
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    await refuses(join(folder, 'loop.yaml'), 'danglingLink');
  });

  it('writes nothing outside a folder that it has to stay in, also not through links', async () => {
    const [inside, outside] = ['inside', 'outside'].map((name) => join(folder, name)) as [string, string];
    for (const one of [inside, outside]) mkdirSync(one);
    writeFileSync(join(outside, 'a.yaml'), 'old');
    symlinkSync(join(outside, 'a.yaml'), join(inside, 'file.yaml'));
    symlinkSync(outside, join(inside, 'folder'));
    for (const path of ['file.yaml', 'folder/a.yaml', 'folder/new.yaml', '../outside/a.yaml']) {
      await assert.rejects(
        nodeFiles.update(join(inside, path), () => 'new', inside),
        (error: FileProblem) => error.code === 'outside',
      );
    }
    await nodeFiles.update(join(inside, 'b.yaml'), () => 'new', inside);
    assert.deepEqual(readdirSync(outside), ['a.yaml']);
    assert.equal(readFileSync(join(outside, 'a.yaml'), 'utf8'), 'old');
  });

  it('needs no name longer than the file has, and says where that is too long', async () => {
    const longest = `${'关'.repeat(79)}.txt.annotations.yaml`;
    const path = join(folder, `${'n'.repeat(250)}.yaml`);
    await nodeFiles.update(path, () => 'new');
    assert.equal(readFileSync(path, 'utf8'), 'new');
    assert.equal(await nodeFiles.read(join(folder, longest)), undefined);
    await refuses(join(folder, longest), 'nameTooLong');
    await refuses(join(folder, `${'n'.repeat(251)}.yaml`), 'nameTooLong');
    assert.deepEqual(readdirSync(folder).length, 1);
  });

  it('says what is no file, and which folder is not there', async () => {
    mkdirSync(join(folder, 'a.yaml'));
    await refuses(join(folder, 'a.yaml'), 'notAFile');
    await refuses(join(folder, 'none', 'a.yaml'), 'noFolder');
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
