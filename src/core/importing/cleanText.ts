import type { ImportedLine } from './importedLine';
import { compoundsOf, join } from './joinWords';
import { type LineFate, textLayout } from './textLayout';

/** The paragraphs of a plain text (LF), one a line: lines broken by layout joined, heads and numbers of pages left out. */
export const cleanText = (text: string): ImportedLine[] => layoutLines(text, textLayout(text));

/** A line that a text gives, and which of its lines that is: the first of those that are joined in it. */
export interface LaidOutLine extends ImportedLine {
  /** Index of the line of the text. */
  readonly from: number;
}

/** The lines that a text (LF) gives when each of its lines comes to its fate. */
export function layoutLines(text: string, fates: readonly LineFate[]): LaidOutLine[] {
  const isBroken = fates.some(({ joins }) => joins);
  const known = compoundsOf(text);
  const lines: LaidOutLine[] = [];
  let last = -1;
  fates.forEach(({ start, end, joins, dropped }, from) => {
    const words = text.slice(start, end);
    if (dropped !== undefined) lines.push({ text: words, dropped, from });
    else if (joins && last >= 0) {
      // blank lines between the halves are no paragraphs
      lines[last] = { ...lines[last]!, text: join(lines[last]!.text, words, known) };
      lines.push(...lines.splice(last + 1).filter((line) => line.dropped !== undefined || line.text !== ''));
    } else {
      const raw = isBroken ? words : text.slice(text.lastIndexOf('\n', start - 1) + 1, end);
      lines.push({ text: raw, from });
      if (words !== '') last = lines.length - 1;
    }
  });
  return lines;
}

/** The fates of lines when people take back some that were to be left out: each is a paragraph of its own again. */
export function takeBack(fates: readonly LineFate[], lines: ReadonlySet<number>): LineFate[] {
  let parts = false;
  return fates.map((fate, index) => {
    const { start, end, joins, dropped } = fate;
    if (lines.has(index) && dropped !== undefined) {
      parts = true;
      return { start, end, joins: false };
    }
    const isPart = parts && dropped === undefined && start < end;
    if (isPart) parts = false;
    return isPart && joins ? { start, end, joins: false } : fate;
  });
}
