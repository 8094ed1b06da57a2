import { oneLine } from '../summary/oneLine';
import { Kind, kindAt } from '../text/characters';
import type { Span } from '../text/span';
import { readFigures } from './anchoring/figures';
import type { Target } from './annotation';

/** What of an annotated passage has changed, within its sentence. All on one line; what was left out is a `…`. */
export interface WordingChange {
  readonly before: string;
  readonly old: string;
  readonly now: string;
  readonly after: string;
}

/** Characters of each part that one row of a list can hold. */
const BEFORE = 4;
const CHANGED = 18;
const AFTER = 16;

/** How the words of a target differ from those that stand there now; figures are whole. Undefined where they do not. */
export function describeChange({ exact, prefix, suffix }: Target, now: string): WordingChange | undefined {
  if (exact === now) return undefined;
  const shortest = Math.min(exact.length, now.length);
  let lead = 0;
  while (lead < shortest && exact[lead] === now[lead]) lead++;
  let tail = 0;
  while (tail < shortest - lead && exact.at(-1 - tail) === now.at(-1 - tail)) tail++;
  // what was only put in or taken out is shown with what it touches
  if (lead + tail === shortest) {
    lead = Math.max(0, lead - 1);
    tail = Math.max(0, tail - 1);
  }
  const cut = [exact, now].flatMap((words) =>
    readFigures(words, { start: lead, end: words.length - tail }).map(({ start, end }) => [start, words.length - end]),
  );
  lead = Math.min(lead, ...cut.map(([start]) => start!));
  tail = Math.min(tail, ...cut.map(([, end]) => end!));
  const changed = (words: string) => clipped(words.slice(lead, words.length - tail), CHANGED);
  return {
    before: clippedBefore(sentenceEnd(prefix + exact.slice(0, lead))),
    old: changed(exact),
    now: changed(now),
    after: clipped(sentenceBegin(exact.slice(exact.length - tail) + suffix), AFTER),
  };
}

const isEnd = (words: string, at: number) =>
  [Kind.sentenceEnd, Kind.lineEnd].some((kind) => kind === kindAt(words, at));

function sentenceEnd(words: string): string {
  let start = words.length;
  while (start > 0 && !isEnd(words, start - 1)) start--;
  return words.slice(start);
}

function sentenceBegin(words: string): string {
  let end = 0;
  while (end < words.length && !isEnd(words, end)) end++;
  return words.slice(0, end);
}

/** Its first characters; a figure stays whole or goes. */
function clipped(words: string, length: number): string {
  if (words.length <= length) return oneLine(words);
  const { start } = figureOver(words, length) ?? { start: length };
  return `${oneLine(words.slice(0, start || figureOver(words, length)!.end))}…`;
}

function clippedBefore(words: string): string {
  if (words.length <= BEFORE) return oneLine(words);
  const at = words.length - BEFORE;
  return `…${oneLine(words.slice(figureOver(words, at)?.end ?? at).replace(/^[，、；：,;:]/u, ''))}`;
}

const figureOver = (words: string, at: number): Span | undefined =>
  readFigures(words, { start: at, end: at }).find(({ start, end }) => start < at && at < end);
