import { isAmong, isLatin, Kind, kindAt } from '../text/characters';
import type { Span } from '../text/span';
import type { Hedge, Quantity } from './claim';
import { readAmount } from './currencies';
import { isCountedThing, isMeasuredTime, isMoney, isNumberedName, isRankCue } from './governance';
import { detachedHedge, hedgeBefore, hedgeBehind } from './hedges';
import { type ClaimCore, numberOf, readParts, readRangeEnd, readRatio, readTenths } from './numberShapes';
import { hanDigit, readNumber, readRoundNumber, tidy, type WrittenNumber } from './readNumber';
import { kindOfUnit, readUnit, UNIT_BEGINNINGS, type Unit } from './units';

/**
 * The quantities of one paragraph that are claimed, as the labelling guide defines them; offsets count in `text`. A table look-up finds
 * the characters that can begin a number, one reader per shape tries them. What is not certain is no claim.
 */
export function findQuantities(text: string): Quantity[] {
  const claims: Quantity[] = [];
  const addresses = findAddresses(text);
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (addresses.length > 0 && at >= addresses[0]!.start) {
      at = Math.max(at, addresses.shift()!.end);
      continue;
    }
    const mayClaim = kind === Kind.hanNumeral ? !isWordAlone(text, at) : kind === Kind.digit || kind === Kind.claimWord;
    if (!mayClaim) {
      at++;
      continue;
    }
    const floor = claims.at(-1)?.end ?? 0;
    const core = kind === Kind.claimWord ? readClaimWord(text, at) : readNumeral(text, at, claims.at(-1));
    if (typeof core === 'number') {
      at = core;
      continue;
    }
    const claim = addHedges(text, core, floor);
    claims.push(claim);
    at = claim.end;
  }
  return claims;
}

/** By code unit: 1 of what a numeral below 100 may go on with, or be counted by; 2 of what makes a numeral behind it another thing. */
const beside = new Uint8Array(0x10000);
for (const first of UNIT_BEGINNINGS) beside[first.charCodeAt(0)]! |= 1;
for (const mark of ' 兆多余来点又分成伏位-–—―─～至到‧·・•○') beside[mark.charCodeAt(0)]! |= 1;
for (const mark of ' 第$¥€£_-.—·+×*') beside[mark.charCodeAt(0)]! |= 2;
const ALONE = '一二两俩三四五六七八九十壹贰叁肆伍陆柒捌玖双数几';

/** 一些, 二是, 数据: most numerals are seen to claim nothing by what stands on both sides. */
function isWordAlone(text: string, at: number): boolean {
  const next = kindAt(text, at + 1);
  if (next === Kind.hanNumeral || next === Kind.digit || beside[text.charCodeAt(at + 1)]! & 1) return false;
  const before = text.charCodeAt(at - 1);
  return !(beside[before]! & 2) && !isLatin(before) && isAmong(ALONE, text.charCodeAt(at));
}

