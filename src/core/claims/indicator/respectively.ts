import type { Span } from '../../text/span';
import { COMMA, FIGURE, NAMES, PAUSE } from './dictionary';
import { kindAt, type Words } from './lexWords';

/** Of the figures behind 分别, which one this is, and of how many. */
export interface Turn {
  readonly index: number;
  readonly count: number;
  /** The index of 分别. */
  readonly at: number;
}

const RESPECTIVELY = NAMES.indexOf('分别');

/** 分别为1、2和3: which figure of such a row stands at `at`. */
export function turnOf(words: Words, from: number, at: number): Turn | undefined {
  const { numbers } = words;
  const isPause = (index: number) => index >= from && index < numbers.length && kindAt(words, index) === PAUSE;
  let first = at;
  while (numbers[first - 2] === FIGURE && isPause(first - 1)) first -= 2;
  let last = at;
  while (numbers[last + 2] === FIGURE && isPause(last + 1)) last += 2;
  if (first === last) return undefined;
  for (let index = first - 1; index >= from && kindAt(words, index) !== COMMA; index--) {
    if (numbers[index] === RESPECTIVELY) return { index: (at - first) / 2, count: (last - first) / 2 + 1, at: index };
  }
  return undefined;
}

/** The noun of the list before 分别; of the first it is open where it begins, of the last where it ends (-1). */
export function nounOf(words: Words, from: number, { index, count, at }: Turn): Span | undefined {
  let end = at;
  let left = count - 1;
  for (let word = at - 1; word >= from && left > 0; word--) {
    const kind = kindAt(words, word);
    if (kind === COMMA || words.numbers[word] === FIGURE) return undefined;
    if (kind !== PAUSE) continue;
    if (left === index) return { start: words.starts[word + 1]!, end: left === count - 1 ? -1 : words.ends[end - 1]! };
    end = word;
    left--;
  }
  return left === 0 && index === 0 ? { start: -1, end: words.ends[end - 1]! } : undefined;
}
