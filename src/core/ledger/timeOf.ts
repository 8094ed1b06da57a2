import type { Claim } from '../claims/claim';
import { findPeriods } from '../claims/period/findPeriods';
import { readingOf } from '../text/readingText';

/** First and last day, ISO 8601; empty where they are not known for certain. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const UNKNOWN: Days = { from: '', to: '' };
/** 10月4日电: the day of saying. 2025年第四期: less than the year that is named. */
const NOT_WHOLE = /^(?:[电讯]|的?第[一二三四五六七八九十\d]+[期批次届个])/u;
/** How far behind a time its qualification may stand, in characters. */
const NEAR = 12;
/** Nothing is carried over so many characters. */
const FAR = 400;
/** 2018年以来: until the day of saying, which others count until another day. */
const UNTIL_NOW = /^(?:以来|至今|起)|以来$|至今$/u;
/** 2016年2月重组而成，…, 9月15日制定了方案，…: what happened then, not when it was so. */
const HAPPENED = /^[^，。；]{0,16}(?:成立|组建|重组|设立|创办|创立|制定|宣布|发生)[^。]*[，。；]/u;
/** What is counted over all time, now, or from a day on. */
const ALL_TIME = /累计|现有|已有|已建|共有|历[年史]|[日天月年]来/u;

/** 2022年达到……，2023年……。小麦……: of two times of sentences before neither is sure to be told of this one, nor one of what it sums up. */
const isPassed = (between: string): boolean =>
  /[。！？]/u.test(between) &&
  (findPeriods(between, undefined).length > 0 || ALL_TIME.test(between.slice(between.search(/[^。！？]*$/u))));

/**
 * The days of a figure in a text that was said on `date`: those that its sentence names, else those that its paragraph has
 * named before, where these are one and the same all along.
 */
export function timeOf(text: string, { start, modality, period }: Claim, date: string): Days {
  if (period) {
    const { from = '', to = '', end } = period;
    // a person has said so
    if (period.start === end) return { from, to };
    if (
      UNTIL_NOW.test(readingOf(text.slice(period.start, end))) ||
      UNTIL_NOW.test(readingOf(text.slice(end, end + NEAR)))
    )
      return UNKNOWN;
    if (end <= start && isPassed(readingOf(text.slice(end, start)))) return UNKNOWN;
    if (end <= start && HAPPENED.test(readingOf(text.slice(end, start)))) return UNKNOWN;
    if (end <= start && NOT_WHOLE.test(readingOf(text.slice(end, Math.min(start, end + NEAR))))) return UNKNOWN;
    // what is not over yet is told as far as it has come
    const isOpen = modality === 'actual' && date !== '' && from < date && date < to;
    return isOpen ? UNKNOWN : { from, to };
  }
  if (modality !== 'actual') return UNKNOWN;
  const before = readingOf(text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - FAR), start));
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  if (ALL_TIME.test(sentence)) return UNKNOWN;
  const named = findPeriods(before, date === '' ? undefined : date);
  const [first] = named;
  const isSame = named.every(
    ({ from, to, compared, end }) =>
      from === first!.from &&
      to === first!.to &&
      !compared &&
      !NOT_WHOLE.test(before.slice(end, end + NEAR)) &&
      !HAPPENED.test(before.slice(end)),
  );
  if (!first?.from || !first.to || !isSame || (date !== '' && date < first.to)) return UNKNOWN;
  return { from: first.from, to: first.to };
}
