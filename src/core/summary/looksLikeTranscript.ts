import type { Analysis } from '../analysis';
import { normaliseText } from '../text/normalise';
import { readTranscript } from '../transcript/readTranscript';

/** A transcript shows itself within its first pages; no more is read to recognise it. In UTF-16 code units. */
const SAMPLE_LENGTH = 64 * 1024;

/**
 * Whether a text is taken for a transcript by its content: somebody speaks in it. The editor opens it as one by this, and
 * by nothing else does an index of many files count it.
 */
export function looksLikeTranscript(text: string): boolean {
  const sample = normaliseText(text.slice(0, SAMPLE_LENGTH));
  return !sample.includes('\0') && readTranscript(sample).turns.length > 0;
}

/** The same of a normalised text that was analysed, as it is without corrections: that is read anew only where it is long. */
export const isTakenForTranscript = (text: string, { isTranscript }: Pick<Analysis, 'isTranscript'>): boolean =>
  text.length <= SAMPLE_LENGTH ? isTranscript && !text.includes('\0') : looksLikeTranscript(text);
