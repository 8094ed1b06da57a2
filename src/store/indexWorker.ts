import { appendFileSync, createReadStream, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { parentPort, workerData } from 'node:worker_threads';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { jsonLine } from '../core/export/tables';
import { type IndexedTranscript, indexTranscript } from '../core/summary/indexTranscript';
import { SIZE_LIMIT } from './indexer';
import type { IndexReply, IndexRequest } from './nodeIndexer';
import { readSidecarOf } from './readSidecarOf';

/*
 * The thread behind nodeIndexer. Its cache holds one JSON object a line, appended as files are read; of several lines
 * about one path the last counts. `stamp` says by what the line is out of date: this program, the file, its sidecar.
 */
interface CacheLine {
  readonly path: string;
  readonly stamp: string;
  readonly transcript?: IndexedTranscript;
}

/** The cache is written, and progress told, after so many files. */
const BATCH = 25;
/** A cache is rewritten when more than this share of its lines is out of date. */
const STALE_SHARE = 0.5;

const { cacheFile } = workerData as { cacheFile: string | undefined };
const program = statSync(__filename).mtimeMs;
const told = new Map<string, string>();
let current = 0;

parentPort!.on('message', async ({ run, paths }: IndexRequest) => {
  if (!paths) {
    if (run === current) current = 0;
    return;
  }
  current = run;
  try {
    await index(run, paths);
    tell({ run, kind: 'done' });
  } catch (error) {
    tell({ run, kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

const tell = (reply: IndexReply) => parentPort!.postMessage(reply);

async function index(run: number, paths: readonly string[]): Promise<void> {
  const stamps = new Map<string, string>();
  for (const path of paths) stamps.set(path, await stampOf(path));
  if (told.size === 0) await tellCached(run, stamps);
  const open = paths.filter((path) => told.get(path) !== stamps.get(path));
  let lines = '';
  const flush = (done: number) => {
    if (lines !== '' && cacheFile) appendFileSync(cacheFile, lines);
    lines = '';
    tell({ run, kind: 'progress', done, total: open.length });
  };
  for (const [done, path] of open.entries()) {
    if (current !== run) break;
    const stamp = stamps.get(path)!;
    const transcript = await read(path);
    told.set(path, stamp);
    // one at a time: taking a message in must not hold the other side up
    tell({ run, kind: 'entry', entry: { path, transcript } });
    lines += `${jsonLine({ path, stamp, transcript } satisfies { [Key in keyof CacheLine]: unknown })}\n`;
    if ((done + 1) % BATCH === 0) flush(done + 1);
  }
  flush(open.length);
}

async function stampOf(path: string): Promise<string> {
  const stamps = await Promise.all(
    [path, path + SIDECAR_SUFFIX].map((file) =>
      stat(file).then(
        ({ mtimeMs, size }) => `${mtimeMs}:${size}`,
        () => '',
      ),
    ),
  );
  return [program, ...stamps].join('|');
}

/** Tells what the cache knows and is still true, and rewrites the cache where much of it is not. */
async function tellCached(run: number, stamps: ReadonlyMap<string, string>): Promise<void> {
  if (!cacheFile) return;
  mkdirSync(dirname(cacheFile), { recursive: true });
  if (!existsSync(cacheFile)) return;
  const kept = new Map<string, string>();
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(cacheFile, 'utf8') })) {
    count++;
    const cached = parseLine(line);
    if (!cached || stamps.get(cached.path) !== cached.stamp) continue;
    kept.set(cached.path, line);
    told.set(cached.path, cached.stamp);
    tell({ run, kind: 'entry', entry: { path: cached.path, transcript: cached.transcript } });
  }
  if (count - kept.size > count * STALE_SHARE) {
    writeFileSync(`${cacheFile}.new`, [...kept.values()].map((line) => `${line}\n`).join(''));
    renameSync(`${cacheFile}.new`, cacheFile);
  }
}

/** A line that a crash cut short counts as none. */
function parseLine(line: string): CacheLine | undefined {
  try {
    return JSON.parse(line) as CacheLine;
  } catch {
    return undefined;
  }
}

async function read(path: string): Promise<IndexedTranscript | undefined> {
  try {
    if ((await stat(path)).size > SIZE_LIMIT) return undefined;
    return indexTranscript(await readFile(path), await readSidecarOf(path));
  } catch {
    return undefined; // a file that cannot be read shows itself when it is opened
  }
}
