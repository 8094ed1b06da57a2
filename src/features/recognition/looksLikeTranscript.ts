import { normaliseText } from '../../core/text/normalise';
import { engine } from '../../host/engine';

/** A transcript shows itself within its first pages; no more is read to recognise it. */
const SAMPLE_LENGTH = 64 * 1024;
/** Without any of these a text asks nobody anything: most files are left alone before a parser is loaded. */
const HINT = /记者|記者|[问問答][：:】\]\s]|提问|提問|请问|請問|[？?]\s*$/mu;

export function looksLikeTranscript(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (!HINT.test(sample) || sample.includes('\0')) return false;
  return engine().readTranscript(normaliseText(sample)).questions.length > 0;
}
