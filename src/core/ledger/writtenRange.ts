import type { Hedge } from '../claims/claim';
import { readingOf } from '../text/readingText';

/** The values that a figure as it is written may stand for: from `low` to before `high`. */
export interface WrittenRange {
  readonly low: number;
  readonly high: number;
}

/** 近, 约 and 左右 are taken to be right within so much of the value. */
const ABOUT = 0.05;

/**
 * What rounding and hedge leave open: half of the last written digit to each side (`11.93亿吨` is 11.925 to 11.935), a
 * twentieth for 约, everything above for 超过. Figures in Chinese numerals count as rounded to their last magnitude.
 */
export function writtenRange(words: string, value: number, hedge: Hedge): WrittenRange {
  const half = Math.abs(value) * Math.max(halfDigit(words), hedge === 'about' ? ABOUT : 0);
  return {
    low: hedge === 'atMost' ? Number.NEGATIVE_INFINITY : value - half,
    high: hedge === 'atLeast' ? Number.POSITIVE_INFINITY : value + half,
  };
}

/** Half of the last written digit as a share of the number. */
function halfDigit(words: string): number {
  const [digits, whole, decimals = ''] =
    /(\d[\d,]*)(?:\.(\d+))?(?!.*\d)/u.exec(readingOf(words).replace(/\s+/gu, '')) ?? [];
  const number = Number(digits?.replaceAll(',', ''));
  if (whole === undefined || !(number > 0)) return ABOUT;
  return (0.5 * 10 ** -decimals.length) / number;
}

/** Whether two ranges have no value in common; ranges that only touch have none. */
export function areApart(a: WrittenRange, b: WrittenRange): boolean {
  const [lower, upper] = a.low < b.low ? [a, b] : [b, a];
  // what is computed from decimals is a hair off
  return upper.low - lower.high > -1e-9 * Math.max(Math.abs(upper.low), Math.abs(lower.high));
}
