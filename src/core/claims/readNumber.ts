import { isAmong, Kind, kindAt } from '../text/characters';
import { HAN_MYRIADS, HAN_SCORES, HAN_TENS, hanDigit, isMore, isTrillion, NOT_A_MAGNITUDE, tidy } from './numerals';

/** A number as written, without unit: `11.93亿`, `三十多万`, `两万五`, `5亿1万4千`. */
export interface WrittenNumber {
  readonly value: number;
  readonly end: number;
  /** `多`, `余`, `几` inside the number, or two neighbouring numerals (七八百): the value is its lower bound. */
  readonly atLeast: boolean;
  readonly style: 'digits' | 'han';
  /** Written with 万 or 亿, or with 百 or 千 behind digits. */
  readonly magnitude: boolean;
  /** Of two neighbouring numerals (七八百) what the higher one gives; the value is what the lower one gives. */
  readonly upper: number | undefined;
  /** With a decimal point. */
  readonly decimal: boolean;
}

const SOME = '几数';
/**
 * Reads the number that begins at `start`: digits and Chinese numerals, together too (3万4千); 十, 百, 千 in falling order below
 * each 万, 亿, 兆; 几 and 数 as lower bounds; two neighbouring numerals as a range (七八百); a last numeral without its place
 * (两万五). Undefined where none begins, or where it is not certain what is meant.
 */
export function readNumber(text: string, start: number): WrittenNumber | undefined {
  return readPlaces(text, start) ?? new NumberReader(text, start).read();
}

/** A numeral for each place, as papers set in columns write numbers: 八○‧三四億, 六六七點三萬, 四六○○元. */
const PLACES =
  /^(?<whole>[〇○零一二三四五六七八九]{1,4})(?:(?<point>[‧·・•.点])(?<part>[〇○零一二三四五六七八九]{1,4}))?(?<magnitude>[百千]?[万亿兆]?)/u;
/** 三四五个 lists neighbours, 一九九八年 is a year, 八点三 has one place before its point. */
const NEIGHBOURS = '一二三四五六七八九';

