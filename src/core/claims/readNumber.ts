import { isAmong, Kind, kindAt } from '../text/characters';

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

/** By code unit, the digit that a numeral is, or -1. */
const hanDigits = new Int8Array(0x10000).fill(-1);
for (const [numeral, value] of Object.entries({
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
}))
  hanDigits[numeral.charCodeAt(0)] = value;
const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const HAN_SCORES: Readonly<Record<string, number>> = { 廿: 2, 卅: 3 };
const HAN_MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };
/** 兆 is a million million in amounts (台湾), and otherwise part of a unit (兆瓦) or a unit (100兆). */
const TRILLION = /^兆(?=[元多余\d零一二两三四五六七八九十百千万亿]|[美欧日韩新台港]元)/u;
const SOME = '几数';
const MORE = '多余来';

/** What makes 百, 千 a part of a unit or word instead of a magnitude: 千瓦, 千克, 百分点. */
const NOT_A_MAGNITUDE: Readonly<Record<string, string>> = { 千: '瓦克米伏卡帕焦赫', 百: '分' };

export const hanDigit = (character: string | undefined): number =>
  character ? hanDigits[character.charCodeAt(0)]! : -1;

/** Multiplication by powers of ten leaves traces of binary fractions: 11.93 × 10⁸ is 1193000000. */
export const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** 多 and 余 belong to a number only before a unit or magnitude, not where they begin a word of their own. */
export const isMore = (text: string, at: number): boolean =>
  MORE.includes(text[at]!) &&
  !/^(?:多(?:年来|么|数|样|元[化文主]|次|方|双|边|种形|渠|措|维|点|层|功|用)|来[自源到年看说])/u.test(
    text.slice(at, at + 3),
  );

/**
 * Reads the number that begins at `start`: digits and Chinese numerals, together too (3万4千); 十, 百, 千 in falling order below
 * each 万, 亿, 兆; 几 and 数 as lower bounds; two neighbouring numerals as a range (七八百); a last numeral without its place
 * (两万五). Undefined where none begins, or where it is not certain what is meant.
 */
export function readNumber(text: string, start: number): WrittenNumber | undefined {
  return readPlaces(text, start) ?? new NumberReader(text, start).read();
}

/** 八○‧三四億: a numeral for each place and a dot, as papers set in columns write decimals. */
const PLACES = /^([〇○零一二三四五六七八九]{1,4})[‧·・•]([〇○零一二三四五六七八九]{1,4})([百千]?[万亿]?)/u;

function readPlaces(text: string, start: number): WrittenNumber | undefined {
  const match = kindAt(text, start) === Kind.hanNumeral ? PLACES.exec(text.slice(start, start + 12)) : null;
  if (!match) return undefined;
  const [written, whole, part, magnitude] = match as unknown as [string, string, string, string];
  const digits = (words: string) => [...words].map((word) => Math.max(0, hanDigit(word))).join('');
  let value = Number(`${digits(whole)}.${digits(part)}`);
  for (const character of magnitude) value *= HAN_TENS[character] ?? HAN_MYRIADS[character]!;
  return {
    ...{ value: tidy(value), end: start + written.length, atLeast: false, style: 'han' },
    ...{ magnitude: magnitude !== '', upper: undefined, decimal: true },
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
      if (character === '兆' && !TRILLION.test(this.text.slice(this.at, this.at + 3))) return 'done';
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
  const hasMore = isAmong('余', text.charCodeAt(end)) && /\p{Script=Han}/u.test(text[end + 1] ?? '');
  if (hasMore) end++;
  return { value, end, atLeast: hasMore, style: 'han', magnitude: value >= 1e4, upper: undefined, decimal: false };
}
