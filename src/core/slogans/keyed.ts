import { isAmong, setOf } from '../text/characters';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import { ADDED, COUNTED_OFF } from './enumerators';
import type { Formula } from './formula';
import { align, isOneLength, tells, trimItem } from './lists';

/*
 * Items that carry the word that the formula counts: 资源变资产、产品变商品 of 三变; 破A、立B，是起点；破C、立D，是关键 of
 * two 破 and 立. The word says by itself which clauses are items, whatever stands between formula and list, and whether
 * a comma, a stop or an explanation separates them.
 */

/** How far behind a formula its first item may begin, and the last one end. */
const NEAR = 60;
export const WINDOW = 400;
export const ITEM_LENGTH = 32;

interface Wanted {
  readonly key: string;
  readonly count: number;
}

/** A clause or list element; `joint` is the mark before it, `counted` says that an enumerator stood there, `defined` a word like 就是. */
export interface Piece extends Span {
  readonly joint: string;
  readonly words: string;
  readonly counted: boolean;
  readonly defined: boolean;
  /** It says something of the piece before: 是前提. */
  readonly said: boolean;
}

interface Held extends Piece {
  readonly which: number;
}

/** Measure words of formulas, which no item repeats: 个 of 三个转变. */
export const MEASURE = /^[个大项条张种类级层](?=.)/u;
/** Words too general to say that a clause is an item. */
const NO_KEY = /^[一二两三四五六七八九十个大级层方类点条是有的]$/u;

/** Reads the items of `formula`, mentioned at `[start, end)`; its quotation mark ends at `at`. */
export function readKeyed(text: string, { start, end }: Span, at: number, formula: Formula): Span[] | undefined {
  // 两院一体, 三方一致: the one counts nothing
  const counted = formula.things.map((thing, index) => ({ thing, count: formula.numbers[index]! }));
  const listed = counted.filter(({ thing, count }) => count > 1 || !/^[体致统起并]$/u.test(thing));
  const things = listed.map(({ thing }) => thing);
  const total = listed.reduce((sum, { count }) => sum + count, 0);
  if (things.length === 0 || total < 2 || total > 12) return undefined;
  // what stands behind the next mention explains that one
  const window = text.slice(at, at + WINDOW);
  const reach = window.slice(0, nextMention(window, text.slice(start, end)));
  const all = keysOf(things).filter((keys) => keys.every((key) => reach.includes(key)));
  const pieces = all.length === 0 ? [] : cut(text, at, at + reach.length);
  for (const keys of all) {
    const wanted = keys.map((key, index) => ({ key, count: listed[index]!.count }));
    // 的方式…: what goes on behind the formula is no item
    const own = pieces.flatMap((piece) =>
      piece.start === at && piece.words.startsWith('的') ? [] : splitJoined(piece, keys),
    );
    for (let first = 0; first < own.length && own[first]!.start <= at + NEAR; first++) {
      for (const isLoose of [false, true]) {
        const held = follow(own, first, wanted, isLoose);
        const items = held && shape(text, held, wanted, at, isLoose);
        if (items) return items;
      }
    }
  }
  return undefined;
}

/** Where `name` comes again; 第三不准… counts off and names no 三不准. */
export function nextMention(window: string, name: string): number {
  let at = window.indexOf(name);
  while (at > 0 && isAmong('第其', window.charCodeAt(at - 1))) at = window.indexOf(name, at + 1);
  return at < 0 ? window.length : at;
}

/** The words to look for, longest first: 好农村路, 好农, 好 of 四好农村路. */
function keysOf(things: readonly string[]): string[][] {
  const bare = things.map((thing) => thing.replace(MEASURE, ''));
  const all = [bare, bare.map((thing) => thing.slice(0, 2)), bare.map((thing) => thing[0]!)];
  return all.filter(
    (keys, index) => !keys.some((key) => NO_KEY.test(key)) && (index === 0 || String(keys) !== String(all[index - 1])),
  );
}

const isMark = setOf('、，；。：？！（）()—―“”「」『』,;:?!\n');

export function cut(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let joint = '';
  for (let at = from; at <= to; at++) {
    if (at < to && !isMark(text.charCodeAt(at))) continue;
    const piece = at > start ? readPiece(text, { start, end: at }, joint, start === from) : undefined;
    if (piece) pieces.push(piece);
    // a stop before a quotation mark or line end separates more than these
    if (!(start === at && /[。；：？！]/u.test(joint))) joint = text[at] ?? '';
    start = at + 1;
  }
  return pieces;
}

