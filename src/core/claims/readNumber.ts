import { digitValue } from '../text/characters';

/** A number as written, without unit: `11.93亿`, `三十多万`, `两万五`. */
export interface WrittenNumber {
  readonly value: number;
  readonly end: number;
  /** `多`, `余`, `几` inside the number: the value is its lower bound. */
  readonly atLeast: boolean;
  readonly style: 'digits' | 'han';
  /** Written with 万 or 亿, or with 百 or 千 behind digits. */
  readonly magnitude: boolean;
  /** Two neighbouring numerals (七八百): the value is the lower one. */
  readonly range: boolean;
  /** Digits with a decimal point. */
  readonly decimal: boolean;
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
/** 兆 is a million million where money is counted (台湾), and otherwise part of a unit (兆瓦). */
const TRILLION = /^兆(?=[元多余\d]|[美欧日韩新台港]元)/u;
const HAN_MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const SOME = '几数';
const MORE = '多余来';

/** What makes 百, 千 a part of a unit or word instead of a magnitude: 千瓦, 千克, 百分点. */
const NOT_A_MAGNITUDE: Readonly<Record<string, string>> = { 千: '瓦克米伏卡帕焦赫', 百: '分' };

export const hanDigit = (character: string | undefined): number => HAN_DIGITS[character ?? ''] ?? -1;

/** Reads the number that begins at `start`, or undefined where none begins or where it is not certain what is meant. */
export function readNumber(text: string, start: number): WrittenNumber | undefined {
  return digitValue(text.charCodeAt(start)) >= 0 ? readDigits(text, start) : readHan(text, start);
}

/** `1,100`, `1 100`, `12.5`, `１２．５`, then 十, 百, 千, 万, 亿 and 多, 余. */
function readDigits(text: string, start: number): WrittenNumber | undefined {
  let end = start;
  let value = 0;
  for (let digit = digitValue(text.charCodeAt(end)); digit >= 0; digit = digitValue(text.charCodeAt(++end))) {
    value = value * 10 + digit;
  }
  const length = end - start;
  if (length <= 3) {
    for (let group = threeDigits(text, end); group >= 0; group = threeDigits(text, end)) {
      value = value * 1000 + group;
      end += 4;
    }
  }
  let decimal = false;
  const point = text[end];
  if ((point === '.' || point === '．' || point === '·') && digitValue(text.charCodeAt(end + 1)) >= 0) {
    decimal = true;
    let places = 0;
    for (let digit = digitValue(text.charCodeAt(end + 1)); digit >= 0; digit = digitValue(text.charCodeAt(++end + 1))) {
      if (places < 15) value = value * 10 + digit;
      places++;
    }
    end++;
    value /= 10 ** Math.min(places, 15);
    // 3.5.1 is a section or a version
    if (text[end] === '.' && digitValue(text.charCodeAt(end + 1)) >= 0) return undefined;
  }
  return readMagnitude(text, end, value, decimal);
}

/** The three digits of a thousands group behind a separator, or -1. */
function threeDigits(text: string, at: number): number {
  const separator = text[at];
  if (separator !== ',' && separator !== ' ' && separator !== '\u00a0') return -1;
  let value = 0;
  for (let i = 1; i <= 3; i++) {
    const digit = digitValue(text.charCodeAt(at + i));
    if (digit < 0) return -1;
    value = value * 10 + digit;
  }
  return digitValue(text.charCodeAt(at + 4)) >= 0 ? -1 : value;
}

/** 多, 余 and the magnitudes 十, 百, 千, 万, 亿 behind digits, in any of their orders: `9.7余万`, `8000多万`, `3千万`. */
function readMagnitude(text: string, at: number, digits: number, decimal: boolean): WrittenNumber {
  let value = digits;
  let end = at;
  let atLeast = false;
  let magnitude = false;
  let last = 1;
  for (; end < text.length; end++) {
    if (isMore(text, end)) {
      if (atLeast) break;
      atLeast = true;
      continue;
    }
    const factor = magnitudeAt(text, end);
    if (factor === undefined) break;
    value *= factor;
    last = factor;
    magnitude = true;
  }
  const rest = magnitude && !atLeast ? readRest(text, end, last) : undefined;
  if (rest) {
    value += rest.value;
    ({ end, atLeast } = rest);
  }
  return { value: magnitude ? tidy(value) : value, end, atLeast, style: 'digits', magnitude, range: false, decimal };
}

/** What 十, 百, 千, 万, 亿 or 兆 at `at` multiplies by; undefined where it begins a unit. */
function magnitudeAt(text: string, at: number): number | undefined {
  const character = text[at]!;
  if (character === '兆') return TRILLION.test(text.slice(at, at + 3)) ? 1e12 : undefined;
  if (NOT_A_MAGNITUDE[character]?.includes(text[at + 1] ?? '')) return undefined;
  return HAN_TENS[character] ?? HAN_MYRIADS[character];
}

/** What follows a magnitude in digits again: the 6,500万 of 18亿6,500万, the 4千 of 3万4千. */
function readRest(text: string, from: number, below: number): WrittenNumber | undefined {
  const at = text[from] === '零' ? from + 1 : from;
  if (digitValue(text.charCodeAt(at)) < 0) return undefined;
  // each part is of a lower magnitude, so that there are only a few
  let digits = at;
  while (digits < text.length && digits - at < 8 && /[\d０-９,]/u.test(text[digits]!)) digits++;
  const factor = digits < text.length ? magnitudeAt(text, digits) : undefined;
  if (text[digits] === '年' || (factor ?? 1) >= below) return undefined;
  const rest = readDigits(text, at);
  return rest && !rest.decimal && rest.value < below ? rest : undefined;
}

/** 多 and 余 belong to a number only before a unit or magnitude, not where they begin a word of their own. */
export const isMore = (text: string, at: number): boolean =>
  MORE.includes(text[at]!) &&
  !/^(?:多(?:年来|么|数|样|元[化文主]|次|方|双|边|种形|渠|措|维|点|层|功|用)|来[自源到年看说])/u.test(
    text.slice(at, at + 3),
  );

/** Multiplication by powers of ten leaves traces of binary fractions: 11.93 × 10⁸ is 1193000000. */
export const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/**
 * Chinese numerals: digits with 十, 百, 千 in falling order below each 万, 亿; 几 and 数 as lower bounds; two
 * neighbouring digits as a range (七八百); a last digit without its place (两万五). Anything else is refused.
 */
function readHan(text: string, start: number): WrittenNumber | undefined {
  let at = start;
  let total = 0; // sections closed by 亿
  let myriads = 0; // sections closed by 万
  let section = 0; // below 万
  let digit = -1;
  let place = Number.POSITIVE_INFINITY; // the last 十, 百, 千 of the section: places must fall
  let lastUnit = 0;
  let afterZero = false;
  let atLeast = false;
  let magnitude = false;
  let range = false;
  let read = 0;
  for (; at < text.length; at++) {
    const character = text[at]!;
    const value = hanDigit(character);
    if (value >= 0) {
      if (digit >= 0) {
        // 七八百, 三四趟: neighbours name a range, its lower end counts; anything longer is a list or a year
        const isRange = (value === digit + 1 || (digit === 3 && value === 5)) && hanDigit(text[at + 1]) < 0;
        if (!isRange || value === 0) return undefined;
        range = true;
        read++;
        continue;
      }
      if (value === 0) afterZero = true;
      if (value === 0 && read === 0) {
        const { value: part, end } = readHanDecimals(text, at + 1);
        if (part === 0) return undefined;
        return { value: tidy(part), end, atLeast: false, style: 'han', magnitude: false, range: false, decimal: true };
      }
      if (value > 0) digit = value;
    } else if (character in HAN_TENS) {
      if (NOT_A_MAGNITUDE[character]?.includes(text[at + 1] ?? '')) break;
      const factor = HAN_TENS[character]!;
      if (factor >= place) return undefined;
      if (digit < 0 && factor !== 10) {
        if (read > 0 && !atLeast) return undefined;
        if (read === 0) return undefined; // 百, 千 alone: `readRoundNumber` decides
      }
      section += (digit < 0 ? 1 : digit) * factor;
      place = factor;
      lastUnit = factor;
      digit = -1;
      afterZero = false;
    } else if (character in HAN_MYRIADS) {
      if (read === 0) return undefined;
      const factor = HAN_MYRIADS[character]!;
      const below = section + Math.max(digit, 0);
      if (factor === 1e8) {
        const sum = myriads + below;
        if (sum === 0 && total === 0) return undefined;
        total = sum === 0 ? total * 1e8 : total + sum * 1e8;
        myriads = 0;
      } else {
        if (below === 0 && total === 0) return undefined;
        if (below === 0) total *= 1e4;
        else myriads += below * 1e4;
      }
      section = 0;
      digit = -1;
      place = Number.POSITIVE_INFINITY;
      lastUnit = factor;
      magnitude = true;
      afterZero = false;
    } else if (SOME.includes(character)) {
      // 几十, 数百, 十几: the lower bound is 1 before a place, and nothing behind one
      const next = text[at + 1] ?? '';
      const beforePlace = next in HAN_TENS || (next in HAN_MYRIADS && read === 0);
      if (digit >= 0 || (!beforePlace && place !== 10)) {
        if (read === 0) return undefined;
        break;
      }
      atLeast = true;
      if (beforePlace) digit = 1;
    } else if (isMore(text, at) && read > 0) {
      if (atLeast) break;
      // 三十多万: go on only where a magnitude follows
      atLeast = true;
      if (!((text[at + 1] ?? '') in HAN_MYRIADS)) {
        at++;
        break;
      }
      // 两万余 ends a number, 二十多万 goes on
    } else break;
    read++;
  }
  if (read === 0) return undefined;
  // 两万五, 三千二: a last digit takes the place below the last unit
  const tail = digit < 0 ? 0 : lastUnit >= 100 && !afterZero ? digit * (lastUnit / 10) : digit;
  const value = total + myriads + section + tail;
  if (value === 0) return undefined;
  const decimals = readHanDecimals(text, at);
  return {
    value: tidy(value + decimals.value),
    end: decimals.end,
    atLeast,
    style: 'han',
    magnitude,
    range,
    decimal: decimals.end > at,
  };
}

/** The digits behind 点 (`三点四`); none where no digit follows. */
function readHanDecimals(text: string, at: number): { value: number; end: number } {
  if (text[at] !== '点') return { value: 0, end: at };
  let end = at + 1;
  let value = 0;
  let scale = 0.1;
  for (let digit = hanDigit(text[end]); digit >= 0; digit = hanDigit(text[++end])) {
    value += digit * scale;
    scale /= 10;
  }
  return end === at + 1 ? { value: 0, end: at } : { value, end };
}

/** 百, 千, 万, 亿 without a digit before them: numbers only where a hedge makes them so (上百, 近千, 超千亿). */
export function readRoundNumber(text: string, start: number): WrittenNumber | undefined {
  let end = start;
  let value = 1;
  for (; end < start + 3; end++) {
    const character = text[end] ?? '';
    const factor = character === '十' ? undefined : (HAN_TENS[character] ?? HAN_MYRIADS[character]);
    if (factor === undefined || NOT_A_MAGNITUDE[character]?.includes(text[end + 1] ?? '')) break;
    value *= factor;
  }
  if (end === start) return undefined;
  return { value, end, atLeast: false, style: 'han', magnitude: value >= 1e4, range: false, decimal: false };
}
