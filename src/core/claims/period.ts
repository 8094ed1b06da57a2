import { matchesOf } from '../text/matches';
import type { Period } from './claim';

/** A day to which 今年 and 上半年 refer, ISO 8601 (`2022-08-26`). */
export type ReferenceDate = string | undefined;

const HAN_DIGITS = '〇一二三四五六七八九';
/** The five years of a plan: 十二五 began in 2011. */
const PLAN_NUMBER: Readonly<Record<string, number>> = { 十: 10, 十一: 11, 十二: 12, 十三: 13, 十四: 14, 十五: 15 };

const YEAR = String.raw`(?<year>(?:19|20)\d{2}|[一二][〇零一二三四五六七八九]{3})年`;
const MONTH = String.raw`\d{1,2}月(?:份|\d{1,2}日|底|末|初|[上中下]旬)?`;
const PART = String.raw`(?<part>上半年|下半年|前三季度|[一二三四]季度|第[一二三四]季度|前[一二两三四五六七八九十\d]{1,2}个?月|\d{1,2}月?(?:至|到|—|-)${MONTH}|${MONTH}|全年(?!计划|任务|目标|预算|指标|龄)|年?底|年?末|年?初|春季|夏季|秋季|冬季|春节(?:期间)?)`;
/** What closes a time expression: 2012年以来, 6月底前. */
const SIDE = '(?:以来|之前|以前|前(?!三|后|列|往|来|[一二三四五六七八九十\\d])|起|期间)?';
const COUNT = String.raw`[一二三四五六七八九十两几\d]{1,3}`;
/** What an expression of time begins with, all of those below: most characters are known by it to begin none. */
const BEGINS = '[\\d一二三四五六七八九十第前上下全年底末初春夏秋冬中民今去明本当“"近两几过最未党改截至次翌以昨每目现]';
const EXPRESSION = new RegExp(
  `(?=${BEGINS})(?:${[
    String.raw`${YEAR}(?:(?:到|至|—|-)(?<last>(?:19|20)\d{2})年)?${PART}?${SIDE}`,
    // a bare 112年 can be a span of time, 112年度 and 112年3月 cannot; without days, as budgets name hundreds of items 预算
    String.raw`(?:(?:中华)?民国(?=\d{2,3}年)|(?<![\d.,第])(?=1[01]\d年(?:度|底|末|初|[上下]半年|\d{1,2}月)))\d{2,3}年(?:度|${PART.replace('part', 'republicPart')})?${SIDE}`,
    // the budget years of Hong Kong begin in April
    String.raw`(?<budget>(?:19|20)\d{2})[-–—―至]\d{2,4}财政年度`,
    String.raw`(?:(?:19|20)\d{2}[-–—―至]\d{2,4}|(?:19|20)?\d{2}/\d{2})(?:年度?|度)`,
    `(?<relative>今年|去年|前年|明年|本年|上年|当年)(?!同期)${PART.replace('part', 'relativePart')}?${SIDE}`,
    PART.replace('part', 'bare') + SIDE,
    `[“"]?(?<![第二三四五六七八九])(?<plan>十[一二三四五]?)五(?!年|个|[届次期批条款]|[〇零一二三四五六七八九十百千万])[”"]?(?<planPart>末|期间|以来|时期|前[一二三四]年)?`,
    `近${COUNT}年来?|${COUNT}年(?:多)?来|(?:过去|最近|未来|今后)${COUNT}(?:年|个月|天)|(?:党的)?十[八九]大以来|二十大以来|改革开放(?:以来|初期)`,
    String.raw`(?:19|20|上)世纪\d{2}年代(?:初期?|中期|末期?|后期)?`,
    '(?:本|上|下|当)(?:月|季度|周)|近年来?|近期|截至目前|至今(?![年天日])|次年|翌年|下年|以往|[今昨]天|[今昨]日(?!报)',
    '每(?:年|月|天|日|周|季度|小时)(?!度)|(?<![题项])目前(?!的困难)|(?<![正应恰适])当前|(?<![体表展呈实再出涌浮])现在',
  ].join('|')})`,
  'gu',
);

interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const NO_DAYS: Days = { from: undefined, to: undefined };

/** A time expression; `compared` where it only names what the figure is held against (比上半年). */
export interface FoundPeriod extends Period {
  readonly compared?: boolean;
}

/** The time expressions of one paragraph, in text order. */
export function findPeriods(text: string, date: ReferenceDate): FoundPeriod[] {
  const periods: FoundPeriod[] = [];
  for (const match of matchesOf(EXPRESSION, text)) {
    const written = match[0];
    if (/^[末底初]$/u.test(written)) continue;
    const days = resolve(match.groups ?? {}, date);
    const compared = /(?:(?<!占)比|[较与])$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
    periods.push({ start: match.index, end: match.index + written.length, ...days, ...(compared ? { compared } : {}) });
  }
  return periods;
}

/** 一二三…十一, 两 or digits. */
const monthCount = (written: string): number =>
  /^\d+$/u.test(written)
    ? Number(written)
    : ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'].indexOf(written.replace('两', '二')) + 1;

function resolve(groups: Record<string, string | undefined>, date: ReferenceDate): Days {
  const { year, last, part, relative, relativePart, bare, plan, planPart, budget } = groups;
  if (budget) return { from: `${budget}-04-01`, to: `${Number(budget) + 1}-03-31` };
  if (year) {
    const first = yearOf(year);
    if (last) return { from: `${first}-01-01`, to: `${last}-12-31` };
    return within(first, part);
  }
  if (plan) {
    const number = PLAN_NUMBER[plan];
    if (number === undefined) return NO_DAYS;
    const first = 2021 + (number - 14) * 5;
    return planPart === '末' ? within(first + 4, '年底') : { from: `${first}-01-01`, to: `${first + 4}-12-31` };
  }
  if (!date) return NO_DAYS;
  const now = Number(date.slice(0, 4));
  if (relative) return within(now + ({ 去年: -1, 上年: -1, 前年: -2, 明年: 1 }[relative] ?? 0), relativePart);
  return bare ? within(now, bare) : NO_DAYS;
}

const yearOf = (written: string): number =>
  /^\d/u.test(written)
    ? Number(written)
    : Number([...written.replaceAll('零', '〇')].map((digit) => HAN_DIGITS.indexOf(digit)).join(''));

/** First and last day of a year, or of the part of it that is named. */
function within(year: number, part: string | undefined): Days {
  const months = monthsOf(part);
  if (!months) return NO_DAYS;
  const [first, last] = months;
  const day = /(\d{1,2})日/u.exec(part ?? '')?.[1];
  if (day) return { from: iso(year, first, Number(day)), to: iso(year, first, Number(day)) };
  return { from: iso(year, first, 1), to: iso(year, last, new Date(Date.UTC(year, last, 0)).getUTCDate()) };
}

function monthsOf(part: string | undefined): readonly [number, number] | undefined {
  if (part === undefined || part === '全年') return [1, 12];
  if (part === '上半年') return [1, 6];
  if (part === '下半年') return [7, 12];
  if (part === '前三季度') return [1, 9];
  if (/^年?[底末]$/u.test(part)) return [12, 12];
  if (part === '年初' || part === '初') return [1, 1];
  const span = /^(\d{1,2})月?(?:至|到|—|-)(\d{1,2})月/u.exec(part);
  if (span) return [Number(span[1]), Number(span[2])];
  const quarter = '一二三四'.indexOf(/([一二三四])季度/u.exec(part)?.[1] ?? '-');
  if (quarter >= 0) return [quarter * 3 + 1, quarter * 3 + 3];
  const first = /^前(.{1,2}?)个?月/u.exec(part)?.[1];
  const count = first ? monthCount(first) : 0;
  if (count > 0) return [1, count];
  const month = Number(/^(\d{1,2})月/u.exec(part)?.[1]);
  return month >= 1 && month <= 12 ? [month, month] : undefined;
}

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