const DEFINES = /^(?:[也则亦]?(?:即|就是|是指|指的是|指|分别[是为]|包括|涵盖|无非(?:就?是)?|是|为|叫作?|凡是))/u;

/** “三色”管理说白了就是A: behind the formula itself other words may stand before. */
const DEFINES_LATER = new RegExp(`${DEFINES.source}|^[^一二三四五六七八九十]{1,8}?(?:就是|指的是|是指|说的是)`, 'u');

/** 是前提, 是关键: what is said of an item behind a comma. */
const PREDICATE = /^(?:[也则都又更]?[是为]|这是)/u;

/** The characters with which any of these begins, or an enumerator: with others a piece begins by its own words. */
const INTRODUCES: ReadonlySet<number> = new Set(
  [
    ...'一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩第其首再最还另左右前后上下里外东西南北中以同加也则亦即就是指分包涵无凡叫为都又更这',
  ].map((character) => character.charCodeAt(0)),
);

function readPiece(text: string, span: Span, joint: string, isBehindFormula: boolean): Piece | undefined {
  if (!isBehindFormula && !INTRODUCES.has(text.charCodeAt(span.start))) {
    const { start, end } = trimItem(text, span);
    const plain = { joint, words: text.slice(start, end), counted: false, defined: false, said: false };
    return end > start ? { start, end, ...plain } : undefined;
  }
  const words = text.slice(span.start, span.end);
  const counted = COUNTED_OFF.exec(words)?.[0].length ?? ADDED.exec(words)?.[0].length ?? 0;
  const defines = isBehindFormula ? DEFINES_LATER : DEFINES;
  const defining = defines.exec(text.slice(span.start + counted, span.end))?.[0] ?? '';
  const said = (joint === '，' || joint === ',') && PREDICATE.test(words);
  const { start, end } = trimItem(text, { start: span.start + counted + defining.length, end: span.end });
  return end > start
    ? {
        start,
        end,
        joint,
        words: text.slice(start, end),
        counted: counted > 0 && !ADDED.test(words),
        defined: defining.length > 0 && defining !== '为',
        said,
      }
    : undefined;
}

const JOINTS = /以及|[和与及]/gu;

/** 派出所和司法所, 助浴以及助医: two items where both sides end, or begin, with the same word. */
function splitJoined(piece: Piece, keys: readonly string[]): Piece[] {
  for (const match of matchesOf(JOINTS, piece.words)) {
    const left = piece.words.slice(0, match.index);
    const from = match.index + match[0].length;
    const right = piece.words.slice(from);
    const joins = keys.some(
      (key) => (left.endsWith(key) && right.includes(key)) || (left.includes(key) && right.startsWith(key)),
    );
    if (!joins) continue;
    const { start, end } = piece;
    return [
      { ...piece, end: start + match.index, words: left },
      ...splitJoined(
        { start: start + from, end, joint: '、', words: right, counted: false, defined: false, said: false },
        keys,
      ),
    ];
  }
  return [piece];
}

/**
 * The pieces from `first` on that are items. Strictly, nothing but what is said of them stands between; loosely, each is
 * the beginning of a sentence or of a part between semicolons, and what follows in it explains it.
 */
function follow(
  pieces: readonly Piece[],
  first: number,
  wanted: readonly Wanted[],
  isLoose: boolean,
): Held[] | undefined {
  const left = wanted.map(({ count }) => count);
  const held: Held[] = [];
  let open = left.reduce((sum, count) => sum + count, 0);
  let which = 0;
  let index = first;
  const joints = isLoose ? /[；。;\n]/u : /[、，；,;]/u;
  for (; index < pieces.length && open > 0; index++) {
    const piece = pieces[index]!;
    const isFirst = held.length === 0;
    // what is counted off goes on so
    const isMark = isFirst || piece.counted || (!held[0]!.counted && joints.test(piece.joint));
    const found = isMark ? choose(piece, wanted, left, which) : -1;
    if (found >= 0) {
      which = found;
      left[which]!--;
      open--;
      held.push({ ...piece, which });
    } else if (goesOn(piece, held, wanted)) {
      held.push({ ...held.pop()!, end: piece.end });
    } else if (isFirst || (!isLoose && !piece.said)) {
      return undefined;
    }
  }
  for (; index < pieces.length && goesOn(pieces[index]!, held, wanted); index++) {
    held.push({ ...held.pop()!, end: pieces[index]!.end });
  }
  // one more in the list
  if (open > 0 || (pieces[index]?.joint === '、' && !isLoose)) return undefined;
  return held;
}

