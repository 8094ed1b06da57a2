import { adjoiningEvidence, agreeingRun, contextEvidence } from './contextEvidence';
import type { FoldedText } from './foldedText';
import type { Pattern } from './pattern';

/** A place that has more of the context of a side, or of both, could be taken for the passage if the passage went. */
const SIDE = 0.6;
const BOTH = 0.5;
/** So much less must speak for another place. */
const DISTANCE = 8;

/** Whether, of the words that stand at `start` too, the context given tells too little which place is meant. */
export function isTwin(pattern: Pattern, { codes }: FoldedText, start: number): boolean {
  const { prefix, suffix, quoteLength } = pattern;
  const end = start + quoteLength;
  const before = adjoiningEvidence(prefix, codes, start, -1);
  const after = adjoiningEvidence(suffix, codes, end, 1);
  const [most, all] = [Math.max(before, after), before + after];
  if (most < DISTANCE) return false;
  if (before >= SIDE * Math.max(DISTANCE, prefix.length) || after >= SIDE * Math.max(DISTANCE, suffix.length))
    return true;
  if (all >= BOTH * (prefix.length + suffix.length)) return true;
  const evidence = contextEvidence(prefix, codes, start, -1) + contextEvidence(suffix, codes, end, 1);
  return evidence > prefix.length + suffix.length - DISTANCE;
}

/** Whether the words at `start` have all the context too. */
export function readsTheSame({ prefix, suffix, quoteLength }: Pattern, { codes }: FoldedText, start: number): boolean {
  return (
    agreeingRun(prefix, codes, start, -1) === prefix.length &&
    agreeingRun(suffix, codes, start + quoteLength, 1) === suffix.length
  );
}
