import type { ImportedLine } from './importedLine';

const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Lines that hold line ends of any kind as a line for each, and without what no text holds. */
export function oneLineEach(lines: readonly ImportedLine[]): ImportedLine[] {
  return lines.flatMap((line) =>
    line.text
      .split(LINE_ENDS)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
      .map((text) => ({ ...line, text: text.replace(/[\u0000-\u0008\u000e-\u001f\ufeff]/gu, '').trimEnd() })),
  );
}
