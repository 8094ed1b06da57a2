import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockOf } from '../../../src/store/fileLock';
import type { FileProblem } from '../../../src/store/files';
import { nodeFiles } from '../../../src/store/nodeFiles';

describe('locks that were left', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'locks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The lock of a process on this machine that has died. */
  const leaveLock = (
    path: string,
    when: Date,
    holder = `999999999@${hostname().replace(/[^\w.-]/gu, '_')}~0123abcd`,
  ) => {
    mkdirSync(lockOf(path));
    writeFileSync(join(lockOf(path), holder), 'half of the new fi');
    for (const one of [join(lockOf(path), holder), lockOf(path)]) utimesSync(one, when, when);
  };

  it('takes over what a writer has left that was killed, whatever time it is from', async () => {
    const path = join(folder, 'left.yaml');
    for (const when of [new Date(0), new Date(), new Date(Date.now() + 86_400_000)]) {
      leaveLock(path, when);
      await nodeFiles.update(path, (text = '') => `${text}new\n`);
      assert.deepEqual(readdirSync(folder), ['left.yaml']);
    }
    assert.equal(readFileSync(path, 'utf8'), 'new\nnew\nnew\n');
  });

  it('takes over an empty lock, and one from elsewhere that is forgotten', async () => {
    const path = join(folder, 'left.yaml');
    mkdirSync(lockOf(path));
    await nodeFiles.update(path, () => 'new');
    leaveLock(path, new Date(0), '1@elsewhere~0123abcd');
    await nodeFiles.update(path, () => 'newer');
    assert.deepEqual(readdirSync(folder), ['left.yaml']);
    assert.equal(readFileSync(path, 'utf8'), 'newer');
  });

  it('leaves it to a holder who gives signs of life, though his clock is an hour behind', async () => {
    const path = join(folder, 'held.yaml');
    const holder = '1@elsewhere~0123abcd';
    const signs = { begin: Date.now() - 3_600_000, count: 0 };
    leaveLock(path, new Date(signs.begin), holder);
    const beating = setInterval(() => {
      const now = new Date(signs.begin + ++signs.count * 100);
      utimesSync(join(lockOf(path), holder), now, now);
    }, 100);
    const written = nodeFiles.update(path, () => 'new');
    await wait(1000);
    clearInterval(beating);
    assert.deepEqual(readdirSync(lockOf(path)), [holder]);
    rmSync(lockOf(path), { recursive: true });
    await written;
    assert.equal(readFileSync(path, 'utf8'), 'new');
  });

  it('names a link that stands where the lock belongs', async () => {
    const path = join(folder, 'a.yaml');
    symlinkSync(join(folder, 'none'), lockOf(path));
    await assert.rejects(
      nodeFiles.update(path, () => 'new'),
      (error: FileProblem) => error.code === 'inTheWay' && error.detail === lockOf(path),
    );
  });
});
