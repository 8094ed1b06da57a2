import { appendFileSync, createReadStream, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { parentPort, workerData } from 'node:worker_threads';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { type ContextRow, Exploration, type ExploreRequest } from '../core/explore/explore';
import { jsonLine } from '../core/export/tables';
import type { QueryDocument } from '../core/query/queryDocument';
import {
  type IndexedTranscript,
  indexTranscript,
  type ReadTranscript,
  type Recognition,
} from '../core/summary/indexTranscript';
import { DocumentFile, type DocumentPlace } from './documentFile';
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
  /** Where what queries read of it stands in the file of documents. */
  readonly document?: DocumentPlace;
}

/** The cache is written, and progress told, after so many files. */
const BATCH = 25;
/** A cache is rewritten when more than this share of its lines is out of date. */
const STALE_SHARE = 0.5;
/** Rows are told in pages of about so many, and no work goes on for longer without looking up. */
const PAGE = 200;
const SLICE_MS = 30;

const { cacheFile } = workerData as { cacheFile: string | undefined };
const program = statSync(__filename).mtimeMs;
const told = new Map<string, string>();
const documents = new DocumentFile(cacheFile && `${cacheFile}.documents`);
const places = new Map<string, DocumentPlace>();
let current = 0;
const asked = new Set<number>();

parentPort!.on('message', async ({ run, files, paths, request, open }: IndexRequest) => {
  try {
    if (files) {
      current = run;
      await index(run, files);
      tell({ run, kind: 'done' });
    } else if (paths && request) {
      asked.add(run);
      await answer(run, paths, request, open);
      asked.delete(run);
    } else {
      if (run === current) current = 0;
      asked.delete(run);
    }
  } catch (error) {
    tell({ run, kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

/** Takes a turn now and then, so that a request can be taken back. */
async function answer(
  run: number,
  paths: readonly string[],
  request: ExploreRequest,
  open: IndexRequest['open'],
): Promise<void> {
  if (told.size === 0) await recallPlaces();
  const exploration = new Exploration(request);
  let rows: ContextRow[] = [];
  let since = Date.now();
  for (const path of paths) {
    const document = open?.get(path) ?? (await documentOf(path));
    if (document) rows.push(...exploration.add(document));
    if (rows.length < PAGE && Date.now() - since < SLICE_MS) continue;
    if (rows.length > 0) tell({ run, kind: 'rows', rows });
    rows = [];
    await new Promise(setImmediate);
    if (!asked.has(run)) return;
    since = Date.now();
  }
  if (rows.length > 0) tell({ run, kind: 'rows', rows });
  tell({ run, kind: 'answer', answer: exploration.end() });
}

/** As it was when it was looked at; read anew where the file of documents has lost it. */
async function documentOf(path: string): Promise<QueryDocument | undefined> {
  const place = places.get(path);
  // only what was told as a transcript is asked
  return (place && documents.read(place)) ?? (await read(path, 'accepted'))?.document;
}

const tell = (reply: IndexReply) => parentPort!.postMessage(reply);

async function index(run: number, files: ReadonlyMap<string, Recognition>): Promise<void> {
  const stamps = new Map<string, string>();
  for (const [path, recognition] of files) stamps.set(path, await stampOf(path, recognition));
  if (told.size === 0) await tellCached(run, stamps);
  const open = [...files].filter(([path]) => told.get(path) !== stamps.get(path));
  let lines = '';
  const flush = (done: number) => {
    if (lines !== '' && cacheFile) appendFileSync(cacheFile, lines);
    lines = '';
    tell({ run, kind: 'progress', done, total: open.length });
  };
  for (const [done, [path, recognition]] of open.entries()) {
    if (current !== run) break;
    const stamp = stamps.get(path)!;
    const found = await read(path, recognition);
    const { document, ...transcript } = found ?? {};
    const place = document && documents.add(document);
    if (place) places.set(path, place);
    else places.delete(path);
    told.set(path, stamp);
    // one at a time: taking a message in must not hold the other side up
    const entry = { path, transcript: found && (transcript as IndexedTranscript) };
    tell({ run, kind: 'entry', entry });
    lines += `${jsonLine({ ...entry, stamp, document: place } satisfies { [Key in keyof CacheLine]: unknown })}\n`;
    if ((done + 1) % BATCH === 0) flush(done + 1);
  }
  flush(open.length);
}

async function stampOf(path: string, recognition: Recognition): Promise<string> {
  const stamps = await Promise.all(
    [path, path + SIDECAR_SUFFIX].map((file) =>
      stat(file).then(
        ({ mtimeMs, size }) => `${mtimeMs}:${size}`,
        () => '',
      ),
    ),
  );
  return [program, recognition, ...stamps].join('|');
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
    if (cached.document) places.set(cached.path, cached.document);
    told.set(cached.path, cached.stamp);
    tell({ run, kind: 'entry', entry: { path: cached.path, transcript: cached.transcript } });
  }
  if (count - kept.size > count * STALE_SHARE) {
    const moved = documents.rewrite([...places.values()]);
    for (const [index, path] of [...places.keys()].entries()) places.set(path, moved[index]!);
    const lines = [...kept].map(([path, line]) => `${jsonLine({ ...parseLine(line), document: places.get(path) })}\n`);
    writeFileSync(`${cacheFile}.new`, lines.join(''));
    renameSync(`${cacheFile}.new`, cacheFile);
  }
}

/** Where documents stand, for a thread that is asked before it looks at files. */
async function recallPlaces(): Promise<void> {
  if (!cacheFile || !existsSync(cacheFile)) return;
  for await (const line of createInterface({ input: createReadStream(cacheFile, 'utf8') })) {
    const { path, document } = parseLine(line) ?? {};
    if (path !== undefined && document) places.set(path, document);
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

async function read(path: string, recognition: Recognition): Promise<ReadTranscript | undefined> {
  try {
    if ((await stat(path)).size > SIZE_LIMIT) return undefined;
    return indexTranscript(path, await readFile(path), await readSidecarOf(path), recognition);
  } catch {
    return undefined; // a file that cannot be read shows itself when it is opened
  }
}
