import Papa from 'papaparse';

/** Spreadsheets take a file for Chinese text in UTF-8 only if it begins with this. */
const BOM = '\ufeff';

/**
 * CSV (RFC 4180, CRLF) with a header of the column names. Cells that a spreadsheet would take for a formula, because
 * they begin with `=`, `+`, `-` or `@`, get an apostrophe in front.
 */
export const writeCsv = <Row extends object>(rows: readonly Row[], columns: readonly (keyof Row & string)[]): string =>
  `${BOM}${Papa.unparse({ fields: [...columns], data: rows.map((row) => columns.map((column) => row[column])) }, { escapeFormulae: true })}\r\n`;

/** JSON Lines: one object a line. */
export const writeJsonLines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');
