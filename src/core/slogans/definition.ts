import { isAmong } from '../text/characters';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';
import { type Formula, itemCounts } from './formula';
import { ANY, align, COMMA, endOfLists, firstOf, SEMICOLON, split, trimEnd, trimItem, trimItems, upTo } from './lists';

/*
 * Items behind a word or mark that says what the formula is: 即A、B; ：A、B; （A、B）.
 */

/** Words that say what something is; none of them where it begins another word (指引, 即将). */
export const DEFINING =
  '(?:[也便则]?就是|[亦也则]?即(?!使|便|将|可|时|刻|日)|(?:是|专)?指(?![引导标挥出定数南令示向点责派控认望纹明])(?:的是)?|[说讲]的(?:就)?是|意思(?:就)?是|意[指即]|分别(?:是|为|指)|依次(?:是|为)|(?:主要|具体)?(?:包括|包含|涵盖)|(?:具体|主要)(?:为|就?是|指))';
const DEFINES = new RegExp(
  String.raw`^(?:[^，。；：、“”（(\n]{0,14}?)[，,—]{0,2}\s*(?:[：:]|(?<=——)|(?:其中，|简单[说讲]，?|具体[说讲]?来?[说讲]?，)?${DEFINING}(?:要|在)?[：:，]?)`,
  'u',
);

/** `“两步申报”是一项重要措施，即A、B`: a clause may stand between; another quotation only in what the formula is said to be. */
const NAMELY = /^(?:[^。；？！“「\n]{0,40}?|是[^。；？！\n]{0,40}?)[，,]即(?!使|便|将|可)/u;

/** Words that tell the digits of 2+2+1 apart by where they stand. */
export const PLACED =
  '(?:前面|中间|后面|最前|最后|开头|末尾|左边|右边|第[一二三四五]个|前一个|后一个)的?(?:那个?|这个?)?';

const NUMERAL = '[一二两三四五六七八九十\\d]';
/** `“一环”是A，“两带”是B、C`: 是 alone defines where the next part follows, or a list; so does 为 behind a comma. */
const PART_IS = new RegExp(
  `^(?:[，,]?(?:[呢嘛啊呀么]，)?是|[，,]为)(?=[^，。；！？\\n]{1,48}(?:[，；](?:[“「]${NUMERAL}|${NUMERAL}\\p{Script=Han}{1,3}(?:分别|[是指为即就，]))|、))`,
  'u',
);
const PART_DEFINED = new RegExp(`^[“「]?${NUMERAL}[^”」，、]{0,5}[”」，](?:[也则]?[是指即]|就是|：|分别|包括)`, 'u');
/** 2+1：前面那个2是A、B；后面的1是C: the digits are told apart by where they stand. */
const PART_PLACED = new RegExp(`^${PLACED}[\\dN]`, 'u');
/** Where the definition of the next part begins. */
const NEXT_PART = new RegExp(`；(?:所谓)?[“「]|[，；](?:所谓)?[“「]${NUMERAL}|[，；]${PLACED}[\\dN]`, 'u');

/** `“三稳三不准”要求，即A、B、C，不准D`; `“六统一”：A、B`; `“一群”指A，`: every list that the words behind can be cut into. */
export function readDefinitions(text: string, at: number, formula: Formula): Span[][] {
  const counts = itemCounts(formula);
  const intro =
    DEFINES.exec(text.slice(at, at + 28)) ??
    NAMELY.exec(text.slice(at, at + 48)) ??
    PART_IS.exec(text.slice(at, at + 64)) ??
    (formula.digits ? /^[，,]?就?是/u.exec(text.slice(at, at + 3)) : null);
  if (!intro) return [];
  const start = at + intro[0].length;
  // “三区四带”：“三区”是…: its parts are explained one by one
  if (PART_DEFINED.test(text.slice(start, start + 12)) || PART_PLACED.test(text.slice(start, start + 12))) return [];
  if (
    /^(?:一是|第一|首先|要|一[手个条种项张][抓是叫要])|^以[^，。；、\n]{2,16}为[^，、]{1,3}，/u.test(
      text.slice(start, start + 24),
    )
  )
    return [];
  // “五统一”指…；“一开放”指…: the next formula has a definition of its own
  const end = sentenceEnd(text, start);
  const next = text.slice(start, end).search(NEXT_PART);
  const stop = next < 0 ? end : start + next;
  const only = () => [trimItem(text, { start, end: firstOf(text, start, stop, '，。；,;') })];
  if (Math.max(...counts) === 1) return [only()];
  const own = eachPart(text, start, stop, formula);
  const lists = own ? [own] : splitList(text, start, stop, counts);
  const quoted = own ? undefined : /^“([^“”]+)”/u.exec(text.slice(start, start + 120))?.[1];
  if (quoted) lists.push(...splitList(text, start + 1, start + 1 + quoted.length, counts));
  return /^[^，。]*就是/u.test(intro[0]) ? lists.map((items) => withoutVerb(text, items)) : lists;
}

