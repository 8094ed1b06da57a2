import { answerPages } from '../core/explore/answerPages';
import { type ContextRow, Exploration, type ExploreRequest } from '../core/explore/explore';
import { SloganSayers } from '../core/history/sloganSayers';
import { documentSlogans } from '../core/history/sloganUse';
import { type DocumentFields, documentFields } from '../core/query/documentFields';
import type { QueryDocument } from '../core/query/queryDocument';
import type { IndexedTranscript, ReadText, ReadTranscript, Recognition } from '../core/summary/indexText';
import { suspectsOf } from '../core/summary/suspects';
import { mayHavePart, partOf, type SummaryPart, transcriptHead } from '../core/summary/transcriptHead';
import type { TranscriptSummary } from '../core/summary/transcriptSummary';
import type { FoundPart, IndexEntry } from './indexer';
import type { IndexReply, IndexRequest } from './indexMessages';
import type { CacheLine, IndexCache, IndexShelves, Places } from './indexStorage';
import { slices } from './inSlices';
import type { Place } from './shelf';

/** What a file holds; undefined for what is no text to be asked, and for a file that cannot be read. */
export type FoundText = ReadTranscript | ReadText | undefined;
export type FileToRead = readonly [path: string, recognition: Recognition];

/** What an index works with: it is the same in a thread with Node, in one of a browser, and beside the extension itself. */
export interface IndexTools {
  tell(reply: IndexReply): void;
  /** Lets messages come in; no work goes on for longer than `slice` (milliseconds) without. */
  turn(): Promise<void>;
  readonly slice: number;
  readonly shelves: IndexShelves;
  /** Whether texts that are no transcripts stand on the shelves as a whole: they are many, and few ask them. */
  readonly keepsTexts: boolean;
  readonly cache?: IndexCache;
  /**
   * By path what changes whenever the file or its sidecar does, without files that have another path among these. Where the
   * thread cannot see files, that comes with the request.
   */
  stamps?(paths: Iterable<string>): ReadonlyMap<string, string>;
  /** Never rejects. */
  read(path: string, recognition: Recognition): Promise<FoundText>;
  /** Reads many, in any order; `take` gets each as it is read. */
  readAll(
    files: readonly FileToRead[],
    take: (path: string, found: FoundText) => void,
    isStopped: () => boolean,
  ): Promise<void>;
}

/** The cache is written, and what is new told, after so many files. */
const BATCH = 25;
/** What is in the cache is told in pages of so many, one by one: taking them in must not hold the other side up. */
const PAGE_OF_HEADS = 250;
/** Rows are told in pages of about so many. */
const PAGE = 200;
/** Parts are told when their lists have so many things. */
const PAGE_OF_PARTS = 500;

/** Looks at files, keeps what it has read of them, and answers from that. */
export class IndexSession {
  /** The stamp under which each file was told last. */
  private readonly told = new Map<string, string>();
  private readonly places = new Map<string, Places>();
  private readonly sayers = new SloganSayers();
  /** The run that looks at files, and those that answer. */
  private current = 0;
  private readonly asked = new Set<number>();

  constructor(private readonly tools: IndexTools) {}

  async take({ run, files, stamps, paths, request, part, open }: IndexRequest): Promise<void> {
    const { tools } = this;
    try {
      if (files) {
        this.current = run;
        await this.index(run, files, stamps);
        tools.tell({ run, kind: 'done' });
        await this.recallFields(run);
      } else if (paths) {
        this.asked.add(run);
        if (this.told.size === 0) for (const [path, own] of tools.cache?.places() ?? []) this.places.set(path, own);
        if (request) await this.answer(run, paths, request, open);
        if (part) await this.tellParts(run, paths, part);
        this.asked.delete(run);
      } else {
        if (run === this.current) this.current = 0;
        this.asked.delete(run);
      }
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tools.tell({ run, kind: 'failed', reason });
    }
  }

