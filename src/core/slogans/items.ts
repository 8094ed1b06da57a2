import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';
import { type Formula, itemCounts, readFormula } from './formula';
import { ANY, align, areCounted, COMMA, firstOf, SEMICOLON, split, trimEnd, trimItem, upTo } from './lists';

/*
 * Where a text spells out what a formula stands for. All offsets count in the text of one section, a paragraph a line. Each reader knows one way of spelling out; the number of items found has to fit the numerals.
 */

/** How far behind a formula its explanation may begin, and how far an enumeration may reach. */
const REACH = 60;
const ENUMERATION_GAP = 1500;

export interface FoundItems {
  readonly items: readonly Span[];
  /** The text announces the items (即, 一是) but their number fits no reading of the numerals. */
  readonly fits: boolean;
}

/** Reads the items of the formula at `[start, end)`, quotation marks outside it; undefined where it is not spelled out here. */
export function readItems(
  text: string,
  { start, end }: Span,
  formula: Formula,
  onlyCounted: boolean,
): FoundItems | undefined {
  const limit = text.length;
  const counts = itemCounts(formula);
  const isQuoted = /[”」』"“]/u.test(text[end] ?? '');
  const after = isQuoted ? end + 1 : end;
  const listed = onlyCounted ? undefined : readListBefore(text, isQuoted ? start - 1 : start, counts);
  // 降费、补舱、直航“三张牌”：…: what is said behind explains the items
  if (isQuoted && listed?.at(-1)?.end === start - 1) return { items: listed, fits: true };
  const misfits: FoundItems[] = [];
  for (const read of onlyCounted ? [readEnumeration] : [readDefinition, readEnumeration]) {
    const items = read(text, after, limit, counts);
    if (!items || items.length === 0) continue;
    if (counts.has(items.length)) return { items, fits: true };
    if (items.length > 1) misfits.push({ items, fits: false });
  }
  if (onlyCounted) return undefined;
  const items = listed ?? readList(text, after, limit, counts);
  return items ? { items, fits: true } : misfits[0];
}

const DEFINES =
  /^(?:[^，。；：、“”\n]{0,14}?)[，,—]{0,2}\s*(?:[：:]|(?<=——)|(?:其中，)?[也则]?(?:即|就是|是指|指的是|指|分别是|分别为|包括|包含|涵盖|具体为|具体是|主要是)(?:要|在)?[：:，]?)/u;

/** `“两步申报”是一项重要措施，即A、B`: a clause may stand between; another quotation only in what the formula is said to be. */
const NAMELY = /^(?:[^。；？！“「\n]{0,40}?|是[^。；？！\n]{0,40}?)[，,]即(?!使|便|将|可)/u;

const NUMERAL = '[一二两三四五六七八九十\\d]';
/** `“一环”是A，“两带”是B、C`: 是 alone defines where the next part follows, or a list. */
const PART_IS = new RegExp(`^是(?=[^，。；！？\\n]{1,48}(?:[，；][“「]${NUMERAL}|、))`, 'u');
const PART_DEFINED = new RegExp(`^[“「]${NUMERAL}[^”」]{0,5}[”」](?:[也则]?[是指即]|就是|：)`, 'u');
/** Where the definition of the next part begins. */
const NEXT_PART = new RegExp(`；(?:所谓)?[“「]|，(?:所谓)?[“「]${NUMERAL}`, 'u');

/** `“三稳三不准”要求，即A、B、C，不准D`; `“六统一”：A、B`; `“一群”指A，`. */
function readDefinition(text: string, at: number, limit: number, counts: ReadonlySet<number>): Span[] | undefined {
  const intro =
    DEFINES.exec(text.slice(at, Math.min(limit, at + 24))) ??
    NAMELY.exec(text.slice(at, Math.min(limit, at + 48))) ??
    PART_IS.exec(text.slice(at, Math.min(limit, at + 64)));
  if (!intro) return undefined;
  const start = at + intro[0].length;
  // “三区四带”：“三区”是…: its parts are explained one by one
  if (PART_DEFINED.test(text.slice(start, start + 12))) return undefined;
  if (/^(?:一是|第一|首先|要)/u.test(text.slice(start, start + 2))) return undefined;
  // “五统一”指…；“一开放”指…: the next formula has a definition of its own
  const end = sentenceEnd(text, start, limit);
  const next = text.slice(start, end).search(NEXT_PART);
  const items = splitList(text, start, next < 0 ? end : start + next, counts);
  return /^[^，。]*就是/u.test(intro[0]) && items ? withoutVerb(text, items) : items;
}

/** `“两翼”就是建设A、B`: the verb says what is done with them, and is no part of the first. */
function withoutVerb(text: string, items: readonly Span[]): Span[] {
  const [first, ...rest] = items;
  const verb =
    /^(?:做强|做大|做优|建设|建成|打造|构建|培育|形成|打通)/u.exec(text.slice(first!.start, first!.end))?.[0] ?? '';
  const isShared = verb !== '' && rest.some(({ start }) => text.startsWith(verb, start));
  return isShared ? [...items] : [{ start: first!.start + verb.length, end: first!.end }, ...rest];
}

const sentenceEnd = (text: string, start: number, limit: number): number => {
  const sentence = splitSentences(text, start, Math.min(limit, start + 400))[0];
  const lineEnd = text.indexOf('\n', start);
  return Math.min(sentence?.end ?? start, lineEnd < 0 ? limit : lineEnd);
};

/** The ways of separating items, strongest first: what stands behind the first comma of a part explains it. */
function splitList(text: string, start: number, end: number, counts: ReadonlySet<number>): Span[] | undefined {
  const stop = trimEnd(text, start, end);
  const clause = firstOf(text, start, stop, COMMA);
  const part = firstOf(text, start, stop, SEMICOLON);
  const ways = [
    () => clauses(text, start, stop),
    () => split(text, start, endOfLists(text, start, part), ANY),
    () => split(text, start, clause, /、/u),
    () => split(text, start, clause, /[、和与及]/u),
    () => (text.slice(start, stop).includes('、') ? [] : split(text, start, stop, ANY)),
    () => alike(split(text, start, part, ANY)),
    () => leading(text, start, stop, counts),
  ];
  const fits = (items: readonly Span[]) =>
    counts.has(items.length) && items.every((item) => item.end > item.start && item.end - item.start <= 40);
  const [parts, ...lists] = ways.map((way) => {
    const spans = way();
    const keepsTail = areCounted(text, spans);
    return spans.map((span) => trimItem(text, span, keepsTail));
  });
  // a list of all that the numerals count rather than of what one of them counts
  const whole = Math.max(...counts);
  const items = [parts!, ...lists.filter(({ length }) => length === whole), ...lists].find(fits);
  return items && align(text, items, false);
}

/** `A，…；B，…`; none where one of them is a list itself (`A、B，C、D；…`). */
function clauses(text: string, start: number, end: number): Span[] {
  const items = split(text, start, end, SEMICOLON).map((span) => upTo(text, span, COMMA));
  return items.some((item) => split(text, item.start, item.end, /、/u).length > 1) ? [] : items;
}

/** `A、B、C，D、E、F，G`: the end of the first clauses that are lists themselves; `start` where only one is. */
function endOfLists(text: string, start: number, end: number): number {
  const clauses = split(text, start, end, COMMA);
  const other = clauses.findIndex(
    ({ start: from, end: to }) =>
      !text.slice(from, to).includes('、') && !/^(?:以及|及|和|并)/u.test(text.slice(from, to)),
  );
  const lists = other < 0 ? clauses : clauses.slice(0, other);
  return lists.length > 1 ? lists.at(-1)!.end : start;
}

/** 免证明、免跑腿、免垫资，快结算: a comma between things of one length, which explains none of them. */
function alike(items: Span[]): Span[] {
  const lengths = items.map(({ start, end }) => end - start);
  return Math.max(...lengths) - Math.min(...lengths) <= 1 ? items : [];
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
  const after = /[”」』"]/u.test(text[end] ?? '') ? end + 1 : end;
  const intro = DEFINES.exec(text.slice(after, after + 24)) ?? /^是/u.exec(text.slice(after, after + 1));
  if (!intro) return undefined;
  const start = after + intro[0].length;
  const stop = firstOf(text, start, Math.min(text.length, start + 40), /[，,。；\n]/u);
  return stop > start ? { start, end: stop } : undefined;
}

const LINKS =
  /(?:[，,]?(?:也就是|这就是|这是|就是|即|统称|概括为|简称|合称|称之为)(?:我们说的|所说的|常说的)?|等|的|这|等的|为内容的|为主的|这样的|共|等方面的?|[，,])$/u;

const LIST_SEPARATORS = [/[、，,]/u, /[、，,和与]/u];

/** `A、B、C“五措并举”`, `A、B、C等“六新”`, `A、B，C、D的“四先”`, `A、B和C，也就是“三品一标”`. */
function readListBefore(text: string, at: number, counts: ReadonlySet<number>): Span[] | undefined {
  if (!text.slice(Math.max(0, at - 60), at).includes('、')) return undefined;
  const link = LINKS.exec(text.slice(Math.max(0, at - 10), at));
  const end = at - (link?.[0].length ?? 0);
  if (/[，,。；：\n、？]/u.test(text[end - 1] ?? '\n')) return undefined;
  let from = end;
  while (from > 0 && end - from < 120 && !/[。；：！？?\n]/u.test(text[from - 1]!)) from--;
  for (const count of [...counts].sort((a, b) => b - a)) {
    for (const separator of count < 2 ? [] : LIST_SEPARATORS) {
      const parts = split(text, from, end, separator);
      const chosen = parts.slice(-count);
      if (parts.length < count || !isOneList(text, chosen)) continue;
      const items = align(
        text,
        chosen.map((part) => trimItem(text, part)),
      );
      const reachesFormula = items.at(-1)!.end === end;
      const isPair = count > 2 || items[0]!.end - items[0]!.start === items[1]!.end - items[1]!.start;
      if (reachesFormula && isPair && items.every((item) => isPlainItem(text.slice(item.start, item.end))))
        return items;
    }
  }
  return undefined;
}

/** Joined by 、 where it begins, and mostly; a comma may stand between its halves, 和 before its last item. */
function isOneList(text: string, parts: readonly Span[]): boolean {
  const joints = parts.slice(1).map((part) => text[part.start - 1]!);
  const commas = joints.filter((joint) => COMMA.test(joint)).length;
  return (joints[0] === '、' || text[parts[0]!.start - 1] === '、') && commas * 2 <= joints.length;
}

/** Verbs that can stand between a list and a formula, and are no item of it. */
const ALONE =
  /^(?:[\d.]+[%％]|[这那].*|首先.*|促进|推动|增强|坚定|做到|共建|走向|参与|深化|持续|建设|加快|推进|坚持|落实|实现|严格|提出|突出)$/u;

const isPlainItem = (words: string): boolean =>
  words.length >= 2 && words.length <= 20 && !/[“”「」"]/u.test(words) && !ALONE.test(words);

/** The next clause lists exactly so many things: `推行“三师进社区”，组织规划师、建筑师、工程师`. */
function readList(text: string, at: number, limit: number, counts: ReadonlySet<number>): Span[] | undefined {
  const intro = /^[^，。；：、“”\n]{0,12}[，,]/u.exec(text.slice(at, at + 16));
  if (!intro) return undefined;
  const start = at + intro[0].length;
  const reach = Math.min(limit, start + REACH * 2);
  const end = firstOf(text, start, reach, /[。；，,\n]/u);
  // directly behind the formula also a list of lists: 两提升两确保，提升A、提升B，确保C、确保D
  const isDirect = intro[0].length <= 3;
  const lists = isDirect ? endOfLists(text, start, firstOf(text, start, reach, /[。；\n]/u)) : start;
  const parts = [split(text, start, lists, ANY), split(text, start, end, /、/u)].find(
    ({ length }) => length > 2 && counts.has(length),
  );
  if (!parts) return undefined;
  const items = align(
    text,
    parts.map((part) => trimItem(text, part)),
  );
  const words = items.map((item) => text.slice(item.start, item.end));
  return words.every((item) => item.length <= 14 && isPlainItem(item) && !readFormula(item)) ? items : undefined;
}

const ORDER = [...'一二三四五六七八九十'];
/** An enumerator counts at the beginning of a sentence, clause or paragraph only. */
const enumerators = (words: readonly string[]): RegExp[] =>
  words.map((word) => new RegExp(`(?<=^|[。；：，！？\\n\\s”])${word}`, 'gu'));

/** The ways of counting off, in order: 一是, 第一， or 第一张是, 首先， or 首先是, 一要, 其一，. */
const SERIES: readonly (readonly RegExp[])[] = [
  ORDER.map((number) => `${number}是`),
  ORDER.map((number) => `第${number}(?:，|\\p{Script=Han}?是)`),
  ['首先[，是]', '其次[，是]', ...ORDER.slice(2).map((number) => `第${number}[，是]`)],
  ['首先[，是]', '其次[，是]', '再次[，是]', '最后[，是]'],
  ['首先[，是]', '其次[，是]', '最后[，是]'],
  ORDER.map((number) => `${number}要`),
  ORDER.map((number) => `其${number}[，是]`),
].map(enumerators);

/** 在三个方面下功夫：一是…: what is counted off by another number than the formula's. */
const COUNTED_OFF = /([两二三四五六七八九])(?:个方面|方面|件事|点|条|项)/u;

/** `“四个一体化”。一是A，…。二是B，…`, across paragraphs; each item up to its first comma or stop. */
function readEnumeration(text: string, at: number, limit: number, counts: ReadonlySet<number>): Span[] | undefined {
  let best: Span[] | undefined;
  for (const series of SERIES) {
    const first = nextOf(text, series[0]!, at, Math.min(limit, at + REACH));
    if (!first) continue;
    const between = text.slice(at, first.start);
    // another formula between, or another count, is what the list explains
    const quoted = /[“「]([^”」]*)[”」]/u.exec(between)?.[1];
    if (quoted && (between.length > 24 || readFormula(quoted))) continue;
    const other = COUNTED_OFF.exec(between)?.[1];
    if (other && ORDER.indexOf(other) + 1 !== Math.max(...counts)) continue;
    const items = followSeries(text, series, first, limit);
    if (counts.has(items.length)) return items;
    const exact = [...counts].find((count) => items.length > count && count > 1);
    if (exact === undefined && items.length > (best?.length ?? 1)) best = items;
  }
  return best;
}

function followSeries(text: string, series: readonly RegExp[], first: Span, limit: number): Span[] {
  const items: Span[] = [];
  let from = first.start;
  for (let index = 0; index < series.length; index++) {
    const at = index === 0 ? first : nextOf(text, series[index]!, from, Math.min(limit, from + ENUMERATION_GAP));
    if (!at || (index > 0 && nextOf(text, series[0]!, from, at.start))) break;
    const itemStart = skipMarks(text, at.end);
    const item = trimItem(text, { start: itemStart, end: firstOf(text, itemStart, limit, /[，。；：\n]/u) });
    if (item.end <= item.start) break;
    items.push(item);
    from = at.end;
  }
  return items;
}

const skipMarks = (text: string, at: number): number => {
  let start = at;
  while (/[，：:\s“「]/u.test(text[start] ?? '')) start++;
  return start;
};

function nextOf(text: string, enumerator: RegExp, from: number, limit: number): Span | undefined {
  // the lookbehind sees the character before `from`
  const base = Math.max(0, from - 1);
  enumerator.lastIndex = from - base;
  const match = enumerator.exec(text.slice(base, limit));
  return match ? { start: base + match.index, end: base + match.index + match[0].length } : undefined;
}
