import { isAmong, isLatin, Kind, kindAt } from '../text/characters';
import type { Span } from '../text/span';
import type { Quantity } from './claim';
import { readAmount } from './currencies';
import { isRankCue } from './governance';
import { hedgeBefore, hedgeBehind } from './hedges';
import { type ClaimCore, isYear, numberOf, readParts, readRangeEnd, readRatio, readTenths } from './numberShapes';
import { hanDigit } from './numerals';
import { readCounted } from './readCounted';
import { readNumber, readRoundNumber, type WrittenNumber } from './readNumber';
import { readUnit, UNIT_BEGINNINGS } from './units';
import { withHedges } from './withHedges';

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
    const claim = withHedges(text, core, floor);
    at = claim.end;
    if (isRateBase(text, claim)) continue;
    const range = rangeOf(text, claims.at(-1), claim);
    if (range) claims.pop();
    claims.push(range ?? claim);
  }
  return claims;
}

/** 五百元以上三千元以下: how a law sets a range. */
function rangeOf(text: string, from: Quantity | undefined, to: Quantity): Quantity | undefined {
  const isRange =
    from?.end === to.start &&
    from.unit === to.unit &&
    from.value < to.value &&
    text.endsWith('以上', to.start) &&
    text.endsWith('以下', to.end);
  return isRange ? { ...from, end: to.end, upper: to.value, hedge: 'exact' } : undefined;
}

/** 100日元兑4.89元: so much of a currency as a rate is told for. */
const isRateBase = (text: string, { kind, value, end }: Quantity): boolean =>
  kind === 'money' && [1, 10, 100, 1000].includes(value) && /^(?:约合|折合|兑)/u.test(text.slice(end, end + 2));

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

  const number = plain ?? readRound(text, at) ?? readWord(text, at);
  if (!number) return skipNumerals(text, at);
  if (!Number.isFinite(number.value)) return number.end;
  if (number.style === 'digits' && isClockOrDate(text, at, number.end))
    return text[number.end] === '年' ? number.end + 1 : skipName(text, number.end);
  return readTenths(text, at, number) ?? readCounted(text, at, number);
}

/** Numerals in which no number is found have none inside either: 一九五〇, 千三, 万万分之七. */
function skipNumerals(text: string, at: number): number {
  if (isAmong('双半数几', text.charCodeAt(at))) return at + 1;
  let end = at + 1;
  while (kindAt(text, end) === Kind.hanNumeral) end++;
  return text.startsWith('分之', end) ? skipNumerals(text, end + 2) : end;
}

/** 半小时, 半成, 双位数: words that are a number before what they count; whether a span of time is measured is told by the words around it. */
function readWord(text: string, at: number): WrittenNumber | undefined {
  const isHalf = text[at] === '半' && (text[at + 1] === '成' || readUnit(text, at + 1)?.unitClass === 'time');
  if (!isHalf && !text.startsWith('双位数', at)) return undefined;
  const value = isHalf ? 0.5 : 2;
  return { value, end: at + 1, atLeast: false, style: 'han', magnitude: false, upper: undefined, decimal: false };
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
  const isFromBehind = text.startsWith('倒数', at - 3);
  const start = at - (isFromBehind ? 3 : 1);
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
  const isAsserted =
    chained || isRankCue(text, start) || (isFromBehind && /^[位名]?[，。；的）)]/u.test(text.slice(number.end)));
  if (!isAsserted) {
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
