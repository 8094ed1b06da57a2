import { indexText, type ReadTranscript } from '../../../../src/core/summary/indexText';

/** What is kept of a transcript; undefined for other texts. */
export function indexTranscript(...given: Parameters<typeof indexText>): ReadTranscript | undefined {
  const found = indexText(...given);
  return found?.summary && found;
}
