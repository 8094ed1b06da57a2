import { oneLine } from '../summary/oneLine';
import type { Span } from '../text/span';

/** Words with what stands before and behind them, on one line (KWIC); a `…` where the paragraph goes on. */
export interface Concordance {
  readonly before: string;
  readonly key: string;
  readonly behind: string;
}

/** How much stands on each side of the key, in characters. */
const REACH = 20;
/** What a number is written with: half of one would be another. */
const NUMERAL = /^[\d０-９.,，/％%〇零一二两三四五六七八九十百千万亿萬億]$/u;

/** Whole characters and numbers, as many as fit, of the paragraph that the words stand in. */
export function concordance(text: string, { start, end }: Span, reach = REACH): Concordance {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next < 0 ? text.length : next;
  const [from, to] = [Math.max(lineStart, start - 2 * reach), Math.min(lineEnd, end + 2 * reach)];
  const before = nearest([...oneLine(text.slice(from, start))].reverse(), reach, from > lineStart);
  const behind = nearest([...oneLine(text.slice(end, to))], reach, to < lineEnd);
  return { before: before.reverse().join(''), key: oneLine(text.slice(start, end)), behind: behind.join('') };
}

/** The first of the characters that lead away from the key. `goesOn`: there are more than these. */
function nearest(characters: readonly string[], reach: number, goesOn: boolean): string[] {
  if (characters.length <= reach && !goesOn) return [...characters];
  let length = Math.min(reach, characters.length);
  const isNumeral = (at: number) => NUMERAL.test(characters[at] ?? '');
  if (isNumeral(length)) while (length > 0 && isNumeral(length - 1)) length--;
  return [...characters.slice(0, length), '…'];
}