/** Web and mail addresses: digits in them count nothing. */
const findAddresses = (text: string): Span[] =>
  /:\/\/|www\.|@/u.test(text)
    ? [...text.matchAll(/(?:https?:\/\/|www\.)[\w./?%&=#:~+,;@!$'*-]+|[\w.-]+@[\w.-]+/gu)].map(
        ({ 0: { length }, index }) => ({
          start: index,
          end: index + length,
        }),
      )
    : [];

/** 翻了一番, 首位, 过半: claims that begin with a word. */
function readClaimWord(text: string, at: number): ClaimCore | number {
  if (text[at] === '翻') {
    const match = /^翻(?:[了上])?(近|约|超过|超)?(?:([一两二三四五])?番|一倍)/u.exec(text.slice(at, at + 8));
    if (!match) return at + 1;
    const [written, hedge, times] = match;
    const value = 2 ** Math.max(hanDigit(times), 1);
    const core: ClaimCore = { start: at, end: at + written.length, kind: 'multiple', value, unit: '倍' };
    return hedge ? { ...core, hedge: hedge.startsWith('超') ? 'atLeast' : 'about' } : core;
  }
  if (text[at] === '首') {
    if (text[at + 1] !== '位' || !isRankCue(text, at)) return at + 1;
    return { start: at, end: at + 2, kind: 'rank', value: 1, unit: '' };
  }
  const isShare =
    text[at + 1] === '半' && /(?:占比?|比重|份额|比例)(?:已|均)?$/u.test(text.slice(Math.max(0, at - 4), at));
  return isShare ? { start: at + 1, end: at + 2, kind: 'fraction', value: 0.5, unit: '' } : at + 1;
}

function readNumeral(text: string, at: number, previous: Quantity | undefined): ClaimCore | number {
  const before = text[at - 1] ?? '';
  if (before === '第') return readRank(text, at, previous);
  const amount = readAmount(text, at);
  if (amount) return amount;
  if (isPartOfName(text, at) && !isBehindTerm(text, at)) return skipName(text, at);
  // 三伏: the hot days of the year
  if (text[at + 1] === '伏' && /^[一二三]伏(?!特)/u.test(text.slice(at, at + 3))) return at + 2;
  const ratio = readRatio(text, at);
  if (ratio) return ratio;
  const plain = readNumber(text, at);
  const special = readParts(text, at, plain);
  if (special) return special;

  const number = plain ?? readRound(text, at) ?? readHalf(text, at);
  if (!number) return skipNumerals(text, at);
  if (!Number.isFinite(number.value)) return number.end;
  if (number.style === 'digits' && isClockOrDate(text, at, number.end)) return skipName(text, number.end);
  return readTenths(text, at, number) ?? readCounted(text, at, number);
}

/** Numerals in which no number is found have none inside either: 一九五〇, 千三, 万万分之七. */
function skipNumerals(text: string, at: number): number {
  if (isAmong('双半数几', text.charCodeAt(at))) return at + 1;
  let end = at + 1;
  while (kindAt(text, end) === Kind.hanNumeral) end++;
  return text.startsWith('分之', end) ? skipNumerals(text, end + 2) : end;
}

/** 半小时, 半年: half of a unit of time; whether it is measured is told by the words around it. */
function readHalf(text: string, at: number): WrittenNumber | undefined {
  if (text[at] !== '半' || readUnit(text, at + 1)?.unitClass !== 'time') return undefined;
  return { value: 0.5, end: at + 1, atLeast: false, style: 'han', magnitude: false, upper: undefined, decimal: false };
}

/** 上百, 近千亿, 百万人以上: a magnitude by itself is a number where a hedge stands on either side. */
function readRound(text: string, at: number): WrittenNumber | undefined {
  const number = readRoundNumber(text, at);
  if (!number || number.atLeast || isAmong('上成', text.charCodeAt(at - 1)) || hedgeBefore(text, at)) return number;
  return hedgeBehind(text, readUnit(text, number.end)?.end ?? number.end) && number;
}

/** 第99位; 第一 where an order is asserted. Any other ordinal is a name or structure. */
function readRank(text: string, at: number, previous: Quantity | undefined): ClaimCore | number {
  const number = readNumber(text, at);
  if (!number || number.decimal) return at + 1;
  const start = at - 1;
  // 同期第三多: the order of what there is most of
  if (number.atLeast && isRankCue(text, start) && text[number.end - 1] === '多')
    return { start, end: number.end - 1, kind: 'rank', value: number.value, unit: '' };
  const unit = isAmong('位名', text.charCodeAt(number.end)) ? text[number.end]! : '';
  const end = number.end + unit.length;
  const chained = previous?.kind === 'rank' && start - previous.end <= 3;
  // 第二大贸易伙伴
  if (
    !unit &&
    text[number.end] === '大' &&
    number.style === 'han' &&
    !isAmong('类会队节道街', text.charCodeAt(number.end + 1))
  ) {
    return { start, end: number.end, kind: 'rank', value: number.value, unit };
  }
  if (!chained && !isRankCue(text, start)) {
    // 第6—9页
    const last = readRangeEnd(text, number.end);
    return (last !== undefined && readNumber(text, last)?.end) || number.end;
  }
  if (
    !unit &&
    !/^(?:[，。；、：！？,.;:!?）)”"\s]|$|和|与|及|的|，|以|后)/u.test(text.slice(number.end, number.end + 2))
  )
    return number.end;
  return { start, end, kind: 'rank', value: number.value, unit };
}

/** Behind a Latin letter, or joined to its neighbour by + or ×: PM2.5, 4+1, 7x24. */
function isPartOfName(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isLatin(before) || before === 0x5f) return true;
  if (isAmong('-.—·', before) && isLatin(text.charCodeAt(at - 2))) return true;
  const joined = text.charCodeAt(at - 2);
  return isAmong('+×*', before) && (isLatin(joined) || isAmong('0123456789）', joined));
}

/** GDP3万9876美元: no name has 万 or 亿 in it. */
const isBehindTerm = (text: string, at: number): boolean =>
  /[A-Z]{3}$/u.test(text.slice(Math.max(0, at - 3), at)) && /^[\d.,]+[万亿]/u.test(text.slice(at, at + 12));

/** Past the digits and joined letters of a name or date. */
function skipName(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && (kindAt(text, end) === Kind.digit || /[-.:：/+＋A-Za-z]/u.test(text[end]!))) {
    if (isAmong(':：', text.charCodeAt(end)) && kindAt(text, end + 1) !== Kind.digit) break;
    end++;
  }
  return end;
}

/** 2016-03-02, 10:05, 2021年, 2019—2021年, 〔2021〕. */
function isClockOrDate(text: string, at: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (isAmong(':：/', next) && kindAt(text, end + 1) === Kind.digit) return true;
  if (isAmong('〔[（(', text.charCodeAt(at - 1)) && isAmong('〕]', next)) return true;
  if (end - at === 4 && isYear(numberOf(text, at, end))) {
    if (text[end] === '年') return true;
    if (isAmong(UP_TO, next)) {
      const second = end + (isAmong(UP_TO, text.charCodeAt(end + 1)) ? 2 : 1);
      if (kindAt(text, second) === Kind.digit) return true;
    }
    if (isAmong('-－', text.charCodeAt(at - 1))) return true;
  }
  return false;
}

/** What stands between the years of a span. */
const UP_TO = '-–—―~～至到/.';
const isYear = (value: number): boolean => value >= 1800 && value <= 2199;

/** 由县财政补贴3元至5元: behind 由 also stands who pays. */
const CHANGE_FROM =
  /[由从](?![^，。；！？,;]{0,12}(?:补贴|补助|奖励|给予|支付|承担|负担|提供|发放))[^，。；！？,;到至\d]{0,16}$/u;

/** A number with its unit, or with a magnitude and no unit, where it counts something. */
function readCounted(text: string, at: number, first: WrittenNumber): ClaimCore | number {
  let unit = unitOf(text, first);
  let value = first.value;
  let end = unit?.end ?? first.end;
  const { atLeast } = first;
  let upper = first.upper;

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
  if (number.magnitude || (hedged && number.value >= 100 && number.style === 'han')) {
    if (
      number.style === 'han' &&
      !hedged &&
      !number.atLeast &&
      /^一?[百千万亿]/u.test(text.slice(at, at + 2)) &&
      number.value < 1e6
    )
      return end;
    const kind = isMoney(text, at, end) ? 'money' : 'quantity';
    return { start: at, end, kind, value, upper, unit: '', atLeast: number.atLeast };
  }
  const isCoefficient =
    number.decimal && upper === undefined && /(?:[到为至是达于]|增加|提高)$/u.test(text.slice(Math.max(0, at - 2), at));
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
      return (isOne && !hedged) || isWordOfYuan(text, end, number) ? end : core;
    case 'measure': {
      // 三方协议, 三甲医院, 四面八方
      const isWord = number.style === 'han' && number.value <= 10 && !hedged && WORDS.has(unit.name);
      return (isOne && !hedged) || isWord || text[end] === '级' ? end : core;
    }
    case 'time':
    case 'age':
      return !isOne && isMeasuredTime(text, start, end, unit, number.decimal) ? core : end;
    default:
      if (text[end] === '级' || (isOne && !hedged)) return end;
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

/** With a small numeral they are words: 三方, 三甲, 双核, 三里. */
const WORDS: ReadonlySet<string> = new Set('方甲核里');

/** 每平方公里 before a number makes it a density. */
const PER_AREA = /每(平方公里|平方千米|平方米|平方[公英]?[尺呎]|公顷|亩)$/u;

function addHedges(text: string, core: ClaimCore, floor: number): Quantity {
  let { start, end, unit, value, upper } = core;
  let hedge: Hedge = core.hedge ?? (core.atLeast ? 'atLeast' : 'exact');
  if (text[start - 1] === '上' && start - 1 >= floor && isAmong('百千万亿', text.charCodeAt(start))) {
    start--;
    hedge = 'atLeast';
  }
  const isAmount = core.kind === 'quantity' || core.kind === 'money';
  const density = isAmount ? PER_AREA.exec(text.slice(Math.max(0, start - 6), start)) : null;
  if (density) {
    start -= density[0].length;
    unit = `${unit}/${density[1]}`;
  }
  const sign = signBefore(text, core);
  if (sign && start - sign.length >= floor) {
    start -= sign.length;
    if (sign !== '+') {
      value = -value;
      upper = upper && -upper;
    }
  }
  const before = hedgeBefore(text, start);
  if (before && before.edge >= floor) {
    start = before.edge;
    hedge = before.hedge;
  } else {
    const detached = core.kind === 'rank' ? undefined : detachedHedge(text, start);
    if (detached) hedge = detached;
  }
  const behind = core.kind === 'rank' && text[end] === '多' ? undefined : hedgeBehind(text, end);
  if (behind) {
    end = behind.edge;
    if (hedge === 'exact' || behind.hedge !== 'about') hedge = behind.hedge;
    const twice = hedgeBehind(text, end);
    if (twice) end = twice.edge;
  }
  return { start, end, kind: core.kind, value, upper, unit, hedge };
}

/** 负0.3%, 零下5度, -0.3%, +3.2%: the sign directly before a number, which is no dash and no part of a word. */
function signBefore(text: string, { start, kind, unit }: ClaimCore): string {
  const before = text.slice(Math.max(0, start - 3), start);
  if (kind === 'rank') return '';
  if (/(?<![抱自欺胜正担肩背亏承])负$/u.test(before)) return '负';
  if (before.endsWith('零下')) return '零下';
  if (!/[-+]$/u.test(before)) return '';
  const isMeasured = kind === 'percent' || /^(?:度|℃|摄氏度)$/u.test(unit);
  return isMeasured
    ? /(?:^|[^\w%℃度%）-]|[a-z]）)[-+]$/u.test(before)
      ? before.at(-1)!
      : ''
    : /(?:^|[为至到是由从达约，（：])[-+]$/u.test(before)
      ? before.at(-1)!
      : '';
}
