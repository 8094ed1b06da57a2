import { anyOf } from '../text/anyOf';
import { isAmong } from '../text/characters';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

/** Cutting a list into its items, and each item down to its own words. */

export const COMMA = '，,';
export const SEMICOLON = '；;';
export const ANY = '、，,；;';

/** The parts between `marks`, each of which is one character, those of words last, outside brackets and quotations. */
export function split(text: string, start: number, end: number, marks: string): Span[] {
  const parts: Span[] = [];
  // mostly no character of a word is a mark
  const cutsAtWords = isHan(marks.charCodeAt(marks.length - 1));
  let from = start;
  let depth = 0;
  for (let at = start; at <= end; at++) {
    if (at < end) {
      const code = text.charCodeAt(at);
      if (isHan(code)) {
        if (!cutsAtWords) continue;
      } else {
        const opening = OPENING.indexOf(text[at]!);
        // a quotation that goes on behind holds all of what is cut
        if (opening >= 0) depth += Number(depth > 0 || text.slice(at, end).includes(CLOSING[opening]!));
        else if (depth > 0 && CLOSING.includes(text[at]!)) depth--;
      }
      if (depth > 0 || !isAmong(marks, code)) continue;
    }
    if (at > from) parts.push({ start: from, end: at });
    from = at + 1;
  }
  return parts;
}
const OPENING = '“‘「（(';
const CLOSING = '”’」）)';
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Where the first of `marks` stands in `[start, end)`; `end` where there is none. */
export function firstOf(text: string, start: number, end: number, marks: string): number {
  for (let at = start; at < end; at++) if (isAmong(marks, text.charCodeAt(at))) return at;
  return end;
}

/** `A、B、C，D、E、F，G`: the end of the first clauses that are lists themselves; `start` where only one is. */
export function endOfLists(text: string, start: number, end: number): number {
  const clauses = split(text, start, end, COMMA);
  const other = clauses.findIndex(
    ({ start: from, end: to }) =>
      !text.slice(from, to).includes('、') && !/^(?:以及|及|和|并)/u.test(text.slice(from, to)),
  );
  const lists = other < 0 ? clauses : clauses.slice(0, other);
  return lists.length > 1 ? lists.at(-1)!.end : start;
}

/** Whether the parts are of one length, give or take a character. */
export function isOneLength(parts: readonly Span[], give = 1): boolean {
  const lengths = parts.map(({ start, end }) => end - start);
  return Math.max(...lengths) - Math.min(...lengths) <= give;
}

export const upTo = (text: string, span: Span, marks: string): Span => ({
  start: span.start,
  end: firstOf(text, span.start, span.end, marks),
});

export const trimEnd = (text: string, start: number, end: number): number => {
  let at = end;
  while (at > start && !isHan(text.charCodeAt(at - 1)) && /[。！？!?\s]/u.test(text[at - 1]!)) at--;
  return at;
};
/** What goes on behind the last item: 三个城镇圈, 都可以…, 等. */
const TAIL =
  /(?=[\d一二三四五六七八九十两都均分得受增总产占比重数规等全共联携齐同拧形握环各缺为累落管怎如])(?:(?:[二三四五六七八九十两\d]|一(?=十))+(?:个|项|大|类|种|条|方面).*|(?:[都均](?=[可能有是要已将会不得为纳受在])|分别(?![是为])|[得受]到|(?:增加值|总?产值|占比|比重|数量|总数|规模)(?=.*(?:\d|增|提|达|下降))|等|全部|共同|一起|一齐|一块儿?|一并|一样|联起手来|联手|携手|齐心|同向|同步|拧成|形成合力|握指成拳|一体(?!化)|环环相扣|各[展司就尽]|缺一不可|一分不少|为(?:重点|主)(?!向)|累计|落地|[三两]管|齐下|两手|怎么|如何).*)$/u;

/** Whether several items hold a count of their own: 建设1个中心、打造3条走廊. */
const areCounted = (text: string, items: readonly Span[]): boolean =>
  items.filter(({ start, end }) => HOLDS_COUNT.test(text.slice(start, end))).length > 1;
const HOLDS_COUNT = /\d+(?<=\p{Script=Han}\d+)(?:个|项|大|类|种|条|件)/u;

/** The items of a list without joints, marks and, at the last, what goes on behind the list. */
export const trimItems = (text: string, spans: readonly Span[]): Span[] =>
  trimEnds(
    text,
    spans.map((span) => trimItem(text, span, true)),
  );

/** Items trimmed one by one as a list: without what goes on behind its last. */
export function trimEnds(text: string, trimmed: readonly Span[]): Span[] {
  const items = [...trimmed];
  const last = items.at(-1);
  if (last) items[items.length - 1] = trimLast(text, last, items[0]!);
  const tail = last && tailOf(text, last);
  if (!last || tail === undefined) return items;
  // 同步谋划、同步设置: what all of them have belongs to them
  const others = items.slice(0, -1);
  // 与A相融合、与B等C相融合
  const ending = text.slice(last.end - 2, last.end);
  const isWithin = text[tail] === '等' && others.length > 1;
  if (isWithin && others.every(({ end }) => text.slice(end - 2, end) === ending)) return items;
  if (others.some((item) => tailOf(text, item) !== undefined) || areCounted(text, items)) return items;
  return [...others, { start: last.start, end: tail }];
}

