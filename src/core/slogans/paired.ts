import type { Span } from '../text/span';
import { readDefinitions } from './definition';
import type { Formula } from './formula';

/*
 * Two formulas side by side that are explained as the one and the other: “三责”“四制”…，前一个说的是…；后一个是….
 */

const SIDE_BY_SIDE = /^[”」]?(?:[、和与及]|以及)?[“「]?$/u;
const FORMER = /前者|前(?:面)?[一那]?[个项句组]|第一个/u;
const LATTER = /后者|后(?:面)?[一那]?[个项句组]|第二个/u;
const NEAR = 60;
const REACH = 300;

/** Whether `other` stands directly before or behind `mention`. */
export const isBeside = (text: string, mention: Span, other: Span | undefined): boolean => {
  if (!other) return false;
  const [first, second] = mention.start < other.start ? [mention, other] : [other, mention];
  return second.start - first.end <= 4 && SIDE_BY_SIDE.test(text.slice(first.end, second.start));
};

/** The items of the first or second of two formulas whose second ends at `at`; none where they are not told apart so. */
export function readPaired(text: string, at: number, formula: Formula, isFirst: boolean): Span[][] {
  const former = FORMER.exec(text.slice(at, at + NEAR));
  if (!former) return [];
  const from = at + former.index + former[0].length;
  const latter = LATTER.exec(text.slice(from, from + REACH));
  if (!latter) return [];
  return isFirst
    ? readDefinitions(text.slice(0, from + latter.index), from, formula)
    : readDefinitions(text, from + latter.index + latter[0].length, formula);
}
