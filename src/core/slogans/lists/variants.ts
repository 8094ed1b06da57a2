import { isAmong } from '../../text/characters';
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import { align, GOVERNING_WORD, NO_NOUN_BEHIND } from '../lists';

/*
 * Other borders of a list that was read: what governs it, what defines it, what joins its last two items. Each is one
 * proposal more, among which what is learned chooses.
 */

/** 需要从A, 成为A: words before a list that are also parts of words, so that a cut behind them is one proposal more. */
const MAY_GOVERN = /^(?:即|就是|要|.{0,6}(?:从|让|向|为|需要|影响|必须|无疑|更加|努力|积极))(?=.{2})/u;
/** 你的A, 其中的A: whose the things are. */
const OWNED = /^(?:你|我|他|她|它|其|咱|您|自己)们?的/u;

/**
 * The list with other borders; `counts` are the numbers of items that the formula may have. `isRow`: the items stand side by
 * side, so that a word before them may govern all.
 */
export function variantsOf(text: string, items: readonly Span[], counts: ReadonlySet<number>, isRow = true): Span[][] {
  if (items.length < 2) return [];
  const widened = withPauses(text, items);
  const base = widened ?? items;
  const joined = counts.has(base.length + 1) ? splitLast(text, base) : undefined;
  const found = [widened, joined, upToPause(text, base), withoutBrackets(text, base)].filter(
    (list) => list !== undefined,
  );
  return [...found, ...[items, ...found].flatMap((list) => withoutGoverning(text, list, isRow))];
}

/** The list with what governs it cut off its first item, in each way in which something may. */
function withoutGoverning(text: string, items: readonly Span[], isRow: boolean): Span[][] {
  const [first, ...rest] = items;
  const aligned = align(text, items);
  const isAligned = aligned[0]!.start > first!.start || aligned.at(-1)!.end < items.at(-1)!.end;
  const words = text.slice(first!.start, first!.end);
  const governing = (MAY_GOVERN.exec(words) ?? OWNED.exec(words))?.[0].length ?? 0;
  const ends = new Set([governing, sharedBeginning(text, items), ...(isRow ? behindVerbs(words) : [])]);
  const cut = [...ends].filter((by) => by > 0).map((by) => [{ start: first!.start + by, end: first!.end }, ...rest]);
  return [...(isAligned ? [aligned] : []), ...cut];
}

/** 要求各县要为A，要为B，要为C; 商会布好一张A，创好一套B: what stands in the first behind what governs all is made as the others are. */
function sharedBeginning(text: string, [first, ...rest]: readonly Span[]): number {
  // 让药品进得来、用得上、付得起: what somebody is to do
  if (rest.length < 2 || isAmong('让使令', text.charCodeAt(first!.start))) return 0;
  const words = text.slice(first!.start, first!.end);
  for (const [at, length] of BEGINNINGS) {
    const shared = text.slice(rest[0]!.start + at, rest[0]!.start + at + length);
    if (!rest.every(({ start }) => text.startsWith(shared, start + at))) continue;
    const index = words.indexOf(shared, at);
    if (index >= at) return index - at;
  }
  return 0;
}
/** Where items may be alike at their beginning, and in how many characters. */
const BEGINNINGS = [
  [0, 2],
  [1, 2],
  [1, 1],
] as const;

/** A；B；C，为此…: the last up to its pause, where the others have none. */
function upToPause(text: string, items: readonly Span[]): Span[] | undefined {
  const { start, end } = items.at(-1)!;
  const pause = text.slice(start, end).search(/[，,]/u);
  if (pause < 2 || items.slice(0, -1).some((item) => /[，,]/u.test(text.slice(item.start, item.end)))) return undefined;
  return [...items.slice(0, -1), { start, end: start + pause }];
}

/** A（…）、B（…）: without what explains each of them. */
function withoutBrackets(text: string, items: readonly Span[]): Span[] | undefined {
  const bare = items.flatMap(({ start, end }) => {
    const name = /^([^（()]{2,})[（(][^（()）]+[）)]$/u.exec(text.slice(start, end))?.[1];
    return name === undefined ? [] : [{ start, end: start + name.length }];
  });
  return bare.length === items.length ? bare : undefined;
}

/** A、B以及C with one item too few. */
function splitLast(text: string, items: readonly Span[]): Span[] | undefined {
  const { start, end } = items.at(-1)!;
  const joint = /以及|及其?|[和与]/u.exec(text.slice(start + 2, end - 2));
  if (!joint) return undefined;
  const at = start + 2 + joint.index;
  return [...items.slice(0, -1), { start, end: at }, { start: at + joint[0].length, end }];
}

/** The items whose beginning was lost to a pause, where the others stand between stronger marks: …；要为A、B负责. */
function withPauses(text: string, items: readonly Span[]): Span[] | undefined {
  // directly behind the item before, a pause is the border of a list
  const pauses = items.map(({ start }, index) => text[start - 1] === '、' && items[index - 1]?.end !== start - 1);
  if (pauses[0] || !pauses.includes(true) || !pauses.includes(false, 1)) return undefined;
  return items.map(({ start, end }, index) => {
    if (!pauses[index]) return { start, end };
    const before = items[index - 1]!.end;
    const part = /[^，；。：\n]*$/u.exec(text.slice(before, start))?.[0] ?? '';
    return { start: start - part.length, end };
  });
}

/** Behind each word that may govern the list. */
const behindVerbs = (words: string): number[] =>
  matchesOf(GOVERNING, words)
    .map(({ 0: verb, index }) => index + verb.length)
    .filter((by) => words.length - by >= 2);
const GOVERNING = new RegExp(`${GOVERNING_WORD}[了好]?${NO_NOUN_BEHIND}`, 'gu');
