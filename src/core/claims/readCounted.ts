import { isAmong, isLatin } from '../text/characters';
import { isCountedThing, isMeasuredTime, isMoney, isNumberedName } from './governance';
import { hedgeBefore, hedgeBehind } from './hedges';
import { type ClaimCore, readRangeEnd } from './numberShapes';
import { tidy } from './numerals';
import { readNumber, type WrittenNumber } from './readNumber';
import { kindOfUnit, readUnit, type Unit } from './units';

/** 由县财政补贴3元至5元: behind 由 also stands who pays. */
const CHANGE_FROM =
  /[由从](?![^，。；！？,;]{0,12}(?:补贴|补助|奖励|给予|支付|承担|负担|提供|发放))[^，。；！？,;到至\d]{0,16}$/u;

/** A number with its unit, or with a magnitude and no unit, where it counts something. */
export function readCounted(text: string, at: number, first: WrittenNumber): ClaimCore | number {
  let unit = unitOf(text, first);
  let value = first.value;
  let end = unit?.end ?? first.end;
  const { atLeast } = first;
  let upper = first.upper;

  // 28±1微克: how far off it may be
  const error = !unit && text[end] === '±' ? readNumber(text, end + 1) : undefined;
  if (error) {
    unit = readUnit(text, error.end);
    end = unit?.end ?? error.end;
  }
  const second = readRangeEnd(text, end);
  if (second !== undefined) {
    const last = readNumber(text, second);
    const lastUnit = last && readUnit(text, last.end);
    const isChange =
      isAmong('至到', text.charCodeAt(second - 1)) && CHANGE_FROM.test(text.slice(Math.max(0, at - 42), at));
    const agrees = last && (lastUnit ? !unit || lastUnit.name === unit.name : !unit && last.magnitude);
    if (last && agrees && !isChange) {
      if (!first.magnitude && last.magnitude && first.value < last.value) {
        const scaled = scaleLike(text, second, last, first.value);
        if (scaled < last.value) value = scaled;
      }
      if (value <= last.value) {
        unit = lastUnit ?? unit;
        end = lastUnit?.end ?? last.end;
        upper = last.upper ?? last.value;
      }
    }
  }

  if (text.startsWith('位数', first.end) && (first.value === 2 || first.value === 3)) {
    return { start: at, end: first.end + 2, kind: 'percent', value: 10 ** (first.value - 1), unit: '%', atLeast: true };
  }
  if (!unit) return readBare(text, at, first, value, end, upper);
  return accept(text, { start: at, end, number: first, unit, upper, value, atLeast });
}

/** 160亿块 are things, 3块 a price. */
function unitOf(text: string, number: WrittenNumber): Unit | undefined {
  const unit = readUnit(text, number.end);
  return unit?.name === '块' && number.magnitude ? { ...unit, unitClass: 'count' } : unit;
}

/** `10-15万`: the magnitude of the second number belongs to both. */
function scaleLike(text: string, at: number, last: WrittenNumber, value: number): number {
  const magnitude = /(?:万亿|[百千]?[万亿]|[百千])$/u.exec(text.slice(at, last.end))?.[0] ?? '';
  let scaled = value;
  for (const character of magnitude) scaled *= { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }[character] ?? 1;
  return tidy(scaled);
}

/** No unit: a bare count in 万 or 亿, an amount of money without 元, a coefficient. */
function readBare(
  text: string,
  at: number,
  number: WrittenNumber,
  value: number,
  end: number,
  upper: number | undefined,
): ClaimCore | number {
  if (isLatin(text.charCodeAt(end)) || isAmong('+＋×xX号强大级后月日+', text.charCodeAt(end))) return end;
  const hedged = hedgeBefore(text, at) !== undefined || text[at - 1] === '上' || hedgeBehind(text, end) !== undefined;
  // 十三至十四万
  const isRange = end > number.end;
  const isRound = hedged && number.value >= 100 && number.style === 'han' && /[百千]/u.test(text.slice(at, end));
  if (number.magnitude || isRange || isRound) {
    if (
      number.style === 'han' &&
      !hedged &&
      !isRange &&
      !number.atLeast &&
      /^一?[百千万亿]/u.test(text.slice(at, at + 2)) &&
      number.value < 1e6
    )
      return end;
    const kind = isMoney(text, at, end) ? 'money' : 'quantity';
    return { start: at, end, kind, value, upper, unit: '', atLeast: number.atLeast };
  }
  const isCoefficient =
    number.decimal &&
    upper === undefined &&
    /(?:[到为至是达于]|增加|提高|指数|系数)$/u.test(text.slice(Math.max(0, at - 2), at));
  if (isCoefficient && (end === text.length || isAmong('，。；、,;)）', text.charCodeAt(end)))) {
    return { start: at, end, kind: 'quantity', value, unit: '' };
  }
  return number.end;
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly number: WrittenNumber;
  readonly unit: Unit;
  readonly upper: number | undefined;
  readonly value: number;
  readonly atLeast: boolean;
}

