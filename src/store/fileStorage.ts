import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { jsonLine } from '../core/export/tables';
import type { DocumentSlogans } from '../core/history/sloganUse';
import type { DocumentFields } from '../core/query/documentFields';
import type { QueryDocument } from '../core/query/queryDocument';
import type { IndexedTranscript } from '../core/summary/indexText';
import { FileShelf } from './fileShelf';
import type { CacheLine, IndexCache, Places } from './indexStorage';

/** A cache is rewritten when more than this share of its lines is out of date. */
const STALE_SHARE = 0.5;

type FileShelves = ReturnType<typeof fileShelves>;

/** Shelves on disk beside the cache at `file`, with what of them is kept in memory, in bytes. */
export const fileShelves = (file: string) => ({
  documents: new FileShelf<QueryDocument>(`${file}.documents`, 100_000_000),
  summaries: new FileShelf<IndexedTranscript>(`${file}.summaries`, 0),
  slogans: new FileShelf<DocumentSlogans>(`${file}.slogans`, 30_000_000),
  fields: new FileShelf<DocumentFields>(`${file}.fields`, Number.POSITIVE_INFINITY),
});

/**
 * A cache that holds one JSON object a line, appended as files are read; of several lines about one path the last counts.
 * `program` tells one version of this program from another.
 */
export function fileCache(file: string, program: string, shelves: FileShelves): IndexCache {
  let count = 0;
  const lines = (): CacheLine[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(parseLine) : []);
  const write = (path: string, kept: readonly CacheLine[], write: typeof appendFileSync) =>
    write(path, kept.map((line) => `${jsonLine(line)}\n`).join(''));
  return {
    program,
    *places() {
      for (const { path, stamp, places } of lines())
        if (places && stamp.startsWith(`${program}|`)) yield [path, places];
    },
    current(stamps) {
      mkdirSync(dirname(file), { recursive: true });
      const all = lines();
      count = all.length;
      const isTrue = ({ path, stamp }: CacheLine) => stamps.get(path) === stamp;
      return [...new Map(all.filter(isTrue).map((line) => [line.path, line])).values()];
    },
    append(added) {
      if (added.length > 0) write(file, added, appendFileSync);
    },
    tidy(kept) {
      if (count - kept.length <= count * STALE_SHARE) return [];
      const moved = new Map<string, Partial<Places>>();
      for (const [name, shelf] of Object.entries(shelves)) {
        const standing = kept.flatMap(({ path, places }) => {
          const place = places?.[name as keyof Places];
          return place ? [{ path, place }] : [];
        });
        const now = shelf.rewrite(standing.map(({ place }) => place));
        for (const [at, { path }] of standing.entries()) moved.set(path, { ...moved.get(path), [name]: now[at]! });
      }
      write(
        `${file}.new`,
        kept.map((line) => (moved.has(line.path) ? { ...line, places: moved.get(line.path) as Places } : line)),
        writeFileSync,
      );
      renameSync(`${file}.new`, file);
      return moved as Map<string, Places>;
    },
  };
}

/** A line that a crash cut short counts as none. */
function parseLine(line: string): CacheLine[] {
  try {
    return [JSON.parse(line) as CacheLine];
  } catch {
    return [];
  }
}
