import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { FileProblem, type FileProblemCode, type Files } from './files';
import { queueByKey } from './queueByKey';
import { isLeftover, writeWhole } from './writeWhole';

/** A lock older than this was left by a process that died. Held locks are refreshed while their owner lives. */
const STALE_LOCK_MS = 10_000;

/** Writers in this process wait for each other here; the lock on disk is for other processes. */
const inTurn = queueByKey();

/** `Files` over the local disk. Several processes may write the same file: a lock directory beside it orders them. */
export const nodeFiles: Files<string> = {
  read: (path) => guarded(path, () => readText(path)),
  update: (path, change) =>
    inTurn(path, () =>
      guarded(path, async () => {
        const release = await acquire(path);
        try {
          const text = change(await readText(path));
          if (text === undefined) return;
          await refuseReadOnly(path);
          await sweep(path);
          await writeWhole(path, text);
        } finally {
          await release();
        }
      }),
    ),
};

/** Waits for the lock, and a little longer than a dead owner's lock is respected. Any other fault is told at once. */
async function acquire(path: string): Promise<() => Promise<void>> {
  const options = {
    realpath: false,
    lockfilePath: join(dirname(path), `.${basename(path)}.lock`),
    stale: STALE_LOCK_MS,
  };
  for (let waited = 0, pause = 20; ; waited += pause, pause = Math.min(500, pause * 1.2)) {
    try {
      return await lock(path, options);
    } catch (error) {
      if (errorCode(error) !== 'ELOCKED' || waited > STALE_LOCK_MS * 1.3) throw error;
    }
    await wait(pause);
  }
}

/** Removes what writers left that were killed; whoever holds the lock is the only writer. */
async function sweep(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => isLeftover(name, basename(path)));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true }).catch(() => {})));
}

async function readText(path: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new FileProblem('notText', path, error);
  }
}

/** A rename would replace a read-only file without asking; its owner meant it to stay. */
async function refuseReadOnly(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (stats && (stats.mode & 0o222) === 0) throw new FileProblem('readOnly', path, undefined);
}

const CODES: Record<string, FileProblemCode> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'readOnly',
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  ELOCKED: 'locked',
};

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(CODES[errorCode(error)] ?? 'other', path, error);
  }
}

const errorCode = (error: unknown): string => String((error as { code?: unknown })?.code ?? '');
