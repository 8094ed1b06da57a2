import { isAmong } from '../../text/characters';
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import type { Formula } from '../formula';
import { MEASURE } from '../keyed';
import { ANY, COMMA, firstOf, SEMICOLON, split, trimEnd, trimItems, upTo } from '../lists';
import { findQuotes } from '../quotes';

/*
 * Lists that stand further behind a formula: announced by a word or mark somewhere in its sentence, quoted one by one, or
 * each at the beginning of a sentence or paragraph that explains it. What is read here is only proposed.
 */

/** How far behind the formula an announced list may begin, and end. */
const REACH = 64;
const LENGTH = 400;
/** So many announcements in one sentence are looked at. */
const MOST = 2;
const ANNOUNCES =
  /(?:[：:]|——|(?<![立随当])即(?!使|便|将|可|时|刻|日)|就是(?:要(?!求|点|素))?|是指|指的是|分别(?:是|为|指)|(?:主要|具体)?(?:包括|包含|涵盖|体现为|表现为|概括为)|主要(?:是|有)|其中)了?[：，:“]?/gu;

/** Of two formulas (“A”和“B”，前者即…，后者则包括…) each has its own list; behind the later one no other formula stands. */
function isOfAnother(between: string): boolean {
  const pointer = /[前后]者(?!.*[前后]者)/su.exec(between);
  if (!pointer) return false;
  const isFormer = /[“「][^”」]{2,10}[”」]/u.test(between.slice(0, between.search(/[前后]者/u)));
  return (pointer[0] === '前者') !== isFormer;
}

/** The ways of cutting what an announcement is followed by. */
export function readAnnounced(text: string, at: number): Span[][] {
  const window = text.slice(at, at + REACH);
  const stop = window.search(/[。；！？\n]/u);
  const reach = stop < 0 ? window.length : stop + 1;
  const lists: Span[][] = [];
  let announced = 0;
  for (const match of matchesOf(ANNOUNCES, window.slice(0, reach))) {
    if (isOfAnother(window.slice(0, match.index))) continue;
    let start = at + match.index + match[0].length;
    while (/[“「：，\s]/u.test(text[start] ?? '')) start++;
    lists.push(...cutAll(text, start));
    announced++;
    if (announced === MOST) break;
  }
  return lists;
}

function cutAll(text: string, start: number): Span[][] {
  const limit = Math.min(text.length, start + LENGTH);
  const end = trimEnd(text, start, firstOf(text, start, limit, '。！？\n'));
  // 即“A、B、C”: a list in marks ends with them
  const closed = closing(text, start, end);
  const part = firstOf(text, start, closed, SEMICOLON);
  const clause = firstOf(text, start, closed, COMMA);
  const parts = split(text, start, closed, SEMICOLON);
  return [
    parts,
    parts.map((span) => upTo(text, span, COMMA)),
    parts.map((span) => upToLast(text, span)),
    parts.map((span) => behindLast(text, span)),
    split(text, start, part, COMMA),
    split(text, start, part, ANY),
    split(text, start, clause, '、'),
    split(text, start, clause, '、和与及'),
  ]
    .filter((spans) => spans.length > 1 && spans.length <= 20)
    .map((spans) => trimItems(text, spans));
}

function closing(text: string, start: number, end: number): number {
  if (!isAmong('“「', text.charCodeAt(start - 1))) return end;
  let depth = 1;
  for (let at = start; at < end; at++) {
    if ('“「'.includes(text[at]!)) depth++;
    if ('”」'.includes(text[at]!) && --depth === 0) return at;
  }
  return end;
}

/** Of 从A向B转变，提高C the first part, and the last. */
const lastComma = (text: string, { start, end }: Span): number => {
  for (let at = end - 1; at > start; at--) if (COMMA.includes(text[at]!)) return at;
  return -1;
};
const upToLast = (text: string, span: Span): Span => {
  const at = lastComma(text, span);
  return at < 0 ? span : { start: span.start, end: at };
};
const behindLast = (text: string, span: Span): Span => {
  const at = lastComma(text, span);
  return at < 0 ? span : { start: at + 1, end: span.end };
};

/** So many quotations behind the formula, near one another: 要同时报“技术标”和“商务标”. */
export function readQuoted(text: string, at: number, counts: ReadonlySet<number>): Span[][] {
  const most = Math.max(0, ...counts);
  if (most < 2 || most > 12) return [];
  const window = text.slice(at, at + 40 * most);
  const quotes = findQuotes(window);
  const lists: Span[][] = [];
  for (let first = 0; first < quotes.length && quotes[first]!.start < REACH; first++) {
    const row = quotes.slice(first, first + most);
    const isRow = row.every((quote, index) => index === 0 || quote.start - row[index - 1]!.end <= 12);
    if (row.length === most && isRow) lists.push(row.map(({ start, end }) => ({ start: at + start, end: at + end })));
    if (lists.length > 1) break;
  }
  return lists;
}

/** What stands between a quotation and the formula that it spells out: 的, 机关, 为主要内容的某地. */
const LINK = /[”」’](?:[^，。；：、“”「」‘’\n]{0,5}|为[^，。；：、“”「」‘’\n]{0,14})[“「‘]?$/u;

/** The parts of a quotation that stands directly before: “A、B、C”的二十字要求, “A、B、C”为特点的“三式”. */
export function readQuotationBefore(text: string, at: number): Span[] | undefined {
  const link = LINK.exec(text.slice(Math.max(0, at - 18), at));
  if (!link) return undefined;
  const end = at - link[0].length;
  const start = Math.max(...['“', '「', '‘'].map((mark) => text.lastIndexOf(mark, end - 1))) + 1;
  if (start === 0 || end - start > 80 || /[。\n”」’]/u.test(text.slice(start, end))) return undefined;
  const items = split(text, start, end, '、，；+＋');
  return items.length > 1 ? items : undefined;
}

/** How far the sentences of a row may stand apart, and how far the first from the formula. */
const APART = 900;
const FIRST = 200;

/**
 * Sentences or paragraphs that begin with the word that the formula counts, each up to its first mark: 坚持A，…。坚持B，…. of
 * 两个坚持.
 */
export function readHeads(text: string, at: number, { things, numbers }: Formula): Span[][] {
  const [thing = ''] = things;
  const [count = 0] = numbers;
  const key = thing.replace(MEASURE, '');
  if (things.length !== 1 || count < 2 || count > 15 || key === '') return [];
  const lists: Span[][] = [];
  for (const word of new Set([key, key.slice(0, 2)])) {
    if (word.length < 2 && count < 3) continue;
    const items: Span[] = [];
    let from = at;
    while (items.length < count + 1) {
      const limit = Math.min(text.length, from + (items.length === 0 ? FIRST : APART));
      const next = headAt(text, word, from, limit);
      if (next === undefined) break;
      const end = firstOf(text, next, Math.min(text.length, next + 60), '，。；：！？\n');
      items.push({ start: next, end });
      from = end;
    }
    const figures = items.filter((item) => /\d/u.test(text.slice(item.start, item.end))).length;
    if (items.length === count && figures < 2) lists.push(items);
  }
  return lists;
}

function headAt(text: string, word: string, from: number, limit: number): number | undefined {
  for (let at = text.indexOf(word, from); at >= 0 && at < limit; at = text.indexOf(word, at + 1)) {
    if (/[。；！\n\s是，、：]/u.test(text[at - 1] ?? '') && at > from) return at;
  }
  return undefined;
}
