import type { ImportedLine } from './importedLine';

const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
/** Control characters but the tab, and the mark of byte order. */
const NO_TEXT = /(?!\t)\p{Cc}|\ufeff/gu;

/** Lines that hold line ends of any kind as a line for each, and without what no text holds. */
export function oneLineEach(lines: readonly ImportedLine[]): ImportedLine[] {
  return lines.flatMap((line) =>
    line.text.split(LINE_ENDS).map((text) => ({ ...line, text: text.replace(NO_TEXT, '').trimEnd() })),
  );
}
