import type { Span } from '../../text/span';
import {
  countOfWord,
  EDGE,
  FIGURE,
  firstOfWord,
  kindOfWord,
  LATIN,
  lastOfWord,
  markNumbers,
  ROOT,
  SIGN,
  step,
  TIME,
  UNKNOWN,
  UNKNOWN_COUNT,
  wordAtNode,
} from './dictionary';

/** The words of a stretch of text, each by its place and its number in the dictionary. */
export interface Words {
  readonly starts: number[];
  readonly ends: number[];
  readonly numbers: number[];
}

/** A figure or a time. */
export interface Landmark extends Span {
  readonly isFigure: boolean;
}

export const kindAt = ({ numbers }: Words, at: number): number => kindOfWord[numbers[at]!]!;
export const firstAt = ({ numbers }: Words, at: number): number => firstOfWord[numbers[at]!]!;
export const lastAt = ({ numbers }: Words, at: number): number => lastOfWord[numbers[at]!]!;
/** The number of the word at an index, and that of its kind; past the edges none. */
export const numberOr = ({ numbers }: Words, at: number, from = 0): number =>
  at < from ? EDGE : (numbers[at] ?? EDGE);
export const kindOr = (words: Words, at: number, from = 0): number =>
  at < from || at >= words.numbers.length ? EDGE : kindAt(words, at);

const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005 || code === 0x3007;
const DASH = 0x2014;
/** Latin letters, digits, and Roman numerals. */
const isLetter = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 0x2160 && code <= 0x217f);

/** Runs of characters are cut in pieces of at most so many. */
const LONGEST_RUN = 200;
/** What is kept of each character while a run is cut: how likely the words up to it are, and where and what the last of them is. */
const best = new Float64Array(LONGEST_RUN + 1);
const starts = new Uint16Array(LONGEST_RUN + 1);
const numbers = new Uint16Array(LONGEST_RUN + 1);

/** Cuts `[from, to)` into words; `known`, in text order, are the figures and times, from the `next` one on. */
export function lexWords(text: string, from: number, to: number, known: readonly Landmark[], next = 0): Words {
  const words: Words = { starts: [], ends: [], numbers: [] };
  let at = from;
  while (at < to) {
    while (known[next] && known[next]!.start < at) next++;
    const landmark = known[next];
    if (landmark?.start === at) {
      push(words, at, landmark.end, landmark.isFigure ? FIGURE : TIME);
      at = landmark.end;
      continue;
    }
    const border = landmark && landmark.start < to ? landmark.start : to;
    const code = text.charCodeAt(at);
    const mark = markNumbers[code]!;
    let end = at + 1;
    if (mark > 0) push(words, at, end, mark);
    else {
      const isWord = isHan(code);
      const limit = isWord ? Math.min(border, at + LONGEST_RUN) : border;
      for (; end < limit; end++) {
        const other = text.charCodeAt(end);
        // Ⅰ—Ⅲ
        if (other === DASH && !isWord && isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(end + 1)))
          continue;
        if (markNumbers[other]! > 0 || isHan(other) !== isWord) break;
      }
      if (isWord) cut(text, at, end, words);
      else push(words, at, end, isLetter(code) ? LATIN : SIGN);
    }
    at = end;
  }
  return words;
}

function push({ starts, ends, numbers }: Words, start: number, end: number, number: number): void {
  starts.push(start);
  ends.push(end);
  numbers.push(number);
}

/** The likeliest way of cutting a run of characters; what is in no word stays together. */
function cut(text: string, from: number, to: number, words: Words): void {
  const length = to - from;
  best.fill(-Infinity, 0, length + 1);
  best[0] = 0;
  for (let at = 0; at < length; at++) {
    const weight = best[at]!;
    if (weight + UNKNOWN_COUNT > best[at + 1]!) {
      best[at + 1] = weight + UNKNOWN_COUNT;
      starts[at + 1] = at;
      numbers[at + 1] = UNKNOWN;
    }
    let node = ROOT;
    for (let end = at; end < length; ) {
      node = step(node, text.charCodeAt(from + end++));
      if (node === 0) break;
      const number = wordAtNode(node);
      if (number === 0) continue;
      const sum = weight + countOfWord[number]!;
      if (sum <= best[end]!) continue;
      best[end] = sum;
      starts[end] = at;
      numbers[end] = number;
    }
  }
  const first = words.starts.length;
  for (let end = length; end > 0; end = starts[end]!) {
    const count = words.starts.length;
    if (count > first && numbers[end] === UNKNOWN && words.numbers[count - 1] === UNKNOWN)
      words.starts[count - 1] = from + starts[end]!;
    else push(words, from + starts[end]!, from + end, numbers[end]!);
  }
  reverse(words.starts, first);
  reverse(words.ends, first);
  reverse(words.numbers, first);
}

function reverse(list: number[], from: number): void {
  for (let left = from, right = list.length - 1; left < right; left++, right--) {
    const value = list[left]!;
    list[left] = list[right]!;
    list[right] = value;
  }
}
