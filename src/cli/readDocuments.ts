import { EMPTY_SIDECAR } from '../core/annotation/annotation';
import { type QueryDocument, queryDocument } from '../core/query/queryDocument';
import { isWorkedOn } from '../core/summary/indexText';
import { isTakenForTranscript } from '../core/summary/looksLikeTranscript';
import { reasonOf } from './command';
import { readTranscriptFile, TranscriptFinder } from './transcriptFiles';

/**
 * The transcripts that arguments of the command line mean, in the order of their paths: what is recognised as one, and what
 * somebody has annotated; every text where `areTexts`. `tell` hears of each that cannot be read, or whose annotations cannot.
 */
export async function* readDocuments(
  given: readonly string[],
  tell: (path: string, words: string, isFault?: boolean) => void,
  areTexts = false,
): AsyncGenerator<QueryDocument> {
  const finder = new TranscriptFinder('all', tell);
  const paths: string[] = [];
  for (const path of given) for await (const found of finder.at(path)) paths.push(found);
  for (const path of paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    try {
      const { text, analysis, sidecar } = await readTranscriptFile(path, tell);
      const known = sidecar?.sidecar ?? EMPTY_SIDECAR;
      const isMeant = areTexts || given.includes(path) || (sidecar && isWorkedOn(sidecar));
      if (isMeant || isTakenForTranscript(text, analysis)) yield queryDocument(path, text, analysis, known);
    } catch (error) {
      tell(path, `cannot be read: ${reasonOf(error)}`);
    }
  }
}
