import type { Span } from '../text/span';
import type { TextEdit } from '../transcript/moveStructure';

/**
 * Where a passage is after an edit. Words typed inside it belong to it, words typed at its ends do not; what is replaced
 * over one of its ends is cut off. Undefined where nothing of it is left.
 */
export function followEdit({ start, end }: Span, edit: TextEdit): Span | undefined {
  const by = edit.newEnd - edit.oldEnd;
  if (edit.oldEnd <= start) return { start: start + by, end: end + by };
  if (edit.start >= end) return { start, end };
  const from = edit.start >= start ? start : edit.newEnd;
  const to = edit.oldEnd <= end ? end + by : edit.start;
  return from < to ? { start: from, end: to } : undefined;
}

const NUMERALS = /[0-9０-９〇零一二三四五六七八九十百千万亿兩两萬億]+/gu;

/** Whether two wordings have the same digits and Chinese numerals in the same order, full or half width. */
export const sameNumerals = (a: string, b: string): boolean => numeralsOf(a) === numeralsOf(b);

const numeralsOf = (words: string): string => (words.match(NUMERALS) ?? []).join(' ').normalize('NFKC');
