import { analyse } from '../analyse';
import type { Analysis } from '../analysis';
import type { Sidecar } from '../annotation/annotation';
import { decode } from '../text/decode';
import { normaliseText } from '../text/normalise';
import { analysisOptions, applyCorrections } from './applyCorrections';

type Knowledge = Pick<Sidecar, 'document' | 'corrections'>;

/** The text of the transcript's file at `path`, and its analysis with what people have corrected. */
export function readTranscriptBytes(
  path: string,
  bytes: Uint8Array,
  knowledge: Knowledge,
): { text: string; analysis: Analysis } {
  const text = normaliseText(decode(bytes));
  return { text, analysis: analyseCorrected(path, text, knowledge) };
}

/** The analysis of a text with what people have corrected. */
export function analyseCorrected(path: string, text: string, { document, corrections }: Knowledge): Analysis {
  const options = analysisOptions(path, { document, corrections });
  const analysis = applyCorrections(text, analyse(text, options), corrections);
  return { ...analysis, date: options.date ?? analysis.date };
}
