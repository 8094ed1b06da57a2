import type { PassageRow } from './passages';
import { PASSAGE_COLUMNS } from './passages';
import { writeCsv, writeJsonLines } from './tables';

/** Passages for a spreadsheet; several tags stand in one cell, with `; ` between them. */
export const writePassagesCsv = (rows: readonly PassageRow[]): string =>
  writeCsv(
    rows.map((row) => ({ ...row, tags: row.tags.join('; ') })),
    PASSAGE_COLUMNS,
  );

/** Passages for programs: one JSON object a line, tags as a list; a place that is not known is left out. */
export const writePassagesJsonLines = (rows: readonly PassageRow[]): string => writeJsonLines(rows);

/** How many passages of one speaker in one transcript have a tag: sums by speaker or by transcript are a pivot away. */
export interface TagCount {
  readonly tag: string;
  readonly speaker: string;
  readonly path: string;
  readonly count: number;
}

/** Counts tags, sorted by tag, then by the order of the rows. Passages without tag are not counted. */
export function countTags(rows: readonly PassageRow[]): TagCount[] {
  const counts = new Map<string, TagCount>();
  for (const { tags, speaker, path } of rows) {
    for (const tag of tags) {
      const key = JSON.stringify([tag, speaker, path]);
      counts.set(key, { tag, speaker, path, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0));
}

export const writeTagCounts = (rows: readonly PassageRow[]): string =>
  writeCsv(countTags(rows), ['tag', 'speaker', 'path', 'count']);
