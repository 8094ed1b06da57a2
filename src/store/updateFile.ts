import type { BigIntStats } from 'node:fs';
import { type FileHandle, lstat, open, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { acquire, type FileLock, isLocked } from './fileLock';
import { type Awaitable, errorCode, FileProblem } from './files';
import { queueByKey } from './queueByKey';

/** Writers in this process wait for each other here; the lock on disk is for other processes. */
const inTurn = queueByKey();

type Change = (content: Buffer | undefined) => Awaitable<string | Uint8Array | undefined>;

/**
 * Replaces a file's content as `Files.update` does, in bytes. A symbolic link stays one: what it leads to is locked and
 * written, where it is in the folder `root` or none is given. Rejects with the system's error or a `FileProblem`, the file as it was.
 */
export async function updateFile(path: string, change: Change, root?: string): Promise<void> {
  const target = await realTarget(path);
  if (root !== undefined && !isInside(target, await realpath(root))) {
    throw new FileProblem('outside', path, undefined, target);
  }
  await inTurn(target, async () => {
    // nobody has to wait for what is worked out before the lock; where others write it would not hold until then
    let draft = (await isLocked(target)) ? undefined : await draftOf(target, change);
    for (let lost = 0; !draft || draft.content !== undefined; lost++) {
      const lock = await acquire(target, lost);
      try {
        if (!draft || !isSame(draft.seen, await look(target))) draft = await draftOf(target, change);
        if (draft.content === undefined || (await write(lock, target, { ...draft, content: draft.content }))) return;
      } finally {
        await lock.release();
      }
    }
  });
}

interface Draft {
  /** The file that `content` was made from; undefined where there was none. */
  readonly seen: BigIntStats | undefined;
  readonly content: string | Uint8Array | undefined;
}

type WholeDraft = Draft & { readonly content: string | Uint8Array };

async function draftOf(target: string, change: Change): Promise<Draft> {
  const seen = await look(target);
  if (!seen) return { seen, content: await change(undefined) };
  // what is no file may never end, or begin
  if (!seen.isFile()) throw new FileProblem('notAFile', target, undefined);
  return { seen, content: await change(await contentOf(target)) };
}

async function contentOf(target: string): Promise<Buffer> {
  const file = await open(target, 'r');
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Whether it was written: not where the lock was lost, or somebody who knows no locks has changed the file. */
async function write(lock: FileLock, target: string, { seen, content }: WholeDraft): Promise<boolean> {
  // a rename would replace a read-only file without asking; its owner meant it to stay
  if (seen && (seen.mode & 0o222n) === 0n) throw new FileProblem('readOnly', target, undefined);
  await fill(lock.staged, content, seen);
  if (!isSame(seen, await look(target))) return false;
  try {
    await rename(lock.stagedPath, target);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** To the last byte and onto the disk: whoever finds the new file finds it whole. */
async function fill(file: FileHandle, content: string | Uint8Array, old: BigIntStats | undefined): Promise<void> {
  // `writeFile` goes on after a short write; a single write on a full disk would cut the file off and say nothing
  await file.writeFile(content);
  if (old) {
    // it belongs to whom the old one did, as far as the system lets us, and has its permissions
    await file.chown(Number(old.uid), Number(old.gid)).catch(() => {});
    await file.chmod(Number(old.mode & 0o7777n));
  }
  await file.sync();
  await file.close();
}

const look = (path: string): Promise<BigIntStats | undefined> =>
  stat(path, { bigint: true }).catch((error) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });

const isSame = (a: BigIntStats | undefined, b: BigIntStats | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    (['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const).every((key) => a[key] === b[key]));

/** Where a file is, or would be: two names of one file have one lock. */
async function realTarget(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const isLink = await lstat(path).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
    if (isLink && ['ENOENT', 'ELOOP'].includes(errorCode(error))) throw new FileProblem('danglingLink', path, error);
    if (errorCode(error) !== 'ENOENT') throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way);
}
