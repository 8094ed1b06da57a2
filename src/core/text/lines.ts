import { Kind, kindAt } from './characters';
import type { Span } from './span';

/** A line without its line end, and where its first and last visible characters are (`inkStart === inkEnd`: blank). */
export interface Line extends Span {
  readonly inkStart: number;
  readonly inkEnd: number;
}

/** The lines of `text`. An empty text has one empty line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; ; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    let inkStart = start;
    while (inkStart < end && kindAt(text, inkStart) === Kind.space) inkStart++;
    let inkEnd = end;
    while (inkEnd > inkStart && kindAt(text, inkEnd - 1) === Kind.space) inkEnd--;
    lines.push({ start, end, inkStart, inkEnd });
    if (found < 0) return lines;
    start = found + 1;
  }
}

export const isBlank = (line: Line): boolean => line.inkStart === line.inkEnd;
