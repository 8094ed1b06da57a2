import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { answerPages } from '../core/explore/answerPages';
import { type ContextRow, Exploration, type ExploreRequest } from '../core/explore/explore';
import { jsonLine } from '../core/export/tables';
import { type DocumentSlogans, documentSlogans } from '../core/history/sloganUse';
import { type DocumentFields, documentFields } from '../core/query/documentFields';
import type { QueryDocument } from '../core/query/queryDocument';
import type { IndexedTranscript, ReadText, ReadTranscript, Recognition } from '../core/summary/indexText';
import { suspectsOf } from '../core/summary/suspects';
import {
  mayHavePart,
  partOf,
  type SummaryPart,
  type TranscriptHead,
  transcriptHead,
} from '../core/summary/transcriptHead';
import type { TranscriptSummary } from '../core/summary/transcriptSummary';
import type { FoundPart, IndexEntry } from './indexer';
import type { IndexReply, IndexRequest } from './nodeIndexer';
import { readAlong } from './readAlong';
import { readTranscriptFile } from './readTranscriptFile';
import { type Place, Shelf } from './shelf';

/*
 * The thread behind nodeIndexer. Its cache holds one JSON object a line, appended as files are read; of several lines
 * about one path the last counts. `stamp` says by what the line is out of date: this program, the file, its sidecar. The
 * line has what is told of every transcript; the rest stands on shelves, and is read when somebody asks for it.
 */
interface CacheLine {
  readonly path: string;
  readonly stamp: string;
  readonly head?: TranscriptHead;
  readonly places?: Places;
}

/** Where a transcript stands on each shelf; what is another text has no summary. */
type Places = Readonly<Record<Exclude<keyof typeof shelves, 'summaries'>, Place>> & { readonly summaries?: Place };

/** The cache is written, and what is new told, after so many files. */
const BATCH = 25;
/** What is in the cache is told in pages of so many, one by one: taking them in must not hold the other side up. */
const PAGE_OF_HEADS = 250;
/** A cache is rewritten when more than this share of its lines is out of date. */
const STALE_SHARE = 0.5;
/** Rows are told in pages of about so many, and no work goes on for longer without looking up. */
const PAGE = 200;
const SLICE_MS = 30;
/** Parts are told when their lists have so many things. */
const PAGE_OF_PARTS = 500;

const { cacheFile } = workerData as { cacheFile: string | undefined };
const program = statSync(__filename).mtimeMs;
const told = new Map<string, string>();
const shelves = {
  /** What queries read. */
  documents: new Shelf<QueryDocument>(cacheFile && `${cacheFile}.documents`, 100_000_000),
  /** What views show. */
  summaries: new Shelf<IndexedTranscript>(cacheFile && `${cacheFile}.summaries`, 0),
  /** What is told of slogans over time. */
  slogans: new Shelf<DocumentSlogans>(cacheFile && `${cacheFile}.slogans`, 30_000_000),
  /** What tells of most documents that they need not be read. */
  fields: new Shelf<DocumentFields>(cacheFile && `${cacheFile}.fields`, Number.POSITIVE_INFINITY),
};
const places = new Map<string, Places>();
let current = 0;
const asked = new Set<number>();

