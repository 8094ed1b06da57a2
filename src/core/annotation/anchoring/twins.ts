import { adjoiningEvidence, agreeingRun, contextEvidence } from './contextEvidence';
import { extentOf, isAcceptable } from './credibility';
import type { FoldedText } from './foldedText';
import type { Pattern } from './pattern';
import { SOME_CONTEXT } from './place';

/** A place that could be taken for the passage if that went, and with it what stands between the two. */
export interface Twin {
  /** Where the context before the words would end, and the context behind them begin, in codes; undefined: all of it is there. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/**
 * The words that stand at `start` too, as they are taken for the passage most easily: where the passage's line begins, or
 * ends, with the same words, what was before, or behind, the passage comes to stand there when the lines between go.
 */
export function twinAt(pattern: Pattern, folded: FoldedText, start: number): Twin {
  const { prefix, suffix, lineBefore, lineAfter } = pattern;
  const end = start + pattern.quoteLength;
  const sharesStart =
    agreeingRun(prefix, folded.codes, start, -1) >= lineBefore && folded.beginsLine(start - lineBefore);
  const sharesEnd = agreeingRun(suffix, folded.codes, end, 1) >= lineAfter && folded.beginsLine(end + lineAfter);
  return { before: sharesStart ? undefined : start, after: sharesEnd ? undefined : end };
}

/** Of less context than this nobody would take a place; most places have not even that. */
const LEAST = 4;
/** So many more characters may come to agree. */
const CHANCE = 2;

/** Whether the context given tells too little which place is meant if the passage's own goes. */
export function isTwin(pattern: Pattern, { codes }: FoldedText, { before, after }: Twin): boolean {
  const { prefix, suffix } = pattern;
  const adjoins = (context: Uint16Array, at: number | undefined, direction: -1 | 1) =>
    at === undefined ? context.length : Math.min(context.length, adjoiningEvidence(context, codes, at, direction) + CHANCE);
  const adjoiningBefore = adjoins(prefix, before, -1);
  const adjoiningAfter = adjoins(suffix, after, 1);
  if (Math.max(adjoiningBefore, adjoiningAfter) < LEAST) return false;
  const contradicts = (context: Uint16Array, line: Uint16Array, at: number | undefined, direction: -1 | 1) =>
    at !== undefined &&
    adjoiningEvidence(line, codes, at, direction) * 2 < line.length &&
    contextEvidence(context, codes, at, direction) < SOME_CONTEXT;
  return isAcceptable(
    extentOf(pattern, codes.length),
    {
      start: before ?? pattern.quoteStart,
      end: after ?? codes.length,
      words: 'equal',
      adjoiningBefore,
      adjoiningAfter,
      contradictedBefore: contradicts(prefix, prefix.subarray(prefix.length - pattern.lineBefore), before, -1),
      contradictedAfter: contradicts(suffix, suffix.subarray(0, pattern.lineAfter), after, 1),
    },
  );
}

/** Whether the words at `start` have all the context too. */
export function readsTheSame({ prefix, suffix, quoteLength }: Pattern, { codes }: FoldedText, start: number): boolean {
  return (
    agreeingRun(prefix, codes, start, -1) === prefix.length &&
    agreeingRun(suffix, codes, start + quoteLength, 1) === suffix.length
  );
}