/** 毫不动摇鼓励、支持、引导B: a list inside an item of a list whose items are set off by more than that. */
const goesOn = ({ start, joint, words }: Piece, held: readonly Held[], wanted: readonly Wanted[]): boolean =>
  joint === '、' &&
  held.at(-1)?.end === start - 1 &&
  held.slice(1).every((item) => item.joint !== '、') &&
  (held.length > 1 || wanted.length === 1) &&
  wanted.every(({ key }) => key.length > 1 && !words.includes(key));

/** Which of the wanted words a piece carries: rather the one that it begins with, rather the one that came before. */
function choose({ words }: Piece, wanted: readonly Wanted[], left: readonly number[], which: number): number {
  if (words.length > ITEM_LENGTH) return -1;
  const carries = (index: number) =>
    left[index]! > 0 &&
    words.includes(wanted[index]!.key) &&
    // 三变，就是…: the formula's own part
    words.length > wanted[index]!.key.length &&
    !/^[哪这一二两三四五六七八九十]{1,2}[个大项条张种]?$/u.test(words.slice(0, words.indexOf(wanted[index]!.key)));
  const begins = wanted.findIndex(({ key }, index) => carries(index) && words.startsWith(key));
  if (begins >= 0) return begins;
  return carries(which) ? which : wanted.findIndex((_, index) => carries(index));
}

/** The items in their own words, where each of the wanted words stands at one place in all that carry it. */
function shape(
  text: string,
  held: readonly Held[],
  wanted: readonly Wanted[],
  at: number,
  isLoose: boolean,
): Span[] | undefined {
  const items: Span[] = [];
  const isNear = held[0]!.start - at <= NEAR / 3 || wanted.length > 1;
  for (const [which, { key }] of wanted.entries()) {
    const group = held.filter((piece) => piece.which === which);
    // two clauses that happen to share a character
    if (isLoose && group.length < 3 && key.length < 2 && !group[0]!.counted) return undefined;
    const shaped =
      begin(text, group, key, isNear) ?? finish(text, group, key) ?? hold(text, group, key, wanted.length > 1);
    if (!shaped) return undefined;
    items.push(...shaped);
  }
  const words = items.map(({ start, end }) => text.slice(start, end));
  if (words.some(tells) || words.filter(countsThings).length > 1) return undefined;
  return items.sort((a, b) => a.start - b.start);
}

/** All begin with the word; the first may have what governs the list before it. */
function begin(text: string, group: readonly Held[], key: string, isNear: boolean): Span[] | undefined {
  const [first, ...rest] = group;
  if (rest.length === 0 || !rest.every(({ words }) => words.startsWith(key))) return undefined;
  if (rest.length === 1 && key.length === 1 && !isNear) return undefined;
  return align(text, [{ start: first!.start + first!.words.indexOf(key), end: first!.end }, ...rest.map(bare)], false);
}

/** All end with the word; what is said of them, or what they do together, goes on behind it. */
function finish(text: string, group: readonly Held[], key: string): Span[] | undefined {
  if (group.length < 2) return undefined;
  const spans = group.map(({ start, end, words }): Span | undefined => {
    if (words.endsWith(key)) return { start, end };
    const said = words.lastIndexOf(`${key}是`);
    return said > 0 ? { start, end: start + said + key.length } : undefined;
  });
  const last = group.at(-1)!;
  const behind = last.words.indexOf(key) + key.length;
  spans[group.length - 1] ??= behind > 1 ? { start: last.start, end: last.start + behind } : undefined;
  if (!spans.every((span) => span !== undefined)) return undefined;
  const items = align(text, spans);
  if (items.length > 2) return items;
  // a definition says by itself how far a pair reaches
  return isOneLength(items, 0) && !group[0]!.defined ? items : undefined;
}

/** All hold the word in the middle: a single character only in one list of things that are alike. */
function hold(text: string, group: readonly Held[], key: string, isPart: boolean): Span[] | undefined {
  if (group.length === 1) return isPart ? group.map(bare) : undefined;
  const items = align(text, group.map(bare));
  const places = group.map(({ words }) => words.length - words.indexOf(key));
  const isList = group.slice(1).every(({ joint }) => joint !== '，');
  const isAlike = group.length > 2 && isList && Math.max(...places) - Math.min(...places) <= 1;
  return key.length > 1 || isAlike ? items : undefined;
}

export const bare = ({ start, end }: Span): Span => ({ start, end });

/** 服务企业1200家, 服务群众3万人: figures spell nothing out. */
export const countsThings = (words: string): boolean => /\d/u.test(words);