/** `“两品一械”（药品、化妆品、医疗器械）`: a bracket that holds just so many things. */
export function readBracket(text: string, at: number, counts: ReadonlySet<number>): Span[] | undefined {
  const intro = BRACKET.exec(text.slice(at, at + 20));
  if (!intro) return undefined;
  const start = at + intro[0].length;
  const end = firstOf(text, start, Math.min(text.length, start + 160), '（(）)。？！\n');
  if (!isAmong('）)', text.charCodeAt(end))) return undefined;
  for (const separator of [ANY, '、，,和与及', PLUS]) {
    const items = trimItems(text, split(text, start, end, separator));
    const fits = counts.has(items.length) && items.length > 1;
    if (fits && items.every((item) => item.end > item.start && item.end - item.start <= 20)) return align(text, items);
  }
  return pieces(text, start, end, Math.max(...counts));
}

/** `“两抓”（抓常抓长）`: as many words of one length, without a mark between them. */
function pieces(text: string, start: number, end: number, count: number): Span[] | undefined {
  const length = (end - start) / count;
  if (count < 2 || ![2, 3, 4].includes(length) || !/^\p{Script=Han}+$/u.test(text.slice(start, end))) return undefined;
  return Array.from({ length: count }, (_, index) => ({
    start: start + index * length,
    end: start + (index + 1) * length,
  }));
}
const PLUS = '+＋';
const BRACKET = new RegExp(String.raw`^[^，。；：、“”（(\n]{0,10}[（(](?:${DEFINING}[：:]?)?`, 'u');

/** `“两翼”就是建设A、B`: the verb says what is done with them, and is no part of the first. */
function withoutVerb(text: string, items: readonly Span[]): Span[] {
  const [first, ...rest] = items;
  const verb =
    /^(?:做强|做大|做优|建设|建成|打造|构建|培育|形成|打通)/u.exec(text.slice(first!.start, first!.end))?.[0] ?? '';
  const isShared = verb !== '' && rest.some(({ start }) => text.startsWith(verb, start));
  return isShared ? [...items] : [{ start: first!.start + verb.length, end: first!.end }, ...rest];
}

function sentenceEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + 400);
  const sentence = splitSentences(text, start, limit)[0];
  return firstOf(text, start, sentence?.end ?? start, '\n');
}

/** The ways of separating items. What stands behind the first comma of a part explains it. */
function splitList(text: string, start: number, end: number, counts: ReadonlySet<number>): Span[][] {
  const stop = trimEnd(text, start, end);
  const clause = firstOf(text, start, stop, COMMA);
  const part = firstOf(text, start, stop, SEMICOLON);
  const firsts = split(text, start, stop, SEMICOLON).map((span) => upTo(text, span, COMMA));
  const ways = [
    // none of A，…；B，… is a list itself, but where they are just so many
    counts.has(firsts.length) || !firsts.some((item) => split(text, item.start, item.end, '、').length > 1)
      ? firsts
      : [],
    split(text, start, stop, SEMICOLON),
    split(text, start, endOfLists(text, start, part), ANY),
    split(text, start, clause, '、'),
    split(text, start, clause, '、和与及'),
    split(text, start, clause, PLUS),
    split(text, start, stop, ANY),
    split(text, start, part, ANY),
    split(text, start, stop, COMMA),
    laterList(text, start, stop, counts),
    leading(text, start, stop, counts),
  ];
  return ways
    .filter((spans) => spans.length > 1 && spans.length <= MOST)
    .map((spans) => trimItems(text, spans))
    .filter((items) => items.every((item) => item.end > item.start && item.end - item.start <= 60))
    .map((items) => align(text, items, false));
}
/** No formula counts more things. */
const MOST = 20;

/** “一检到底、两证合一”：A，B: a clause for each part of a list of formulas. */
function eachPart(text: string, start: number, end: number, { parts, digits }: Formula): Span[] | undefined {
  const [part = ''] = parts;
  const clauses = split(text, start, trimEnd(text, start, end), COMMA);
  return !digits && parts.length > 1 && part.length >= 4 && clauses.length === parts.length ? clauses : undefined;
}

/** What the formula is, is said first, and what it holds in a clause of its own: 说的是共配中心，场地、设备、人员. */
function laterList(text: string, start: number, end: number, counts: ReadonlySet<number>): Span[] {
  const [, ...later] = split(text, start, end, COMMA);
  const lists = later.map((clause) => split(text, clause.start, clause.end, '、'));
  return lists.find(({ length }) => length > 2 && length === Math.max(...counts)) ?? [];
}

/** The first so many parts of a longer list: 即A、B、C，从而…. */
function leading(text: string, start: number, end: number, counts: ReadonlySet<number>): Span[] {
  const parts = split(text, start, end, ANY);
  for (const count of [...counts].sort((a, b) => b - a))
    if (count > 1 && parts.length > count) return parts.slice(0, count);
  return [];
}

/** What a single digit is said to be: `所谓“3”，就是下好三步棋，…` gives 下好三步棋. */
export function readHeadline(text: string, end: number): Span | undefined {
  const after = isAmong('”」』"', text.charCodeAt(end)) ? end + 1 : end;
  const intro =
    DEFINES.exec(text.slice(after, after + 24)) ??
    /^[，,]?(?:呢，)?(?:就|则|便)?是/u.exec(text.slice(after, after + 5));
  if (!intro) return undefined;
  const start = after + intro[0].length;
  const reach = firstOf(text, start, Math.min(text.length, start + 40), '，,。；\n');
  // （“26”是指26个规划）
  const stop = /^[^（(]*[）)]$/u.test(text.slice(start, reach)) ? reach - 1 : reach;
  return stop > start ? { start, end: stop } : undefined;
}