/** A，同时B）: the last item without the word that adds it and without the end of a bracket around all of them. */
function trimLast(text: string, { start, end }: Span, first: Span): Span {
  const added = /^(?:同时|并且|而且)(?=\p{Script=Han}{2})/u.exec(text.slice(start, end))?.[0] ?? '';
  const from = text.startsWith(added, first.start) ? start : start + added.length;
  const closes = end > from && isAmong('）)', text.charCodeAt(end - 1)) && firstOf(text, from, end, '（(') === end;
  return { start: from, end: closes ? end - 1 : end };
}

function tailOf(text: string, { start, end }: Span): number | undefined {
  const tail = TAIL.exec(text.slice(start, end));
  // A（B、C等）: what goes on in brackets is the item's own
  const isInBrackets = tail && /[（(][^（()）]*$/u.test(text.slice(start, start + tail.index));
  return tail && tail.index >= 2 && !isInBrackets ? start + tail.index : undefined;
}

export function trimItem(text: string, span: Span, keepsTail = false): Span {
  let { start, end } = span;
  const joint = isAmong('以及和并', text.charCodeAt(start)) ? (JOINT.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
  if (end - start - joint >= 2) start += joint;
  while (
    start < end &&
    !isHan(text.charCodeAt(start)) &&
    /[\s“‘「"：①-⑳❶-❿]/u.test(text[start]!) &&
    !isClosedWithin(text, start, end)
  )
    start++;
  if (end > start && isAmong('”」"', text.charCodeAt(end - 1)) && /^[^“”「」]*.$/su.test(text.slice(start, end))) end--;
  return { start, end: keepsTail ? end : (tailOf(text, { start, end }) ?? end) };
}

const JOINT = /^(?:以及|及(?![时早格])|和(?![谐解美平睦])|并(?![购网联行轨存重]))/u;

/** “A”B: the mark at the beginning belongs to a quotation that ends inside. */
const isClosedWithin = (text: string, start: number, end: number): boolean =>
  isAmong('“「', text.charCodeAt(start)) && /[”」](?=.)/u.test(text.slice(start, end));

/** 农业强不强, 村民变富了: questions and outcomes, which name nothing. */
export const tells = (words: string): boolean =>
  isAmong('了过吗呢', words.charCodeAt(words.length - 1)) ||
  (words.includes('不') && /(\p{Script=Han})不\1/u.test(words));

/** Words that govern the whole list stand before its first item: 组织规划师、建筑师、工程师. */
export const GOVERNING_WORD = anyOf(
  '建立健全|一律|务必|应当|必须|坚持|实施|促进|推动|搭建|推进|打赢|打好|通过|具备|具有|建立|健全|完善|落实|实行|开展|围绕|聚焦|做好|抓好|强化|加强|突出|控制|实现|形成|构建|包括|涵盖|组织|搞好|确保|做到|设立|创新|发挥|深化|学习|处于|弘扬|发扬|提供|提出|组建|成立|涉及|分为|采取|按照|依托|整合|推行|推广|健全|创建|培育|探索|抓实|抓牢|突破|争创|评选|打造|开设|经过|面对|培树|选树|有了|践行|传承|不再|打出|推出|审理|办理|优化|巩固|取得|规范|厘清|梳理|制定|出台|编制|明确|细化|压实|夯实|拧紧|畅通|拓展|拓宽|打通|整治|统筹|协调|开启|提升|增强|提高|保障|维护|满足|解决|破解|防范|化解|凝聚|汇聚|激活|激发|释放|培养|锻造|塑造|树立|树牢|筑牢|建好|建强|管好|用好|办好|守好|走好|写好|下好|做强|做优|做大|抓细|抓紧|严格|严守|恪守|遵循|遵守|贯彻|融入|纳入|引入|引导|引领|带动|举办|选派|选拔|选聘|配备|配齐|设置|设定|规定|要求|倡导|宣传|牢记|坚定|坚守|承担|肩负|履行|编写|兑现|搭起|架起|撑起|用活|盘活|擦亮|聚合|汇集|连接|贯通|覆盖|兼顾|选出|评出|排查|清理|整顿|整改|吸纳|吸引|动员|发动|组成|构成|成为|建成|达到|增加|减少|扩大|缩小|打响|叫响|享受|由|在|以|把|对|将|用'.split(
    '|',
  ),
);
/** 保障性住房, 创新型企业: a verb that is a part of a noun. */
export const NO_NOUN_BEHIND = '(?![性型力率费者员权])';
const GOVERNING = new RegExp(GOVERNING_WORD + NO_NOUN_BEHIND, 'gu');

/** Cuts what governs the list off its first item, and what goes on behind it off its last, where the others show how. */
export function align(text: string, items: readonly Span[], isGoverned = true): Span[] {
  if (items.length < 2) return [...items];
  const middle = items.slice(1, -1);
  const rest = [...middle, alignLast(text, items.at(-1)!, middle)];
  return [alignFirst(text, items[0]!, rest, isGoverned), ...rest];
}

function alignFirst(text: string, first: Span, rest: readonly Span[], isGoverned: boolean): Span {
  const words = text.slice(first.start, first.end);
  const others = rest.map((item) => text.slice(item.start, item.end));
  const initial = others[0]![0]!;
  const governing = words.indexOf(initial);
  // 因公出访、公车使用、公务招待: a single character governs only where it is a word of its own
  const isWord = governing > 1 || /^[在以把对将用抓保促]/u.test(words);
  if (others.every((other) => other[0] === initial) && governing > 0 && isWord) {
    return { start: first.start + governing, end: first.end };
  }
  const length = others[0]!.length;
  const isSame = others.every((other) => other.length === length);
  // 在职党员、流动党员、退休党员: nothing is left over that could govern the others
  if (isSame && words.length === length) return first;
  // 目前两国都面临着城镇化、工业化、信息化: however much stands before what all of them end on
  const ending = others[0]!.at(-1)!;
  const isEnding = others.length > 1 && isSame && length > 2 && others.every((other) => other.endsWith(ending));
  if (isEnding && words.endsWith(ending) && words.length >= length + 2)
    return { start: first.end - length, end: first.end };
  // what governs a list is a word of two characters or more
  const isLonger = words.length >= length + 2 && words.length - length <= 8;
  if (others.length > 1 && isSame && isLonger && words.at(-1) === others[0]!.at(-1)) {
    return { start: first.end - length, end: first.end };
  }
  // 盯住进货、加工、留样: the end of a verb before as much as the others hold
  if (others.length > 1 && isSame && length > 1 && isLonger && /[住好紧准牢实严出起]/u.test(words.at(-length - 1)!)) {
    return { start: first.end - length, end: first.end };
  }
  // 搭建了省、市、县: a single character stands where the others are such
  const shortest = Math.min(2, ...others.map((other) => other.length));
  const verb = isGoverned ? lastVerb(words, shortest) : 0;
  if (verb > 0 && words.length - verb >= shortest && !others.some((other) => other.startsWith(words.slice(0, 2)))) {
    return { start: first.start + verb, end: first.end };
  }
  return first;
}

/** General nouns that can stand once behind a list for all of it. */
const SHARED_NOUN =
  /(?:案件|领域|部门|单位|企业|行业|产业|市场|环节|业务|事项|资源|要素|设施|项目|工作|渠道|平台|力量|队伍|数据|资金|政策|服务)$/u;

/** Whether what stands between `from` and `to` belongs to all items of the list before it. */
export const isShared = (text: string, from: number, to: number): boolean =>
  to > from && SHARED_NOUN.exec(text.slice(from, to))?.[0].length === to - from;

function alignLast(text: string, last: Span, middle: readonly Span[]): Span {
  const others = middle.map((item) => text.slice(item.start, item.end));
  const words = text.slice(last.start, last.end);
  const length = others[0]?.length ?? 0;
  const cut = last.start + length;
  // 刑事、民事、行政案件: the noun belongs to all
  const noun = SHARED_NOUN.exec(words)?.[0].length;
  if (noun === words.length - length && others.every((other) => other.length === length))
    return { start: last.start, end: cut };
  // 标准、流程、口径不统一的问题: what is said of all of them, each as long as the others
  if (
    others.length > 1 &&
    others.every((other) => other.length === length) &&
    /^[不都均未没]/u.test(words.slice(length))
  )
    return { start: last.start, end: cut };
  // 良机、良法、良制一体配套: all of one length and beginning, and as much behind the last
  const isAlike = others.length > 1 && others.every((other) => other[0] === words[0] && other.length === length);
  if (isAlike && words.length >= 2 * length) return { start: last.start, end: cut };
  if (others.length === 1 && last.end > cut && text[cut - 1] === others[0]!.at(-1))
    return { start: last.start, end: cut };
  // 劝导员把关口前移: what all do together
  const together = Math.max(...others.map(({ length }) => length)) + 2;
  const verb = words.length > together ? words.search(/[把将使让]/u) : -1;
  if (others.length > 1 && verb >= 2) return { start: last.start, end: last.start + verb };
  // 能源改造、供热改造、灵活性改造累计完成: the others say on what an item ends
  for (const ending of others.length > 1 ? [others[0]!.slice(-2), others[0]!.slice(-1)] : []) {
    const at = words.indexOf(ending, 1);
    if (at < 1 || !others.every((other) => other.endsWith(ending))) continue;
    return { start: last.start, end: last.start + at + ending.length };
  }
  return last;
}

/** Behind the last word that governs a list, and its 了; or 0. What it governs has at least `shortest` characters: 建立责任落实. */
function lastVerb(words: string, shortest: number): number {
  let end = 0;
  for (const match of matchesOf(GOVERNING, words)) {
    const behind = match.index + match[0].length;
    if (words.length - behind >= shortest) end = behind;
  }
  return end > 0 && isAmong('了着好', words.charCodeAt(end)) ? end + 1 : end;
}
