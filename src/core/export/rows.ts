import type { Matrix } from '../query/matrix';
import { type Column, ROW_COLUMNS, type Row } from '../query/row';
import { writeCsv, writeJsonLines, writeTable } from './tables';

/** Rows for programs: one JSON object a line, with `columns` and what a figure or slogan adds to them. */
export const writeRowsJsonLines = (rows: readonly Row[], columns: readonly Column[] = ROW_COLUMNS): string =>
  writeJsonLines(rows.map((row) => cellsOf(row, columns)));

/** Rows for a spreadsheet; several tags stand in one cell, with `; ` between them. */
export const writeRowsCsv = (rows: readonly Row[], columns: readonly Column[] = ROW_COLUMNS): string => {
  const cells = rows.map((row) => {
    const own = cellsOf(row, columns);
    return 'tags' in own ? { ...own, tags: row.tags.join('; ') } : own;
  });
  return writeCsv(cells, [...new Set([...columns, ...cells.flatMap((row) => Object.keys(row))])]);
};

function cellsOf(row: Row, columns: readonly Column[]): Record<string, unknown> {
  const { slogan, figure } = row;
  const all: Record<string, unknown> = { ...figure, ...row };
  const chosen = Object.fromEntries(columns.map((column) => [column, all[column]]));
  return { ...chosen, ...(slogan === undefined ? {} : { slogan }), ...figure };
}

/** How many passages of one speaker in one transcript have a tag: sums by speaker or by transcript are a pivot away. */
export interface TagCount {
  readonly tag: string;
  readonly speaker: string;
  readonly path: string;
  readonly count: number;
}

/** Counts tags, sorted by tag, then by the order of the rows. Passages without tag are not counted. */
export function countTags(rows: readonly Row[]): TagCount[] {
  const counts = new Map<string, TagCount>();
  for (const { tags, speaker, path } of rows) {
    for (const tag of tags) {
      const key = JSON.stringify([tag, speaker, path]);
      counts.set(key, { tag, speaker, path, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0));
}

export const writeTagCounts = (rows: readonly Row[]): string =>
  writeCsv(countTags(rows), ['tag', 'speaker', 'path', 'count']);

/** A matrix for a spreadsheet: a line a row, its name first. */
export const writeMatrixCsv = ({ rows, columns, cells }: Matrix, corner: string): string => {
  const header = [corner, ...columns.map((name) => (name === '' ? '—' : name))];
  const lines = rows.map((name, row) => [name === '' ? '—' : name, ...cells[row]!.map(({ count }) => count)]);
  return writeTable(header, lines);
};
