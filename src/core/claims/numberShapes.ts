import { digitValue, isAmong, isLatin, Kind, kindAt } from '../text/characters';
import type { ClaimKind, Hedge } from './claim';
import { hedgeBefore } from './hedges';
import { hanDigit, tidy } from './numerals';
import { readNumber, readRoundNumber, type WrittenNumber } from './readNumber';
import { readUnit } from './units';

/** A claim before its hedges are looked for: number and unit, or where to go on when there is none. */
export interface ClaimCore {
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
  readonly value: number;
  readonly unit: string;
  /** Of a range: its upper bound. */
  readonly upper?: number | undefined;
  readonly atLeast?: boolean;
  /** A hedge inside the span: 翻了近三番. */
  readonly hedge?: Hedge;
}

/** 过半受访者 at the beginning of a clause; but 近半年, 过半程. */
const HALF_BEFORE = /(?:^|[，。；、：\s有])[近约过超逾]半$/u;
const HALF_OF = /^(?![数年天月日小个世生百夜途程场路边价晌空辈成径身截壁])\p{Script=Han}/u;

/** 三分之二, 百分之三十, 1/3, 一半, 半数. */
export function readParts(text: string, at: number, plain: WrittenNumber | undefined): ClaimCore | undefined {
  const character = text[at]!;
  if (character === '一' && text[at + 1] === '半')
    return { start: at, end: at + 2, kind: 'fraction', value: 0.5, unit: '' };
  if (character === '半') {
    const counted = text[at + 1] === '数';
    if (!counted && !hedgeBefore(text, at)) return undefined;
    const isAlone = at + 1 === text.length || isAmong('的，。；、,; ', text.charCodeAt(at + 1));
    const isOf = HALF_OF.test(text.slice(at + 1)) && HALF_BEFORE.test(text.slice(Math.max(0, at - 2), at + 1));
    if (!counted && !isAlone && !isOf) return undefined;
    return { start: at, end: at + (counted ? 2 : 1), kind: 'fraction', value: 0.5, unit: '' };
  }
  const mixed = plain && text[plain.end] === '又' ? readMixed(text, at, plain) : undefined;
  if (mixed) return mixed;
  if (digitValue(character.charCodeAt(0)) >= 0 && !(plain && text.startsWith('分之', plain.end)))
    return readSlash(text, at);
  const hundred = text.startsWith('百分之', at);
  const denominator = hundred ? undefined : (plain ?? readRoundNumber(text, at));
  const over = hundred ? at + 1 : denominator?.end;
  if (!over || !text.startsWith('分之', over)) return readShortFraction(text, at);
  if (hundred && text[over + 2] === '百') return { start: at, end: over + 3, kind: 'percent', value: 100, unit: '%' };
  const numerator = readNumber(text, over + 2);
  if (!numerator || isLatin(text.charCodeAt(numerator.end))) return undefined;
  const { value, end } = numerator;
  if (hundred) {
    const range = readRangeEnd(text, end);
    const last = range ? readNumber(text, range) : undefined;
    return {
      start: at,
      end: last?.end ?? end,
      kind: 'percent',
      value,
      unit: '%',
      upper: last?.value ?? numerator.upper,
      atLeast: numerator.atLeast,
    };
  }
  // 千分之一秒 is a span of time
  if (text[end] === '秒') return undefined;
  return { start: at, end, kind: 'fraction', value: value / denominator!.value, unit: '', atLeast: numerator.atLeast };
}

/** 三分一, 四分三: parts as Cantonese says them; 二分十秒 is a time. */
const SHORT = /^([三四五六八十])分([一二三])(?![之钟点秒分半一二三四五六七八九十百千万斤\d])/u;

function readShortFraction(text: string, at: number): ClaimCore | undefined {
  const match = SHORT.exec(text.slice(at, at + 4));
  if (!match || isAmong('第百', text.charCodeAt(at - 1))) return undefined;
  const [denominator, numerator] = [match[1] === '十' ? 10 : hanDigit(match[1]), hanDigit(match[2])];
  if (numerator >= denominator) return undefined;
  return { start: at, end: at + 3, kind: 'fraction', value: numerator / denominator, unit: '' };
}

/** 三又二分之一. */
function readMixed(text: string, at: number, whole: WrittenNumber): ClaimCore | undefined {
  const denominator = readNumber(text, whole.end + 1);
  const numerator =
    denominator && text.startsWith('分之', denominator.end) ? readNumber(text, denominator.end + 2) : undefined;
  if (!numerator) return undefined;
  const value = whole.value + numerator.value / denominator!.value;
  return { start: at, end: numerator.end, kind: 'fraction', value, unit: '' };
}

