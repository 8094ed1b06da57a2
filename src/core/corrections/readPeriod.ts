import type { ReferenceDate } from '../claims/period/days';
import { findPeriods } from '../claims/period/findPeriods';
import { readDay } from '../query/readDay';

/**
 * The first and last day that somebody means who types `2023-01-01 – 2023-06-30`, one day, a year, or words of a transcript
 * such as 2023年上半年, 去年; those that need it refer to `date`. Days as people write them, as 2023/1/1, too. Undefined where
 * no days are meant.
 */
export function readPeriod(typed: string, date: ReferenceDate): { from: string; to: string } | undefined {
  const words = /^\d{4}$/u.test(typed.trim()) ? `${typed.trim()}年` : typed.trim();
  const days = words.split(/\s*[–—~至到]\s*|\s+-\s+/u);
  const [from, to = from] = days.map(readOneDay);
  if (days.length <= 2 && from && to) return from <= to ? { from, to } : undefined;
  const [period] = findPeriods(words, date);
  const isWhole = period?.start === 0 && period.end === words.length;
  return isWhole && period.from && period.to ? { from: period.from, to: period.to } : undefined;
}

/** The day (ISO 8601) that somebody means who types `2023-01-01`, `2023/1/1` or `2023年1月1日`; undefined where it is no single day. */
export function readOneDay(typed: string): string | undefined {
  const day = readDay(typed, 'first');
  return day === readDay(typed, 'last') ? day : undefined;
}
