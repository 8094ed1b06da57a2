import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import writeFileAtomic from 'write-file-atomic';
import { FileProblem, type FileProblemCode, type Files } from './files';

/** A lock older than this was left by a process that died. Held locks are refreshed while their owner lives. */
const STALE_LOCK_MS = 10_000;

/** `Files` over the local disk. Several processes may write the same file: a lock directory beside it orders them. */
export const nodeFiles: Files<string> = {
  read: (path) => guarded(path, () => readText(path)),
  update: (path, change) =>
    inTurn(path, async () => {
      const release = await lock(path, {
        realpath: false,
        lockfilePath: join(dirname(path), `.${basename(path)}.lock`),
        stale: STALE_LOCK_MS,
        retries: { retries: 40, factor: 1.2, minTimeout: 20, maxTimeout: 500 },
      });
      try {
        const text = change(await readText(path));
        if (text === undefined) return;
        await refuseReadOnly(path);
        await writeFileAtomic(path, text);
      } finally {
        await release();
      }
    }),
};

const queues = new Map<string, Promise<void>>();

/** Writers in this process wait for each other here; the lock on disk is for other processes. */
function inTurn(path: string, work: () => Promise<void>): Promise<void> {
  const result = (queues.get(path) ?? Promise.resolve()).then(() => guarded(path, work));
  const settled = result
    .catch(() => {})
    .finally(() => {
      if (queues.get(path) === settled) queues.delete(path);
    });
  queues.set(path, settled);
  return result;
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