function readPlaces(text: string, start: number): WrittenNumber | undefined {
  const match = kindAt(text, start) === Kind.hanNumeral ? PLACES.exec(text.slice(start, start + 12)) : null;
  if (!match) return undefined;
  const { whole = '', point, part = '', magnitude = '' } = match.groups!;
  const end = start + match[0].length;
  const isNumber = point
    ? point !== '点' || whole.length > 1
    : /^[一二三四五六七八九](?:[〇○]$|..)/u.test(whole) && !NEIGHBOURS.includes(whole);
  if (!isNumber || (!point && /[年月日甲〇○零一二三四五六七八九十百千]/u.test(text[end] ?? ''))) return undefined;
  // 一、四九七億: behind the mark of the thousands
  if (!point && /[一二三四五六七八九][、，]$/u.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const digits = (words: string) => [...words].map((word) => Math.max(0, hanDigit(word))).join('');
  let value = Number(`${digits(whole)}.${digits(part) || 0}`);
  // 二○○四台美会谈
  if (!point && !magnitude && value >= 1900 && value < 2100) return undefined;
  for (const character of magnitude) value *= HAN_TENS[character] ?? HAN_MYRIADS[character]!;
  return {
    ...{ value: tidy(value), end, atLeast: false, style: 'han' },
    ...{ magnitude: magnitude !== '', upper: undefined, decimal: point !== undefined },
  };
}

class NumberReader {
  private at: number;
  /** Closed by 兆; by 亿; by 万; below 万. */
  private trillions = 0;
  private total = 0;
  private myriads = 0;
  private section = 0;
  /** A numeral whose place has not been read, or -1. */
  private digit = -1;
  /** The last 十, 百, 千 of the section: places must fall. */
  private place = Number.POSITIVE_INFINITY;
  private lastUnit = 0;
  private afterZero = false;
  /** How many digits were written together, of the numeral whose place has not been read. */
  private digitsLength = 0;
  private hasRead = false;
  private atLeast = false;
  private magnitude = false;
  /** How much more the higher of two neighbouring numerals gives. */
  private spread = 0;
  private decimal = false;

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.at = start;
  }

  read(): WrittenNumber | undefined {
    while (this.at < this.text.length) {
      const step = this.step();
      if (step === 'refused') return undefined;
      if (step === 'done') break;
      this.hasRead = true;
    }
    return this.hasRead ? this.result() : undefined;
  }

  private step(): 'read' | 'done' | 'refused' {
    const character = this.text[this.at]!;
    if (kindAt(this.text, this.at) === Kind.digit) return this.readDigits();
    // behind a number only 来 begins words of its own: 30多次
    if (kindAt(this.text, this.at) !== Kind.hanNumeral && character !== '兆')
      return this.hasRead && (character === '多' || isMore(this.text, this.at)) ? this.readMore() : 'done';
    const value = hanDigit(character);
    if (value >= 0) return this.readHanDigit(value);
    if (character in HAN_SCORES) {
      if (this.digit >= 0 || this.place <= 10) return 'refused';
      this.digit = HAN_SCORES[character]!;
      return this.readPlace(10);
    }
    if (character in HAN_TENS) {
      const isWord = NOT_A_MAGNITUDE[character]?.includes(this.text[this.at + 1] ?? '');
      // 一百分之二 is two of a hundred
      const isDenominator = this.digit >= 0 && this.text.startsWith('分之', this.at + 1);
      return isWord && !isDenominator ? 'done' : this.readPlace(HAN_TENS[character]!);
    }
    if (character in HAN_MYRIADS) {
      if (character === '兆' && !isTrillion(this.text, this.at, this.decimal)) return 'done';
      return this.readMyriad(HAN_MYRIADS[character]!);
    }
    return SOME.includes(character) ? this.readSome() : 'done';
  }

  /** `1,100`, `1 100`, `12.5`. */
  private readDigits(): 'read' | 'done' | 'refused' {
    const { text } = this;
    const from = this.at;
    let end = from;
    while (kindAt(text, end) === Kind.digit) end++;
    let written = text.slice(from, end);
    if (this.hasRead) {
      // 3万2019年: a year stands behind
      if (text[end] === '年' && end - from === 4) return 'done';
      // 50万100万: the next number
      if (this.lastUnit >= 1e4 && (HAN_MYRIADS[text[end] ?? ''] ?? 0) >= this.lastUnit) return 'done';
      if (this.digit >= 0 || !this.magnitude || this.atLeast) return 'refused';
    }
    if (end - from <= 3) {
      for (let group = threeDigits(text, end); group !== undefined; group = threeDigits(text, end)) {
        written += group;
        end += 4;
      }
    }
    if (isAmong('.·', text.charCodeAt(end)) && kindAt(text, end + 1) === Kind.digit) {
      let last = end + 1;
      while (kindAt(text, last) === Kind.digit) last++;
      // 3.5.1 is a section or a version
      if (text[last] === '.' && kindAt(text, last + 1) === Kind.digit) return 'refused';
      if (this.hasRead) return 'refused';
      written += `.${text.slice(end + 1, last)}`;
      end = last;
      this.decimal = true;
    }
    this.digit = Number(written);
    this.digitsLength = end - from;
    this.at = end;
    return 'read';
  }

  private readHanDigit(value: number): 'read' | 'refused' | 'done' {
    const { text } = this;
    if (this.digit >= 0) {
      if (this.digitsLength > 0) return 'refused';
      // 七八百, 三四趟: neighbours name a range, its lower end counts; anything longer is a list or a year
      const isRange = value === this.digit + 1 || (this.digit === 3 && value === 5);
      if (!isRange || value === 0 || hanDigit(text[this.at + 1]) >= 0) return 'refused';
      this.spread = value - this.digit;
    } else if (value === 0) {
      this.afterZero = true;
      if (!this.hasRead) {
        // 零点六
        if (text[this.at + 1] !== '点' || hanDigit(text[this.at + 2]) < 0) return 'refused';
        this.digit = 0;
      }
    } else {
      this.digit = value;
      this.digitsLength = 0;
    }
    this.at++;
    return 'read';
  }

  private readPlace(factor: number): 'read' | 'refused' {
    if (factor >= this.place) return 'refused';
    // 百, 千 alone: `readRoundNumber` decides
    if (this.digit < 0 && factor !== 10 && !this.atLeast) return 'refused';
    if (this.digit < 0 && factor !== 10 && !this.hasRead) return 'refused';
    this.section += (this.digit < 0 ? 1 : this.digit) * factor;
    this.spread *= factor;
    if (this.digitsLength > 0) this.magnitude = true;
    this.place = factor;
    this.lastUnit = factor;
    this.closeDigit();
    return 'read';
  }

  private readMyriad(factor: number): 'read' | 'refused' {
    if (!this.hasRead) return 'refused';
    const below = this.section + Math.max(this.digit, 0);
    if (factor === 1e4) {
      if (below > 0) this.myriads += below * 1e4;
      else if (this.total > 0) this.total *= 1e4;
      else return 'refused';
    } else {
      const sum = this.myriads + below;
      if (factor === 1e8) {
        if (sum > 0) this.total += sum * 1e8;
        else if (this.total > 0) this.total *= 1e8;
        else return 'refused';
      } else {
        if (sum + this.total === 0) return 'refused';
        this.trillions += (sum + this.total) * 1e12;
        this.total = 0;
      }
      this.myriads = 0;
    }
    this.section = 0;
    this.spread *= factor;
    this.place = Number.POSITIVE_INFINITY;
    this.lastUnit = factor;
    this.magnitude = true;
    this.closeDigit();
    return 'read';
  }

  private closeDigit(): void {
    this.digit = -1;
    this.digitsLength = 0;
    this.afterZero = false;
    this.at++;
  }

  /** 几十, 数百, 十几, 一百零几: the lower bound is 1 before a place, and nothing behind one. */
  private readSome(): 'read' | 'refused' | 'done' {
    // 20几万, 10几个
    if (this.digitsLength > 0 && this.digit > 0 && this.digit % 10 === 0) return this.readMore();
    const next = this.text[this.at + 1] ?? '';
    const isBeforeMyriad = next in HAN_MYRIADS;
    const isBeforePlace = next in HAN_TENS || (isBeforeMyriad && !this.hasRead);
    const isBehindPlace = this.place === 10 || (this.afterZero && this.hasRead);
    if (this.digit >= 0 || (!isBeforePlace && !isBehindPlace)) return this.hasRead ? 'done' : 'refused';
    this.atLeast = true;
    if (isBeforePlace) this.digit = 1;
    this.at++;
    return 'read';
  }

  /** 三十多万, 8000多万, 两万余: goes on only where a magnitude follows. */
  private readMore(): 'read' | 'done' {
    if (this.atLeast) return 'done';
    this.atLeast = true;
    this.at++;
    const next = this.text[this.at] ?? '';
    const goesOn = next in HAN_MYRIADS || (this.digitsLength > 0 && next in HAN_TENS);
    return goesOn ? 'read' : 'done';
  }

  private result(): WrittenNumber | undefined {
    const { text, digit, lastUnit, digitsLength } = this;
    let tail = Math.max(digit, 0);
    if (digit >= 0 && lastUnit > 0) {
      // 两万五, 三千二: a last numeral takes the place below the last unit
      if (digitsLength === 0) tail = lastUnit >= 100 && !this.afterZero ? digit * (lastUnit / 10) : digit;
      // 3万4: 34000 or 30004
      else if ((digitsLength < 3 && !this.afterZero) || digit >= lastUnit) return undefined;
    }
    let value = this.trillions + this.total + this.myriads + this.section + tail;
    let end = this.at;
    if (text[end] === '点' && hanDigit(text[end + 1]) >= 0 && digitsLength === 0) {
      let scale = 0.1;
      for (let next = hanDigit(text[++end]); next >= 0; next = hanDigit(text[++end])) {
        value += next * scale;
        scale /= 10;
      }
      this.decimal = true;
      // 六十八点一六亿
      const factor = lastUnit < 1e4 ? HAN_MYRIADS[text[end] ?? ''] : undefined;
      if (factor && (factor < 1e12 || isTrillion(text, end, true))) {
        value *= factor;
        end++;
        this.magnitude = true;
      }
    }
    const isInDigits = kindAt(text, this.start) === Kind.digit;
    if (value === 0 && !isInDigits) return undefined;
    return {
      value: tidy(value),
      end,
      atLeast: this.atLeast || this.spread > 0,
      style: isInDigits ? 'digits' : 'han',
      magnitude: this.magnitude,
      upper: this.spread > 0 ? tidy(value + this.spread) : undefined,
      decimal: this.decimal,
    };
  }
}

/** The three digits of a thousands group behind a separator. */
function threeDigits(text: string, at: number): string | undefined {
  return /^[, \u00a0](\d{3})(?!\d)/u.exec(text.slice(at, at + 5))?.[1];
}

/** 百, 千, 万, 亿 without a digit before them: numbers only where a hedge makes them so (上百, 近千, 超千亿). */
export function readRoundNumber(text: string, start: number): WrittenNumber | undefined {
  let end = start;
  let value = 1;
  for (; end < start + 3; end++) {
    const character = text[end] ?? '';
    const factor =
      character === '十' || character === '兆' ? undefined : (HAN_TENS[character] ?? HAN_MYRIADS[character]);
    if (factor === undefined || NOT_A_MAGNITUDE[character]?.includes(text[end + 1] ?? '')) break;
    value *= factor;
  }
  if (end === start || hanDigit(text[end]) >= 0) return undefined;
  // 万余人
  const hasMore = text[end] === '余' && /\p{Script=Han}/u.test(text[end + 1] ?? '');
  if (hasMore) end++;
  return { value, end, atLeast: hasMore, style: 'han', magnitude: value >= 1e4, upper: undefined, decimal: false };
}
