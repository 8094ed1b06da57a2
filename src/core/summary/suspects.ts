import type { Slogan } from '../slogans/slogan';
import { uncertainPhrases } from '../slogans/uncertainPhrases';
import { LineMap } from '../text/lineMap';
import { sliceOf } from '../text/span';
import { contextOf } from './contextOf';
import { oneLine } from './oneLine';
import type { SuspectSummary } from './transcriptSummary';

/**
 * Quotations of a transcript that may be slogans, besides its `slogans`. Telling them takes an eighth of the time of reading
 * it: this is for those who ask.
 */
export const suspectsOf = (
  text: string,
  slogans: readonly Slogan[],
  lines = new LineMap(text),
): readonly SuspectSummary[] =>
  uncertainPhrases(text, slogans).map((span) => ({
    words: oneLine(sliceOf(text, span)),
    at: lines.range(span),
    context: contextOf(text, span),
  }));
