import { isoDay } from '../text/isoDay';
import type { Span } from '../text/span';

const HEAD_LENGTH = 800;
const FULL_DATE =
  /(?<year>(?:19|20)\d{2})\s*(?:年|[-/.])\s*(?<month>\d{1,2})\s*(?:月|[-/.])\s*(?<day>\d{1,2})(?:\s*日|(?![\d.]))/gu;
const LABELLED = /(?:时间|日期|发布日期)\s*[：:]\s*$/u;

/**
 * The day of the event (ISO 8601) as the head of a document states it, above its first turn: the date behind 时间：,
 * else the first full date; undefined where there is none.
 */
export function findEventDate(text: string, turns: readonly Span[]): string | undefined {
  const head = text.slice(0, Math.min(HEAD_LENGTH, turns[0]?.start ?? HEAD_LENGTH));
  let first: string | undefined;
  for (const match of head.matchAll(FULL_DATE)) {
    const { year, month, day } = match.groups!;
    const date = isoDay(year!, month!, day!);
    if (date === undefined) continue;
    if (LABELLED.test(head.slice(Math.max(0, match.index - 8), match.index))) return date;
    first ??= date;
  }
  return first;
}
