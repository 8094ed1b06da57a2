import type { Paragraph } from '../text/paragraphs';
import type { Span } from '../text/span';

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

/** 新华社北京7月23日电（记者 某某）: how much of `words` before `limit` belongs to no speaker. */
export const datelineOf = (words: string, limit: number): number => {
  const { length } = DATELINE.exec(words.slice(0, limit + 1))?.[0] ?? '';
  return Math.min(length, limit);
};
const DATELINE = /^[^，。；]{0,24}?(?:电|讯|消息|报道)\s*（[^（）]{1,30}）：?\s*/u;
