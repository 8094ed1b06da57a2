import type { Span } from '../text/span';
import { type Formula, itemCounts, readFormula } from './formula';
import { firstOf, trimItem } from './lists';

/*
 * Items that are counted off: 一是A，…。二是B，…, across paragraphs; each up to its first comma or stop.
 */

/** How far behind a formula the first may stand, and how far the next behind one. */
const REACH = 120;
const GAP = 1500;
/** How much may be said of the last item before a name is given to all. */
const LAST = 60;

const ORDER = [...'一二三四五六七八九十'];
/** An enumerator counts at the beginning of a sentence, clause or paragraph only. */
const enumerators = (words: readonly string[]): RegExp[] =>
  words.map((word) => new RegExp(`(?<=^|[。；：，！？\\n\\s”])(?:${word})`, 'gu'));

/** Each is counted off by the same words: 一个是A，一个是B，还有一个是C; 一手抓A，一手抓B. */
const repeated = (word: string): string[] => ORDER.map(() => `(?:还有|另有|再有|最后|另|再)?${word}`);

const ONE_OF = '一(?:个|条|种|项|张|方面)[是叫要]';

/** Where in a pair or row the things stand: 左边是A，右边是B; 前者是A，后者是B. */
const POSITIONS = [
  ['左', '右'],
  ['前', '后'],
  ['前者', '后者'],
];

const [LAST_OF_ALL] = enumerators(['最后(?:一[个条项点])?(?:就?是|，)']) as [RegExp];

/** The ways of counting off, in order. */
const WAYS: readonly (readonly string[])[] = [
  ORDER.map((number) => `${number}是`),
  ORDER.map(
    (number) => `第${number}(?:，|[个步条项点招件场道关层类种句张手样环](?:就?[是叫]作?|，)|\\p{Script=Han}?是)`,
  ),
  ['首先[，是]', '其次[，是]', ...ORDER.slice(2).map((number) => `第${number}[，是]`)],
  ['首先[，是]', '其次[，是]', '再次[，是]', '最后[，是]'],
  ['首先[，是]', '其次[，是]', '最后[，是]'],
  ...POSITIONS.map((places) =>
    places.map((place) => `${place}(?:[边面侧头端]|一?个|一[项条])?(?:说的|讲的|指的)?就?[是为叫]`),
  ),
  ORDER.map((number) => `${number}要`),
  ORDER.map((number) => `其${number}[，是]`),
  ORDER.map((number) => `[（(]${number}[)）]`),
  ORDER.map((number) => `${number}、`),
  ORDER.map((_, index) => `${index + 1}[.．、]`),
  ORDER.map((_, index) => String.fromCharCode(0x2460 + index)),
  repeated(ONE_OF),
  repeated('一[手头边](?:要)?'),
];
const SERIES: readonly (readonly RegExp[])[] = WAYS.map(enumerators);
/** The first of any series: where it does not stand, none has to be looked for. */
const [FIRST_OF_ANY] = enumerators([WAYS.map(([first]) => first).join('|')]) as [RegExp];

/** 第一步A，第二步B of 两步走; 一看A，二看B of 三看: counted off by what the formula counts. */
const OWN_SERIES: readonly ((thing: string) => readonly string[])[] = [
  (thing) => ORDER.map((number) => `第${number}${thing}(?:，|就?是|要)?`),
  (thing) => ORDER.map((number) => `${number}(?=${thing})`),
];

const own = new Map<string, readonly (readonly RegExp[])[]>();

function ownSeries({ things }: Formula): readonly (readonly RegExp[])[] {
  const thing = things.length === 1 ? things[0]![0]! : '';
  if (!/^(?![是个要])\p{Script=Han}$/u.test(thing)) return [];
  const known = own.get(thing);
  if (known) return known;
  const series = OWN_SERIES.map((words) => enumerators(words(thing)));
  own.set(thing, series);
  return series;
}

/** 在三个方面下功夫：一是…: what is counted off by another number than the formula's. */
const COUNTED_OFF = /([两二三四五六七八九])(?:个方面|方面|件事|点|条|项)/u;

/** Every series that begins behind the formula, up to where it ends. */
export function readEnumerations(text: string, at: number, formula: Formula): Span[][] {
  const counts = itemCounts(formula);
  const limit = Math.min(text.length, at + REACH);
  const begun = nextOf(text, FIRST_OF_ANY, at, limit) ? SERIES : [];
  return [...begun, ...ownSeries(formula)].flatMap((series) => {
    const first = nextOf(text, series[0]!, at, limit);
    if (!first || !explains(text.slice(at, first.start), counts)) return [];
    const items = followSeries(text, series, first);
    return items.length > 0 ? [items] : [];
  });
}

/** The `count` items of a series that is told between `start` and `end` and goes on up to `end`. */
export function seriesWithin(text: string, start: number, end: number, count: number): Span[] | undefined {
  if (!nextOf(text, FIRST_OF_ANY, start, end)) return undefined;
  for (const series of SERIES) {
    const first = nextOf(text, series[0]!, start, end);
    const items = first && followSeries(text.slice(0, end), series, first);
    if (items?.length === count && end - items.at(-1)!.end <= LAST) return items;
  }
  return undefined;
}

/** Whether the words between formula and list leave the list to the formula: no other formula, and no other count. */
function explains(between: string, counts: ReadonlySet<number>): boolean {
  const quoted = /[“「]([^”」]*)[”」]/u.exec(between)?.[1];
  if (quoted && (between.length > 24 || readFormula(quoted))) return false;
  const other = COUNTED_OFF.exec(between);
  if (!other) return true;
  return ORDER.indexOf(other[1]!) + 1 === Math.max(...counts) && !between.slice(0, other.index).includes('。');
}

function followSeries(text: string, series: readonly RegExp[], first: Span): Span[] {
  const items: Span[] = [];
  let from = first.start;
  let ended = false;
  for (let index = 0; !ended && index < series.length; index++) {
    const limit = Math.min(text.length, from + GAP);
    const next = index === 0 ? first : nextOf(text, series[index]!, from, limit);
    // 第一是，第二是，最后是
    const at = next ?? (index > 1 ? nextOf(text, LAST_OF_ALL, from, limit) : undefined);
    if (!at || (index > 0 && nextOf(text, series[0]!, from, at.start))) break;
    ended = !next;
    const itemStart = skipMarks(text, at.end);
    const end = firstOf(text, itemStart, text.length, '，。；：\n');
    // 都有, 全部: each is a sentence of its own
    const item = trimItem(text, { start: itemStart, end }, true);
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
