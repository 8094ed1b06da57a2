import { analyse } from '../analyse';
import type { Analysis } from '../analysis';
import type { Sidecar } from '../annotation/annotation';
import { decode } from '../text/decode';
import { normaliseText } from '../text/normalise';
import { analysisOptions, applyCorrections } from './applyCorrections';

/** The text of a transcript's file, and its analysis with what people have corrected. */
export function readTranscriptBytes(
  bytes: Uint8Array,
  { document, corrections }: Pick<Sidecar, 'document' | 'corrections'>,
): { text: string; analysis: Analysis } {
  const text = normaliseText(decode(bytes));
  const options = analysisOptions({ document, corrections });
  const analysis = applyCorrections(text, analyse(text, options), corrections);
  return { text, analysis: { ...analysis, date: options.date ?? analysis.date } };
}
