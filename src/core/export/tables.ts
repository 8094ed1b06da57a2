import Papa from 'papaparse';

/** Spreadsheets take a file for Chinese text in UTF-8 only if it begins with this. */
const BOM = '\ufeff';

/**
 * What a spreadsheet would take for a formula: `=`, `+`, `-` or `@` at the beginning, in any width, also behind blanks and
 * what cannot be seen; and a tab or line end there, which some drop before they look. A number is none.
 */
const FORMULA = String.raw`(?!-\d+(?:\.\d+)?$)(?:[\t\r\n]|[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])`;
/** What it would make a day (1/3, 3-5), a time (4:1) or a huge number (1E5) of, and so lose. */
const CHANGED = String.raw`\s*(?:\d+\s+)?(?:\d+\s*[/／:：]\s*\d+(?:\s*[/／:：]\s*\d+)?|\d{1,2}-\d{1,2}(?:-\d+)?|\d+[Ee]\d+)\s*$`;
const MISTAKEN = new RegExp(`^(?:${FORMULA}|${CHANGED})`, 'u');

/** CSV (RFC 4180, CRLF) with a header of the column names. Cells that would be taken for what they are not get an apostrophe in front. */
export const writeCsv = <Row extends object>(rows: readonly Row[], columns: readonly (keyof Row & string)[]): string =>
  writeTable(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );

/** The same of cells, whose header need not be names of columns. */
export const writeTable = (fields: readonly string[], data: readonly (readonly unknown[])[]): string =>
  `${BOM}${Papa.unparse({ fields: [...fields], data: data.map((cells) => [...cells]) }, { escapeFormulae: MISTAKEN })}\r\n`;

/** JSON on one line, also for readers that end lines where Unicode does. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/gu,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** JSON Lines: one object a line. */
export const writeJsonLines = (rows: readonly object[]): string => rows.map((row) => `${jsonLine(row)}\n`).join('');