function readSlash(text: string, at: number): ClaimCore | undefined {
  // the number of a paper: CB(1)52/2024
  if (isAmong(')）]〕', text.charCodeAt(at - 1))) return undefined;
  let end = at;
  while (kindAt(text, end) === Kind.digit && end - at < 4) end++;
  if (text[end] !== '/') return undefined;
  const second = end + 1;
  end = second;
  while (kindAt(text, end) === Kind.digit && end - second < 5) end++;
  // 9/11袭击: a day by which something is known; 8/15 19:15: a day and an hour
  if (/^\s?(?:\d{1,2}[:：]|恐袭|袭击|恐怖|事件|惨案)/u.test(text.slice(end, end + 5))) return undefined;
  const top = numberOf(text, at, second - 1);
  const bottom = numberOf(text, second, end);
  // 118/2026: the number of a paper and its year
  const isDated = end - second === 4 && isYear(bottom);
  if (!(top > 0 && top < bottom) || isDated || isAmong('/年月.度财', text.charCodeAt(end))) return undefined;
  return { start: at, end, kind: 'fraction', value: top / bottom, unit: '' };
}

export const isYear = (value: number): boolean => value >= 1800 && value <= 2199;

export function numberOf(text: string, start: number, end: number): number {
  let value = start === end ? Number.NaN : 0;
  for (let at = start; at < end; at++) value = value * 10 + digitValue(text.charCodeAt(at));
  return value;
}

const LONGEST_NUMBER = 9;
const RATIO = /^(\d{1,4}(?:\.\d{1,4})?)[:：](\d{1,4}(?:\.\d{1,4})?)(?![\d:：.])/u;

/** `城乡收入比由2.46:1缩小到2.42:1`: a ratio where the words before it say so; its value is the quotient. */
export function readRatio(text: string, at: number): ClaimCore | undefined {
  let colon = at;
  while (colon - at < LONGEST_NUMBER && (kindAt(text, colon) === Kind.digit || text[colon] === '.')) colon++;
  const match = isAmong(':：', text.charCodeAt(colon)) ? RATIO.exec(text.slice(at, at + 20)) : null;
  if (
    !match ||
    !/比[^，。；：]{0,16}$|比例[^，。；]{0,6}$/u.test(text.slice(Math.max(0, at - 20), at).replace(/[\d.:：]+/gu, ''))
  )
    return undefined;
  const value = Number(match[1]) / Number(match[2]);
  return Number.isFinite(value) && value > 0
    ? { start: at, end: at + match[0].length, kind: 'multiple', value: tidy(value), unit: '' }
    : undefined;
}

/** 成: tenths. Not where it begins a word: 一成不变, 三成立. */
const TENTHS_WORDS = '立为果本功员熟交效都就绩长品年分套不才型人形因全像名行语规';

export function readTenths(text: string, at: number, number: WrittenNumber): ClaimCore | undefined {
  if (number.value > 9 || number.magnitude || (number.atLeast && number.upper === undefined)) return undefined;
  if (text[number.end] !== '成') return readTenthsRange(text, at, number.end, number.value * 10);
  let end = number.end + 1;
  // 近八成为绿色用地; but 一成为, 合二成为
  const isSubject = text[end] === '为' && (number.value >= 3 || hedgeBefore(text, at) !== undefined);
  if (!isSubject && TENTHS_WORDS.includes(text[end] ?? '-')) return undefined;
  let value = number.value * 10;
  const ones = hanDigit(text[end]);
  if (
    ones > 0 &&
    !/^[一二两](?:下|些|直|起|切|般|样|半|是|来|者|个|次|级)/u.test(text.slice(end, end + 2)) &&
    hanDigit(text[end + 1]) < 0 &&
    !readUnit(text, end + 1)
  ) {
    value += ones;
    end++;
  } else if (text[end] === '半') {
    value += 5;
    end++;
  }
  const { atLeast } = number;
  const upper = number.upper && number.upper * 10;
  return readTenthsRange(text, at, end, value) ?? { start: at, end, kind: 'percent', value, upper, unit: '%', atLeast };
}

/** What goes on at `from`: 一成至一成半, 三至四成. */
function readTenthsRange(text: string, at: number, from: number, value: number): ClaimCore | undefined {
  const second = readRangeEnd(text, from);
  const last = second ? readNumber(text, second) : undefined;
  if (!last || text[last.end] !== '成' || TENTHS_WORDS.includes(text[last.end + 1] ?? '-')) return undefined;
  const half = text[last.end + 1] === '半' ? 1 : 0;
  const [end, upper] = [last.end + 1 + half, 10 * last.value + 5 * half];
  return { start: at, end, kind: 'percent', value, upper, unit: '%' };
}

const RANGE_MARKS = '-–—―─～至到';

/** Where the second number of a range begins, if a range goes on at `at`; 由…到… is a change, not a range. */
export function readRangeEnd(text: string, at: number): number | undefined {
  if (!RANGE_MARKS.includes(text[at] ?? '?')) return undefined;
  const second = text[at] === '—' && text[at + 1] === '—' ? at + 2 : at + 1;
  const kind = kindAt(text, second);
  return kind === Kind.digit || (kind === Kind.hanNumeral && text[second] !== '双') ? second : undefined;
}
