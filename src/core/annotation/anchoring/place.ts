import type { Span } from '../../text/span';
import { adjoiningEvidence, contextEvidence } from './contextEvidence';
import type { FoldedText } from './foldedText';
import { sameButForNumerals } from './numerals';
import { equalCodes, type Pattern } from './pattern';

/** A place where the passage may stand, and what speaks for it. */
export interface Place {
  /** In codes of the folded text. */
  readonly start: number;
  readonly end: number;
  /** In the text itself. */
  readonly span: Span;
  /** How the words there compare with the quote. */
  readonly words: 'equal' | 'revised' | 'changed';
  /** How many characters of the quote stand there, in order. */
  readonly agreeing: number;
  /** How many characters of the context before and after speak for the place, be they beside it or only near it. */
  readonly before: number;
  readonly after: number;
  /** Those right beside it: what stands near it also stands near a mention that is not meant. */
  readonly adjoiningBefore: number;
  readonly adjoiningAfter: number;
  /** What stands there may have been another passage in the text as last seen. */
  readonly isContested?: boolean;
}

/** All that speaks for a place, in characters. */
export const evidence = ({ agreeing, before, after }: Place): number => agreeing + before + after;

/** Weighs `[start, end)` of the folded text as a place of the passage, of whose quote `agreeing` characters stand there. */
export function weigh(pattern: Pattern, folded: FoldedText, start: number, end: number, agreeing: number): Place {
  const { codes } = folded;
  const here = codes.subarray(start, end);
  let words: Place['words'] = 'changed';
  if (equalCodes(here, pattern.quote)) words = pattern.cutsSameNumbers(codes, start, end) ? 'equal' : 'revised';
  else if (sameButForNumerals(here, pattern.quote)) words = 'revised';
  return {
    start,
    end,
    span: asWritten(pattern, folded.text, folded.toSource({ start, end })),
    words,
    agreeing,
    before: contextEvidence(pattern.prefix, codes, start, -1),
    after: contextEvidence(pattern.suffix, codes, end, 1),
    adjoiningBefore: adjoiningEvidence(pattern.prefix, codes, start, -1),
    adjoiningAfter: adjoiningEvidence(pattern.suffix, codes, end, 1),
  };
}

/** The quote as it was written where the text has it so: with the spaces at its edges, without the rest of a `——` it cuts. */
function asWritten({ target: { exact }, lead, excess, cut }: Pattern, text: string, span: Span): Span {
  const start = span.start - lead;
  if (text.startsWith(exact, start)) return { start, end: start + exact.length };
  return { start: Math.max(0, span.start - cut), end: Math.max(span.start + 1, span.end - excess) };
}