parentPort!.on('message', async ({ run, files, paths, request, part, open }: IndexRequest) => {
  try {
    if (files) {
      current = run;
      await index(run, files);
      tell({ run, kind: 'done' });
      await recallFields(run);
    } else if (paths) {
      asked.add(run);
      if (told.size === 0) recallPlaces();
      if (request) await answer(run, paths, request, open);
      if (part) await tellParts(run, paths, part);
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
  const exploration = new Exploration(request);
  let rows: ContextRow[] = [];
  let since = Date.now();
  for (const [done, path] of paths.entries()) {
    const place = places.get(path);
    const opened = open?.get(path);
    const fields = opened || !place ? undefined : shelves.fields.read(place.fields);
    const needed = fields ? exploration.take(fields) : 'document';
    const slogans = needed === 'slogans' ? shelves.slogans.read(place!.slogans) : undefined;
    if (slogans) exploration.addSlogans(fields!, slogans);
    else if (needed !== 'nothing') {
      const document = opened ?? (await documentOf(path));
      if (document) rows.push(...exploration.add(document));
    }
    if (rows.length < PAGE && Date.now() - since < SLICE_MS) continue;
    if (rows.length > 0) tell({ run, kind: 'rows', rows });
    rows = [];
    tell({ run, kind: 'progress', done, total: paths.length });
    await new Promise(setImmediate);
    if (!asked.has(run)) return;
    since = Date.now();
  }
  if (rows.length > 0) tell({ run, kind: 'rows', rows });
  const { rest, pages } = answerPages(exploration.end());
  for (const page of pages) {
    tell({ run, kind: 'page', page });
    await aside();
  }
  tell({ run, kind: 'answer', answer: rest });
}

async function tellParts(run: number, paths: readonly string[], part: SummaryPart): Promise<void> {
  let parts: FoundPart[] = [];
  let size = 0;
  let all = 0;
  let since = Date.now();
  for (const path of paths) {
    const place = places.get(path);
    // only what was told as a transcript is asked for
    const fields = place && shelves.fields.read(place.fields);
    const isMeant = place && (!fields || mayHavePart(fields, part));
    const whole = isMeant && place.summaries && (await summaryOf(path, place.summaries));
    const own = whole && partOf(whole, part);
    if (own) {
      parts.push({ ...own, path, summary: { ...own.summary, ...(await suspectsIn(path, part)) } });
      for (const list of part.lists)
        size += (list === 'annotations' ? own.annotations : own.summary[list])?.length ?? 0;
      if (all + size >= (part.most ?? Number.POSITIVE_INFINITY)) break;
    }
    if (size < PAGE_OF_PARTS && Date.now() - since < SLICE_MS) continue;
    if (parts.length > 0) tell({ run, kind: 'parts', parts });
    parts = [];
    all += size;
    size = 0;
    await new Promise(setImmediate);
    if (!asked.has(run)) return;
    since = Date.now();
  }
  tell({ run, kind: 'parts', parts });
  tell({ run, kind: 'done' });
}

/** What is not kept, but told where it is asked for. */
async function suspectsIn(path: string, { lists }: SummaryPart): Promise<Pick<TranscriptSummary, 'suspects'>> {
  const document = lists.includes('suspects') ? await documentOf(path) : undefined;
  return document ? { suspects: suspectsOf(document.text, document.analysis.slogans) } : {};
}

/** As it was when it was looked at; read anew where the shelf has lost it, as the document is below. */
async function summaryOf(path: string, place: Place): Promise<IndexedTranscript | undefined> {
  const kept = shelves.summaries.read(place);
  if (kept) return kept;
  const fresh = await readTranscriptFile(path, 'accepted');
  return fresh?.summary && fresh;
}

async function documentOf(path: string): Promise<QueryDocument | undefined> {
  const place = places.get(path);
  // only what was told as a transcript is asked
  return (place && shelves.documents.read(place.documents)) ?? (await readTranscriptFile(path, 'accepted'))?.document;
}

/** The other side takes in all that has come before it does anything else: what is much comes in portions. */
const aside = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

const tell = (reply: IndexReply) => parentPort!.postMessage(reply);

async function index(run: number, files: ReadonlyMap<string, Recognition>): Promise<void> {
  const stamps = new Map<string, string>();
  for (const [path, recognition] of files) stamps.set(path, stampOf(path, recognition));
  if (told.size === 0) await tellCached(run, stamps);
  const open = [...files].filter(([path]) => told.get(path) !== stamps.get(path));
  let lines = '';
  let entries: IndexEntry[] = [];
  const flush = (done: number) => {
    if (lines !== '' && cacheFile) appendFileSync(cacheFile, lines);
    lines = '';
    if (entries.length > 0) tell({ run, kind: 'entries', entries });
    entries = [];
    tell({ run, kind: 'progress', done, total: open.length });
  };
  let done = 0;
  const take = (path: string, found: ReadTranscript | ReadText | undefined) => {
    const line = shelve(path, stamps.get(path)!, found);
    entries.push(entryOf(line));
    lines += `${jsonLine(line)}\n`;
    if (++done % BATCH === 0) flush(done);
  };
  await readAlong(open, take, () => current !== run);
  flush(open.length);
}

const entryOf = ({ path, head, places: own }: CacheLine): IndexEntry => ({
  ...{ path, head },
  ...(own && !head ? { isText: true } : {}),
});

function shelve(path: string, stamp: string, found: ReadTranscript | ReadText | undefined): CacheLine {
  told.set(path, stamp);
  places.delete(path);
  if (!found) return { path, stamp };
  const { document } = found;
  const own = {
    documents: shelves.documents.add(document),
    slogans: shelves.slogans.add(documentSlogans(document)),
    fields: shelves.fields.add(documentFields(document)),
  };
  places.set(path, own);
  if (!found.summary) return { path, stamp, places: own };
  const { document: _, ...summary } = found;
  const whole: Places = { ...own, summaries: shelves.summaries.add(summary) };
  places.set(path, whole);
  return { path, stamp, head: transcriptHead(summary), places: whole };
}

function stampOf(path: string, recognition: Recognition): string {
  const stamps = [path, path + SIDECAR_SUFFIX].map((file) => {
    try {
      const found = statSync(file, { throwIfNoEntry: false });
      return found ? `${found.mtimeMs}:${found.size}` : '';
    } catch {
      return '';
    }
  });
  return [program, recognition, ...stamps].join('|');
}

/** Tells what the cache knows and is still true, and rewrites the cache where much of it is not. */
async function tellCached(run: number, stamps: ReadonlyMap<string, string>): Promise<void> {
  if (!cacheFile) return;
  mkdirSync(dirname(cacheFile), { recursive: true });
  if (!existsSync(cacheFile)) return;
  const kept = new Map<string, CacheLine>();
  let count = 0;
  for (const cached of cacheLines(cacheFile)) {
    count++;
    if (stamps.get(cached.path) === cached.stamp) kept.set(cached.path, cached);
  }
  let entries: IndexEntry[] = [];
  for (const line of kept.values()) {
    told.set(line.path, line.stamp);
    if (line.places) places.set(line.path, line.places);
    entries.push(entryOf(line));
    if (entries.length < PAGE_OF_HEADS) continue;
    tell({ run, kind: 'entries', entries });
    entries = [];
    await aside();
  }
  tell({ run, kind: 'entries', entries });
  if (count - kept.size > count * STALE_SHARE) {
    for (const [name, shelf] of Object.entries(shelves)) {
      const standing = [...places].flatMap(([path, own]) => {
        const place = own[name as keyof Places];
        return place ? [{ path, place }] : [];
      });
      const moved = shelf.rewrite(standing.map(({ place }) => place));
      for (const [at, { path }] of standing.entries()) places.set(path, { ...places.get(path)!, [name]: moved[at]! });
    }
    const lines = [...kept].map(([path, line]) => `${jsonLine({ ...line, places: places.get(path) })}\n`);
    writeFileSync(`${cacheFile}.new`, lines.join(''));
    renameSync(`${cacheFile}.new`, cacheFile);
  }
}

/** Where documents stand, for a thread that is asked before it looks at files. */
function recallPlaces(): void {
  if (!cacheFile || !existsSync(cacheFile)) return;
  for (const { path, stamp, places: own } of cacheLines(cacheFile))
    if (own && stamp.startsWith(`${program}|`)) places.set(path, own);
}

/** Brings to mind what the first query needs, while nobody waits. */
async function recallFields(run: number): Promise<void> {
  let since = Date.now();
  for (const place of places.values()) {
    shelves.fields.read(place.fields);
    if (Date.now() - since < SLICE_MS) continue;
    await new Promise(setImmediate);
    if (current !== run) return;
    since = Date.now();
  }
}

function* cacheLines(file: string): Generator<CacheLine> {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cached = parseLine(line);
    if (cached) yield cached;
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
