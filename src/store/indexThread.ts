import { type Stats, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { groupBy } from '../core/groupBy';
import { fedSession } from './fedSession';
import { fileCache, fileShelves } from './fileStorage';
import type { Given, IndexReply, IndexRequest, Wanted } from './indexMessages';
import { IndexSession } from './indexSession';
import { memoryShelves } from './indexStorage';
import { readAlong } from './readAlong';
import { readTranscriptFile } from './readTranscriptFile';
import { inRealFolder } from './realFolder';

const tell = (reply: IndexReply | Wanted) => parentPort!.postMessage(reply);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const slice = 30;

function localSession(cacheFile: string | undefined): (request: IndexRequest) => void {
  const shelves = cacheFile === undefined ? undefined : fileShelves(cacheFile);
  const session = new IndexSession({
    ...{ tell, turn, slice, shelves: shelves ?? memoryShelves(), keepsTexts: true },
    ...(shelves ? { cache: fileCache(cacheFile!, String(statSync(__filename).mtimeMs), shelves) } : {}),
    ...{ stamps, read: readTranscriptFile, readAll: readAlong },
  });
  return (request) => void session.take(request);
}

/** Through links to folders one file may have several paths: that counts which leads through none. */
function stamps(paths: Iterable<string>): Map<string, string> {
  const found = new Map<string, string>();
  const byFile = new Map<string, string[]>();
  for (const path of paths) {
    const stats = statsOf(path);
    const sidecar = statsOf(path + SIDECAR_SUFFIX);
    found.set(path, [stats, sidecar].map((one) => (one ? `${one.mtimeMs}:${one.size}` : '')).join('|'));
    const file = stats && `${stats.dev}:${stats.ino}:${stats.size}`;
    if (file) byFile.set(file, [...(byFile.get(file) ?? []), path]);
  }
  for (const alike of byFile.values()) {
    const real = alike.length > 1 ? groupBy(alike, inRealFolder) : [];
    for (const [own, same] of real) {
      const kept = same.includes(own) ? own : same[0];
      for (const path of same) if (path !== kept) found.delete(path);
    }
  }
  return found;
}

function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** In the thread behind nodeIndexer: of local files, with what it has read at `cacheFile`, or of those that it is given. */
export function runIndexThread(): void {
  const { cacheFile, isFed } = workerData as { readonly cacheFile?: string; readonly isFed: boolean };
  const session = isFed ? fedSession(tell, { turn, slice }) : localSession(cacheFile);
  parentPort!.on('message', session as (message: IndexRequest | Given) => void);
}
