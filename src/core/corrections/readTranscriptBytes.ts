import { analyse } from '../analyse';
import type { Analysis } from '../analysis';
import type { Sidecar } from '../annotation/annotation';
import { decode } from '../text/decode';
import { normaliseText } from '../text/normalise';
import { analysisOptions, applyCorrections } from './applyCorrections';

type Knowledge = Pick<Sidecar, 'document' | 'corrections'>;

/** The text of a transcript's file, and its analysis with what people have corrected. */
export function readTranscriptBytes(bytes: Uint8Array, knowledge: Knowledge): { text: string; analysis: Analysis } {
  const text = normaliseText(decode(bytes));
  return { text, analysis: analyseCorrected(text, knowledge) };
}

/** The analysis of a text with what people have corrected. */
export function analyseCorrected(text: string, { document, corrections }: Knowledge): Analysis {
  const options = analysisOptions({ document, corrections });
  const analysis = applyCorrections(text, analyse(text, options), corrections);
  return { ...analysis, date: options.date ?? analysis.date };
}