/** 721元朗, 三元素, 二元结构: 元 begins another word; behind larger amounts it hardly does: 百亿元老旧小区改造. */
const isWordOfYuan = (text: string, end: number, { style, value }: Candidate['number']): boolean =>
  isAmong('宵旦素勋朗', text.charCodeAt(end)) ||
  (style === 'han' && value <= 10 && isAmong('首老件气帅结化', text.charCodeAt(end)));

function accept(text: string, candidate: Candidate): ClaimCore | number {
  const { start, end, number, unit, upper, atLeast } = candidate;
  const { value } = candidate;
  // 6个多百分点, 两个多小时
  const isMore = atLeast || text.startsWith('个多', number.end);
  const name = unit.unitClass === 'time' ? unit.name.replace(/^个多?/u, '') : unit.name;
  const core: ClaimCore = { start, end, kind: kindOfUnit(unit.unitClass), value, upper, unit: name, atLeast: isMore };
  const hedged = hedgeBefore(text, start) !== undefined || hedgeBehind(text, end) !== undefined;
  const isOne = number.style === 'han' && number.value === 1 && !number.atLeast;
  if (isNumberedName(text, start, end)) return end;
  // 7月21日元朗: a day
  if (unit.name === '日元' && text[start - 1] === '月') return end;
  // 一个半小时
  if (unit.name === '个' && text[end] === '半') return end + 1;
  switch (unit.unitClass) {
    case 'percent':
      return core;
    case 'multiple':
      if (text[end] === '半') return { ...core, end: end + 1, value: value + 0.5 };
      return isAmong('增数', text.charCodeAt(end)) && !hedged ? end : core;
    case 'money':
      return (isOne && !hedged) || isWordOfYuan(text, end, number) || isShape(unit, number)
        ? end
        : withSmallMoney(text, core, unit.name);
    case 'measure': {
      // 三方协议, 三甲医院, 四面八方
      const isWord = number.style === 'han' && number.value <= 10 && !hedged && WORDS.has(unit.name);
      return (isOne && !hedged) || isWord || text[end] === '级' ? end : core;
    }
    case 'time':
    case 'age':
      return !isOne && isMeasuredTime(text, start, end, unit, number.decimal) ? core : end;
    default:
      if (text[end] === '级' || (isOne && !hedged) || (unit.unitClass === 'place' && !Number.isInteger(value)))
        return end;
      return isCountedThing(text, {
        start,
        end,
        unit,
        han: number.style === 'han',
        decimal: number.decimal,
        small: number.value <= 10 && !atLeast && upper === undefined && !hedged,
      })
        ? core
        : end;
  }
}

/** 三角, 八毛. */
const isShape = ({ name }: Unit, { style }: WrittenNumber): boolean =>
  style === 'han' && (name === '角' || name === '毛');

const DIGIT = '[\\d一二两三四五六七八九]';
const SMALL_MONEY = new RegExp(
  `^(?:(${DIGIT})[角毛]钱?)?(?:(${DIGIT}{1,2})[分仙](?![之钟别公米类散布秒])钱?)?(?:(${DIGIT})(?![^，。；、）]))?`,
  'u',
);

/** 3元5角, 6角5分, 3块5: what stands behind the whole part of a price belongs to it. */
function withSmallMoney(text: string, core: ClaimCore, unit: string): ClaimCore {
  const [written, tenths, hundredths, rest] = SMALL_MONEY.exec(text.slice(core.end, core.end + 8))!;
  const isWhole = !/[角毛分]/u.test(unit);
  if (!written || core.upper !== undefined || (rest && unit !== '块' && unit !== '毛') || (tenths && !isWhole))
    return core;
  const value = (words: string | undefined) => (words ? (readNumber(words, 0)?.value ?? 0) : 0);
  const cents = 10 * value(tenths) + value(hundredths) + (isWhole && !tenths ? 10 : 1) * value(rest);
  return { ...core, end: core.end + written.length, value: tidy(core.value + cents / (isWhole ? 100 : 10)) };
}

/** With a small numeral they are words: 三方, 三甲, 双核, 三里. */
const WORDS: ReadonlySet<string> = new Set('方甲核里');
