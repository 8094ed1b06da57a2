import { readNumber } from '../readNumber';
import { TO } from './timeExpressions';

/** A day to which 今年 and 上半年 refer, ISO 8601 (`2022-08-26`). */
export type ReferenceDate = string | undefined;

const HAN_DIGITS = '〇一二三四五六七八九';
/** The five years of a plan: 十二五 began in 2011. */
const PLAN_NUMBER: Readonly<Record<string, number>> = { 十: 10, 十一: 11, 十二: 12, 十三: 13, 十四: 14, 十五: 15 };

export interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const NO_DAYS: Days = { from: undefined, to: undefined };

/** 十二, 两 or digits; 0 where no certain number is written. */
function countOf(written: string): number {
  const number = readNumber(written, 0);
  return number && number.end === written.length && !number.atLeast ? number.value : 0;
}

/** The days of a time expression by the named parts of it. */
export function daysOf(groups: Record<string, string | undefined>, date: ReferenceDate): Days {
  const { year, part, relative, relativePart, bare, plan, planPart, budget } = groups;
  if (budget) return { from: `${budget}-04-01`, to: `${Number(budget) + 1}-03-31` };
  if (year) {
    return within(yearOf(year), part);
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

/** 3月1日至4月17日, 2月17日至20日, 10月10-13日 */
const DAYS = new RegExp(`^(\\d{1,2})月(\\d{1,2})日?${TO}(?:(\\d{1,2})月)?(\\d{1,2})日`, 'u');

/** 1—5月 */
const MONTHS = new RegExp(`^(\\d{1,2})月?份?${TO}(\\d{1,2})月`, 'u');

/** First and last day of a year, or of the part of it that is named. */
function within(year: number, part: string | undefined): Days {
  const months = monthsOf(part);
  if (!months) return NO_DAYS;
  const [first, last] = months;
  const range = DAYS.exec(part ?? '');
  if (range) {
    const [, month, from, lastMonth = month, to] = range.map(Number) as number[];
    return { from: iso(year, month!, from!), to: iso(year, range[3] === undefined ? month! : lastMonth!, to!) };
  }
  const day = countOf(/月?(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u.exec(part ?? '')?.[1] ?? '');
  if (day) return { from: iso(year, first, day), to: iso(year, first, day) };
  return { from: iso(year, first, 1), to: iso(year, last, new Date(Date.UTC(year, last, 0)).getUTCDate()) };
}

function monthsOf(part: string | undefined): readonly [number, number] | undefined {
  if (part === undefined || part === '全年' || part === '年内') return [1, 12];
  if (part === '上半年') return [1, 6];
  if (part === '下半年') return [7, 12];
  if (part === '前三季度') return [1, 9];
  if (/^年?[底末]$/u.test(part)) return [12, 12];
  if (part === '年初' || part === '初') return [1, 1];
  const span = MONTHS.exec(part);
  if (span) return [Number(span[1]), Number(span[2])];
  const quarter = countOf(/([一二三四1-4])季/u.exec(part)?.[1] ?? '');
  if (quarter > 0) return [quarter * 3 - 2, quarter * 3];
  const first = /^[前头首](.{1,2}?)个?月/u.exec(part)?.[1];
  const count = first ? countOf(first) : 0;
  if (count > 0) return [1, count];
  const written = /^(\d{1,2}|元|[一二三四五六七八九十]{1,2})月/u.exec(part)?.[1] ?? '';
  const month = written === '元' ? 1 : countOf(written);
  return month >= 1 && month <= 12 ? [month, month] : undefined;
}

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
