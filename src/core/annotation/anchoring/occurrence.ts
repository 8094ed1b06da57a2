import type { Target } from '../annotation';

/** Says that a passage is the `nth` (from 0) of `count` places that read the same. */
export const writeOccurrence = (nth: number, count: number): string => `${nth + 1}/${count}`;

/** Which of `count` places that read the same is the target's, from 0; undefined where it does not say so for so many. */
export function placeOfOccurrence({ occurrence }: Target, count: number): number | undefined {
  const [, nth, of] = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/u.exec(occurrence ?? '') ?? [];
  return Number(of) === count && Number(nth) <= count ? Number(nth) - 1 : undefined;
}
