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
