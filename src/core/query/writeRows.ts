import { sourceOf } from '../export/citation';
import { escapeMarkdown } from '../export/escapeMarkdown';
import { writeCsv, writeJsonLines, writeTable } from '../export/tables';
import type { Matrix } from './matrix';
import { ROW_COLUMNS, type Row } from './row';

/** Rows for programs: one JSON object a line, with the columns of `ROW_COLUMNS` and what a figure or slogan adds. */
export const writeRowsJsonLines = (rows: readonly Row[]): string => writeJsonLines(rows.map(printed));

/** Rows for a spreadsheet; several tags stand in one cell, with `; ` between them. */
export const writeRowsCsv = (rows: readonly Row[]): string => {
  const cells = rows.map((row) => ({ ...printed(row), tags: row.tags.join('; ') }));
  const columns = [...new Set([...ROW_COLUMNS, ...cells.flatMap((row) => Object.keys(row))])];
  return writeCsv(cells as Record<string, unknown>[], columns);
};

/** Rows to read: each a block quote with its source, tags and note, under the document that it is from. */
export function writeRowsMarkdown(rows: readonly Row[]): string {
  const parts: string[] = [];
  let path: string | undefined;
  for (const row of rows) {
    if (row.path !== path) parts.push(`## ${escapeMarkdown(row.title === '' ? row.path : row.title)}\n`);
    path = row.path;
    const place = escapeMarkdown(row.line === null ? row.path : `${row.path}:${row.line}`);
    const source = sourceOf(row).map(escapeMarkdown).join('，');
    parts.push(
      `${escapeMarkdown(row.text).replace(/^/gmu, '> ')}\n>\n> — ${source === '' ? place : `${source}（${place}）`}\n`,
    );
    const remarks = [
      row.start === null ? `*${row.state}*` : '',
      ...row.tags.map((tag) => `\\[${escapeMarkdown(tag)}\\]`),
    ];
    const shown = remarks.filter((remark) => remark !== '').join(' ');
    if (shown !== '') parts.push(`${shown}\n`);
    if (row.note.trim() !== '') parts.push(`${escapeMarkdown(row.note.trim())}\n`);
  }
  return parts.join('\n');
}

/** A matrix for a spreadsheet: a line a row, its name first. */
export const writeMatrixCsv = ({ rows, columns, cells }: Matrix, corner: string): string => {
  const header = [corner, ...columns.map((name) => (name === '' ? '—' : name))];
  const lines = rows.map((name, row) => [name === '' ? '—' : name, ...cells[row]!.map(({ count }) => count)]);
  return writeTable(header, lines);
};

function printed(row: Row): Record<string, unknown> {
  const columns = Object.fromEntries(ROW_COLUMNS.map((column) => [column, row[column]]));
  const { slogan, figure } = row;
  return { ...columns, ...(slogan === undefined ? {} : { slogan }), ...figure };
}
