import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { fedSession } from './fedSession';
import { fileCache, fileShelves } from './fileStorage';
import type { Given, IndexReply, IndexRequest, Wanted } from './indexMessages';
import { IndexSession } from './indexSession';
import { memoryShelves } from './indexStorage';
import { readAlong } from './readAlong';
import { readTranscriptFile } from './readTranscriptFile';

/* The thread behind nodeIndexer: of local files, with what it has read at `cacheFile`, or of those that it is given. */
const { cacheFile, isFed } = workerData as { readonly cacheFile?: string; readonly isFed: boolean };
const tell = (reply: IndexReply | Wanted) => parentPort!.postMessage(reply);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const slice = 30;

function localSession(): (request: IndexRequest) => void {
  const shelves = cacheFile === undefined ? undefined : fileShelves(cacheFile);
  const session = new IndexSession({
    ...{ tell, turn, slice, shelves: shelves ?? memoryShelves(), keepsTexts: true },
    ...(shelves ? { cache: fileCache(cacheFile!, String(statSync(__filename).mtimeMs), shelves) } : {}),
    ...{ stamp: stampOf, read: readTranscriptFile, readAll: readAlong },
  });
  return (request) => void session.take(request);
}

function stampOf(path: string): string {
  const stamps = [path, path + SIDECAR_SUFFIX].map((file) => {
    try {
      const found = statSync(file, { throwIfNoEntry: false });
      return found ? `${found.mtimeMs}:${found.size}` : '';
    } catch {
      return '';
    }
  });
  return stamps.join('|');
}

const take = (isFed ? fedSession(tell, { turn, slice }) : localSession()) as (message: IndexRequest | Given) => void;
parentPort!.on('message', take);