  private async index(
    run: number,
    files: ReadonlyMap<string, Recognition>,
    given: IndexRequest['stamps'],
  ): Promise<void> {
    const { tools, told } = this;
    const stamps = new Map<string, string>();
    for (const [path, stamp] of given ?? tools.stamps?.(files.keys()) ?? [])
      stamps.set(path, `${tools.cache?.program ?? ''}|${files.get(path)}|${stamp}`);
    if (told.size === 0) await this.tellCached(run, stamps);
    // what comes back is told again
    const gone = [...told.keys()].filter((path) => !stamps.has(path));
    for (const path of gone) this.forget(path);
    // of the others the other side knows itself
    const hidden = gone.filter((path) => files.has(path));
    if (hidden.length > 0)
      tools.tell({ run, kind: 'entries', entries: hidden.map((path) => ({ path, head: undefined })) });
    const open = [...files].filter(([path]) => told.get(path) !== stamps.get(path));
    let lines: CacheLine[] = [];
    const flush = (done: number) => {
      tools.cache?.append(lines);
      if (lines.length > 0) tools.tell({ run, kind: 'entries', entries: lines.map(entryOf) });
      lines = [];
      tools.tell({ run, kind: 'progress', done, total: open.length });
    };
    let done = 0;
    const take = (path: string, found: FoundText) => {
      lines.push(this.shelve(path, stamps.get(path)!, found));
      if (++done % BATCH === 0) flush(done);
    };
    await tools.readAll(open, take, () => this.current !== run);
    flush(done);
  }

  private forget(path: string): void {
    this.told.delete(path);
    this.sayers.drop(path);
    for (const [name, place] of Object.entries(this.places.get(path) ?? {}))
      this.tools.shelves[name as keyof Places].drop(place);
    this.places.delete(path);
  }

  private shelve(path: string, stamp: string, found: FoundText): CacheLine {
    this.forget(path);
    this.told.set(path, stamp);
    if (!found) return { path, stamp };
    const { shelves, keepsTexts } = this.tools;
    const { document, ...rest } = found;
    const summary = rest.summary && rest;
    const fields = documentFields(document);
    this.sayers.add(path, fields.slogans);
    const places: Places = {
      ...(summary || keepsTexts ? { documents: shelves.documents.add(document) } : {}),
      slogans: shelves.slogans.add(documentSlogans(document)),
      fields: shelves.fields.add(fields),
      ...(summary ? { summaries: shelves.summaries.add(summary) } : {}),
    };
    this.places.set(path, places);
    return { path, stamp, places, ...(summary ? { head: transcriptHead(summary) } : {}) };
  }

  /** Tells what the cache knows and is still true. */
  private async tellCached(run: number, stamps: ReadonlyMap<string, string>): Promise<void> {
    const { tell, cache } = this.tools;
    if (!cache) return;
    const kept = cache.current(stamps);
    for (const { path, stamp, places } of kept) {
      this.told.set(path, stamp);
      if (places) this.places.set(path, places);
    }
    for (let from = 0; from < kept.length; from += PAGE_OF_HEADS) {
      tell({ run, kind: 'entries', entries: kept.slice(from, from + PAGE_OF_HEADS).map(entryOf) });
      await aside();
    }
    for (const [path, places] of cache.tidy(kept)) this.places.set(path, places);
  }

  /** Brings to mind what the first query needs, while nobody waits. */
  private async recallFields(run: number): Promise<void> {
    const pause = slices(this.tools.slice, this.tools.turn);
    for (const [path, place] of this.places) {
      this.fieldsOf(path, place);
      await pause();
      if (this.current !== run) return;
    }
  }

