// The analysis of any text, and after any edits.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { analyse } from '../../src/core/analyse';
import { Analyser } from '../../src/core/analyser';
import { assertSound, documents, edits, mixed, versions } from '../unit/core/anyTexts';
import { type AttackOptions, type Counter, Counters, samples } from './attack';

export const name = 'analysis of texts';

const FAULTS = ['any text: fails or is not sound', 'edits: something else than in the whole text'];
const [UNSOUND, DIFFERENT] = FAULTS as [string, string];

export function run({ seconds, seed }: AttackOptions): readonly Counter[] {
  const counters = new Counters();
  counters.begin(FAULTS);
  for (const text of samples(mixed, { seconds: seconds / 4, seed })) {
    counters.add('any text');
    try {
      assertSound(text, analyse(text));
    } catch (error) {
      counters.fault(UNSOUND, () => [String(error), text]);
    }
  }
  const edited = fc.tuple(fc.constantFrom(...documents), edits);
  for (const [{ text }, all] of samples(edited, { seconds: (seconds * 3) / 4, seed })) {
    const analyser = new Analyser();
    analyser.analyse(text);
    for (const now of versions(text, all)) {
      counters.add('edits');
      if (!isDeepStrictEqual(analyser.analyse(now), analyse(now))) counters.fault(DIFFERENT, () => now);
    }
  }
  return counters.rows();
}
