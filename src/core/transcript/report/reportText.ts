import type { Paragraph } from '../../text/paragraphs';
import type { Span } from '../../text/span';
import { isPersonName } from '../names';
import { HOLDS_CREDIT } from '../siteLines';

/** Where the quotation ends that is open when `sentence` begins; its beginning where none is. */
export function quotedUntil(text: string, { start, end }: Span): number {
  const opened = text.lastIndexOf('“', start - 1);
  if (start === 0 || opened < 0 || text.lastIndexOf('”', start - 1) > opened) return start;
  const closed = text.indexOf('”', start);
  if (closed < 0) return start;
  return Math.min(closed + 1, end);
}

/** Whether much of `first` stands again, word for word, in `rest`. */
export function isToldAgain(first: Paragraph, rest: readonly Paragraph[]): boolean {
  const below = rest.map(({ text }) => text).join('\n');
  const parts = [...first.text.matchAll(/(?=(\p{Script=Han}{3}))/gu)].map((match) => match[1]!);
  return parts.filter((part) => below.includes(part)).length >= LEAD_SHARE * parts.length;
}
/** So much of a lead, by three characters at a time, comes again below; of other first paragraphs a fifth and less. */
const LEAD_SHARE = 0.28;

/** 新华社北京7月23日电（记者 某某）, 本报北京7月23日电: how much of `words` before `limit` belongs to no speaker. */
export const datelineOf = (words: string, limit: number): number => {
  const { length } = DATELINE.exec(words.slice(0, limit + 1))?.[0] ?? '';
  return Math.min(length, limit);
};
const DATELINE =
  /^(?:[^，。；]{0,24}?(?:电|讯|消息|报道)\s*（[^（）]{1,30}）：?\s*|(?:本报|[^，。；]{1,8}[社网报])[^，。；]{0,16}?\d{1,2}日[电讯]\s*|(?:\d{1,2}月)?\d{1,2}日讯[，：]?\s*|（[^（）]{2,20}[网社报台讯电]）\s*)/u;

/** Where the quotation begins that ends at `end`. */
export function quotationBefore(text: string, end: number): number | undefined {
  if (!/[”’]/u.test(text[end - 1] ?? '')) return undefined;
  const opened = text.lastIndexOf(text[end - 1] === '”' ? '“' : '‘', end - 1);
  return opened < 0 || text.slice(opened, end - 1).includes(text[end - 1]!) ? undefined : opened;
}

/** Where the words end that are said up to `end`: without blanks and who wrote them down, （某某）. */
export function endOfWords(text: string, end: number): number {
  let last = end;
  while (last > 0 && /\s/u.test(text[last - 1]!)) last--;
  const note = /(?<=[。！？”…])\s*（([^（）]{1,40})）$/u.exec(text.slice(Math.max(0, last - 48), last));
  return note && (note[1] === '完' || isByline(note[1]!)) ? last - note[0].length : last;
}
const isByline = (words: string): boolean =>
  HOLDS_CREDIT.test(words) ||
  words
    .trim()
    .split(/[\s、，]+/u)
    .every(isPersonName);
