import type { Span } from '../text/span';

/** What stands around a place: the rest of its paragraphs, and the paragraph before and behind them, without blank lines. */
export interface Surroundings {
  readonly before: string;
  readonly behind: string;
}

export function surroundings(text: string, { start, end }: Span): Surroundings {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const before = paragraphs(text.slice(0, from)).at(-1);
  const behind = paragraphs(text.slice(to))[0];
  return {
    before: [...(before === undefined ? [] : [before]), text.slice(from, start)].join('\n'),
    behind: [text.slice(end, to), ...(behind === undefined ? [] : [behind])].join('\n'),
  };
}

const paragraphs = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