  /** Takes a turn now and then, so that a request can be taken back. */
  private async answer(
    run: number,
    paths: readonly string[],
    request: ExploreRequest,
    open: IndexRequest['open'],
  ): Promise<void> {
    const { tell, turn, slice, shelves } = this.tools;
    const exploration = new Exploration(request);
    const saysSlogan = exploration.sloganKeys && this.sayers.test(exploration.sloganKeys);
    const pause = slices(slice, turn);
    let rows: ContextRow[] = [];
    for (const [done, path] of paths.entries()) {
      const place = this.places.get(path);
      const opened = open?.get(path);
      // it was looked at, and is no text
      if (!place && !opened && this.told.has(path)) continue;
      const fields = opened || !place ? undefined : this.fieldsOf(path, place);
      const needed = fields ? exploration.take(fields, saysSlogan?.(path)) : 'document';
      const slogans = needed === 'slogans' ? shelves.slogans.read(place!.slogans) : undefined;
      if (slogans) exploration.addSlogans(fields!, slogans);
      else if (needed !== 'nothing') {
        const document = opened ?? (await this.documentOf(path));
        if (document) rows.push(...exploration.add(document));
      }
      const others = rows.length < PAGE ? pause() : turn();
      if (!others) continue;
      if (rows.length > 0) tell({ run, kind: 'rows', rows });
      rows = [];
      tell({ run, kind: 'progress', done, total: paths.length });
      await others;
      if (!this.asked.has(run)) return;
    }
    if (rows.length > 0) tell({ run, kind: 'rows', rows });
    const { rest, pages } = answerPages(exploration.end());
    for (const page of pages) {
      tell({ run, kind: 'page', page });
      await aside();
    }
    tell({ run, kind: 'answer', answer: rest });
  }

  private async tellParts(run: number, paths: readonly string[], part: SummaryPart): Promise<void> {
    const { tell, turn, slice } = this.tools;
    const pause = slices(slice, turn);
    let parts: FoundPart[] = [];
    let size = 0;
    let all = 0;
    for (const path of paths) {
      const place = this.places.get(path);
      // only what was told as a transcript is asked for
      const fields = place && this.fieldsOf(path, place);
      const isMeant = place && (!fields || mayHavePart(fields, part));
      const whole = isMeant && place.summaries && (await this.summaryOf(path, place.summaries));
      const own = whole && partOf(whole, part);
      if (own) {
        parts.push({ ...own, path, summary: { ...own.summary, ...(await this.suspectsIn(path, part)) } });
        for (const list of part.lists)
          size += (list === 'annotations' ? own.annotations : own.summary[list])?.length ?? 0;
        if (all + size >= (part.most ?? Number.POSITIVE_INFINITY)) break;
      }
      const others = size < PAGE_OF_PARTS ? pause() : turn();
      if (!others) continue;
      if (parts.length > 0) tell({ run, kind: 'parts', parts });
      parts = [];
      all += size;
      size = 0;
      await others;
      if (!this.asked.has(run)) return;
    }
    tell({ run, kind: 'parts', parts });
    tell({ run, kind: 'done' });
  }

  private fieldsOf(path: string, { fields }: Places): DocumentFields | undefined {
    const read = this.tools.shelves.fields.read(fields);
    if (read && !this.sayers.knows(path)) this.sayers.add(path, read.slogans);
    return read;
  }

  /** What is not kept, but told where it is asked for. */
  private async suspectsIn(path: string, { lists }: SummaryPart): Promise<Pick<TranscriptSummary, 'suspects'>> {
    const document = lists.includes('suspects') ? await this.documentOf(path) : undefined;
    return document ? { suspects: suspectsOf(document.text, document.analysis.slogans) } : {};
  }

  /** As it was when it was looked at; read anew where the shelf has lost it, as the document is below. */
  private async summaryOf(path: string, place: Place): Promise<IndexedTranscript | undefined> {
    const kept = this.tools.shelves.summaries.read(place);
    if (kept) return kept;
    const fresh = await this.tools.read(path, 'accepted');
    return fresh?.summary && fresh;
  }

  private async documentOf(path: string): Promise<QueryDocument | undefined> {
    const place = this.places.get(path)?.documents;
    // only what was told as a transcript is asked
    return (place && this.tools.shelves.documents.read(place)) ?? (await this.tools.read(path, 'accepted'))?.document;
  }
}

const entryOf = ({ path, head, places }: CacheLine): IndexEntry => ({
  ...{ path, head },
  ...(places && !head ? { isText: true } : {}),
});

/** The other side takes in all that has come before it does anything else: what is much comes in portions. */
const aside = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
