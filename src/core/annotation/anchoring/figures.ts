import { readUnit } from '../../claims/units';
import type { Span } from '../../text/span';
import { FoldedText, wordsOf } from './foldedText';
import { isHanNumeral, isNumeral, numberEnd, numberStart } from './numerals';

/** A figure as anchoring compares it: the same only where all that it claims is the same. */
export interface Figure extends Span {
  /** The number with its sign, and with the other ends of a range that it is one of. */
  readonly value: string;
  readonly unit: string;
  /** What loosens the number directly behind it or behind its unit: 余, 以上. */
  readonly hedge: string;
  /** The words before it in its clause that say which way it points, against what, and how firmly. */
  readonly direction: string;
}

/** What a figure is: those that `passage` of `text` holds, cuts or touches. Asked in one place, by the anchorer. */
export type FigureReader = (text: string, passage: Span) => readonly Figure[];

/** Whether the same is claimed, figure by figure. */
export const sameFigures = (a: readonly Figure[], b: readonly Figure[]): boolean =>
  a.length === b.length &&
  a.every((figure, index) => {
    const { value, unit, hedge, direction } = b[index]!;
    return figure.value === value && figure.unit === unit && figure.hedge === hedge && figure.direction === direction;
  });

/** Of a longer passage only the ends are read: what is equal within it claims the same. */
const LONG = 128;
const END = 48;
/** As far around a passage figures are read, in codes. */
const AROUND = 48;

/**
 * The figures at the codes `[start, end)` of a folded text, read from as much context as `before` and `after` say, so that
 * a target, which has no more, is compared with no more.
 */
export function figuresAt(
  read: FigureReader,
  folded: FoldedText,
  { start, end }: Span,
  before: number,
  after: number,
): readonly Figure[] {
  if (end - start > LONG) {
    return [
      ...figuresAt(read, folded, { start, end: start + END }, before, END),
      ...figuresAt(read, folded, { start: end - END, end }, END, after),
    ];
  }
  const from = folded.offsetOf(Math.max(0, start - Math.min(before, AROUND)));
  const to = folded.endOf(Math.min(folded.length, end + Math.min(after, AROUND)) - 1);
  const span = folded.toSource({ start, end });
  return read(folded.text.slice(from, to), { start: span.start - from, end: span.end - from });
}

/** How far before a number its governing word may stand. */
const REACH = 16;
const CLAUSE_END = /[,.;:!?()"]/u;
const CUES = new RegExp(
  [
    ...['增长', '增加', '增幅', '增至', '提高', '提升', '上升', '上涨', '上调', '扩大', '涨', '升', '增'],
    ...['下降', '下跌', '下滑', '下调', '减少', '降低', '降幅', '缩小', '收窄', '压减', '回落', '跌', '降', '减'],
    ...['不低于', '不少于', '不高于', '不超过', '不多于', '不足', '不到', '未达', '未', '没有', '不', '零下', '负'],
    ...['超过', '突破', '达到', '接近', '大约', '将近', '至少', '至多', '最多', '高于', '低于', '少于', '多于'],
    ...['达', '超', '逾', '近', '约', '仅', '同比', '环比', '比上年', '比去年', '较上年', '较去年', '累计', '年均'],
    ...['预计', '力争', '计划', '目标', '完成', '由', '从'],
  ].join('|'),
  'gu',
);
const BEHIND = /^(?:余|多|来|许|有余|以上|之上|以下|以内|之内|左右|上下|出头)/u;
/** Between the two ends of a range. */
const RANGE = /^[-—~至到]/u;
const WORD = /^[\p{Script=Han}A-Za-z%‰°℃]/u;

interface Quantity extends Span {
  readonly number: string;
  readonly unit: string;
  readonly hedge: string;
  /** Whether it counts or measures something: 一 in 统一 does not. */
  readonly isMeasured: boolean;
}

/** Reads figures by their shape alone. */
export const readFigures: FigureReader = (text, passage) => {
  const folded = FoldedText.of(text);
  const words = wordsOf(folded.codes);
  const from = folded.indexOf(passage.start);
  const to = folded.indexOf(passage.end);
  const quantities = readQuantities(folded.codes, words);
  return quantities.flatMap((quantity, index) => {
    const range = rangeAround(quantities, words, index);
    const start = range[0]!.start;
    const end = range.at(-1)!.end;
    if (end < from || start > to) return [];
    const { unit, hedge, isMeasured } = quantity;
    const value = range.map(({ number }) => number).join('~');
    const direction = isMeasured ? governing(words, start) : '';
    return [{ ...folded.toSource({ start, end }), value, unit, hedge, direction }];
  });
};

function readQuantities(codes: Uint16Array, words: string): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < codes.length; at++) {
    if (!isNumeral(codes[at]!)) continue;
    const start = numberStart(codes, at);
    const end = numberEnd(codes, at + 1);
    const quantity = readQuantity(words, start, end, end - start > 1 || !isHanNumeral(codes[at]!));
    found.push(quantity);
    at = Math.max(end, quantity.end) - 1;
  }
  return found;
}

function readQuantity(words: string, start: number, numberStop: number, isNumber: boolean): Quantity {
  const number = words.slice(start, numberStop);
  const before = BEHIND.exec(words.slice(numberStop, numberStop + 2))?.[0] ?? '';
  const unitAt = numberStop + before.length;
  const known = readUnit(words, unitAt)?.end;
  if (!isNumber && known === undefined && before === '') {
    return { start, end: numberStop, number, unit: '', hedge: '', isMeasured: false };
  }
  // of an unknown unit the first character
  const unitEnd = known ?? unitAt + (WORD.exec(words.slice(unitAt, unitAt + 1))?.[0].length ?? 0);
  const behind = BEHIND.exec(words.slice(unitEnd, unitEnd + 2))?.[0] ?? '';
  return {
    start,
    end: unitEnd + behind.length,
    number,
    unit: words.slice(unitAt, unitEnd),
    hedge: `${before} ${behind}`,
    isMeasured: true,
  };
}

/** The figures that make one range with that at `index`, it included. */
function rangeAround(quantities: readonly Quantity[], words: string, index: number): Quantity[] {
  const joins = (a: Quantity | undefined, b: Quantity | undefined) =>
    a && b && b.start - a.end <= 1 && (b.start === a.end ? /^[-+]/u.test(b.number) : RANGE.test(words[a.end]!));
  let first = index;
  let last = index;
  while (joins(quantities[first - 1], quantities[first])) first--;
  while (joins(quantities[last], quantities[last + 1])) last++;
  return quantities.slice(first, last + 1);
}

function governing(words: string, at: number): string {
  const before = words.slice(Math.max(0, at - REACH), at);
  const clause = before.split(CLAUSE_END).at(-1)!;
  return [...clause.matchAll(CUES)].map(([cue]) => cue).join(' ');
}
