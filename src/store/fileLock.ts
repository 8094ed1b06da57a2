import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rmdir, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, FileProblem } from './files';

/*
 * A lock is a folder beside the file, and in it the one file that its holder writes the new content into. Renaming that
 * file over the old one is the only way to write, so nobody writes whose lock was taken over, however late he comes:
 * taking over begins with removing that file.
 */

/** A lock whose holder gives no sign of life for so long is taken over. */
const STALE_MS = 10_000;
/** One without holder, or whose holder has died on this machine. */
const DEAD_MS = 1000;
/** One this old is nobody's, unless its holder gives signs of life by a clock that is behind. */
const FORGOTTEN_MS = 60_000;
/** A holder that lives and does not come to an end is waited for so long, and then named. */
const PATIENCE_MS = 60_000;
const BEAT_MS = 2000;
/** So long nobody whose clock is behind goes without a sign. */
const SILENT_MS = 1.5 * BEAT_MS;

export interface FileLock {
  /** An empty file to write into, and to rename over the locked one; gone where the lock was taken over. */
  readonly staged: FileHandle;
  readonly stagedPath: string;
  /** Never rejects. */
  release(): Promise<void>;
}

/** No longer than the name of a YAML file itself, so that it fits wherever that does. */
export const lockOf = (path: string): string => join(dirname(path), `.${basename(path, extname(basename(path)))}.lck`);

/**
 * Waits for the lock of the file at `path` while others make progress with it. `lost` is how often it was taken from
 * this writer: he waits the longer for others then. Rejects with the system's error, or a `FileProblem`.
 */
export async function acquire(path: string, lost = 0): Promise<FileLock> {
  const lock = lockOf(path);
  const watch = new Watch(lock, path, STALE_MS * 2 ** Math.min(lost, 4));
  for (;;) {
    const taken = await take(lock);
    if (taken) return taken;
    await watch.look();
    await wait(5 + Math.random() * 30);
  }
}

/** Whether somebody seems to be writing the file. */
export const isLocked = (path: string): Promise<boolean> =>
  stat(lockOf(path)).then(
    () => true,
    () => false,
  );

const HOST = hostname()
  .replace(/[^\w.-]/gu, '_')
  .slice(0, 40);
const HOLDER = /^(\d+)@([\w.-]*)~[\da-f]{8}$/u;

async function take(lock: string): Promise<FileLock | undefined> {
  try {
    await mkdir(lock);
  } catch (error) {
    // Windows says EPERM of a folder that is just being removed
    if (errorCode(error) === 'EEXIST' || (process.platform === 'win32' && errorCode(error) === 'EPERM'))
      return undefined;
    throw error;
  }
  const stagedPath = join(lock, `${process.pid}@${HOST}~${randomBytes(4).toString('hex')}`);
  let staged: FileHandle;
  try {
    staged = await open(stagedPath, 'wx');
  } catch (error) {
    // somebody took the empty folder for one that was left
    if (errorCode(error) === 'ENOENT') return undefined;
    await rmdir(lock).catch(() => {});
    throw error;
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(stagedPath, now, now).catch(() => {});
  }, BEAT_MS);
  beat.unref();
  const release = async () => {
    clearInterval(beat);
    await staged.close().catch(() => {});
    await unlink(stagedPath).catch(() => {});
    await rmdir(lock).catch(() => {});
  };
  // two can be in it where one was held up after making the folder: the later one sees the other, or both see both
  if ((await readdir(lock).catch(() => [])).length === 1) return { staged, stagedPath, release };
  await release();
  return undefined;
}

/** What a waiting writer sees of a lock, and what he does about it. */
class Watch {
  private seen: string | undefined;
  private seenAt = 0;
  private holders: string | undefined;
  private holdersAt = 0;

  constructor(
    private readonly lock: string,
    private readonly path: string,
    private readonly staleMs: number,
  ) {}

  /** Returns when it is worth trying again. */
  async look(): Promise<void> {
    const now = performance.now();
    const names = await this.list();
    const holder = HOLDER.exec(names?.[0] ?? '');
    const newest = await stat(join(this.lock, names?.[0] ?? '')).catch(() => undefined);
    const seen = `${names?.join()} ${newest?.mtimeMs}`;
    if (seen !== this.seen) [this.seen, this.seenAt] = [seen, now];
    if (`${names}` !== this.holders) [this.holders, this.holdersAt] = [`${names}`, now];
    const quiet = now - this.seenAt;
    // what exists and cannot be looked into is no lock; one that is just being removed is soon gone
    if (!names) {
      if (quiet > DEAD_MS) throw new FileProblem('inTheWay', this.path, undefined, this.lock);
      return;
    }
    const foreign = names.find((name) => !HOLDER.test(name));
    if (foreign !== undefined) throw new FileProblem('inTheWay', this.path, undefined, join(this.lock, foreign));
    const isForgotten = newest !== undefined && Date.now() - newest.mtimeMs > FORGOTTEN_MS;
    if (quiet >= this.limit(holder, isForgotten)) await this.takeOver(names, holder);
    else if (now - this.holdersAt > PATIENCE_MS) throw this.locked(undefined, holder);
  }

  /** How long a lock is quiet before it is taken over. */
  private limit(holder: RegExpExecArray | null, isForgotten: boolean): number {
    if (isForgotten) return isElsewhere(holder) ? SILENT_MS : 0;
    return !holder || isDead(holder) ? DEAD_MS : this.staleMs;
  }

  private async list(): Promise<string[] | undefined> {
    try {
      return await readdir(this.lock);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      if (errorCode(error) === 'ENOTDIR') throw new FileProblem('inTheWay', this.path, error, this.lock);
      throw this.locked(error, null);
    }
  }

  /** Once its file is gone the holder cannot write any more; whoever removes it has the right to the folder. */
  private async takeOver(names: readonly string[], holder: RegExpExecArray | null): Promise<void> {
    try {
      for (const name of names) await unlink(join(this.lock, name));
      await rmdir(this.lock);
    } catch (error) {
      // somebody else was faster
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw this.locked(error, holder);
    }
  }

  private locked(cause: unknown, holder: RegExpExecArray | null): FileProblem {
    return new FileProblem('locked', this.path, cause, holder ? `${holder[1]}@${holder[2]}` : '');
  }
}

const isElsewhere = (holder: RegExpExecArray | null): boolean => holder !== null && holder[2] !== HOST;

/** Of other machines nobody knows. */
function isDead(holder: RegExpExecArray): boolean {
  if (isElsewhere(holder)) return false;
  const [, pid] = holder;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}
