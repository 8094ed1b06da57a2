import type { Period } from '../core/claims/claim';
import type { AnalysedDocument } from './analyses';
import { engine } from './engine';

const known = new WeakMap<AnalysedDocument, readonly Period[]>();

/** The day to which 今年 and 上半年 refer in a transcript: as a person has noted it, else as its head states it. */
export const referenceDate = ({ facts, date }: AnalysedDocument): string | undefined => facts.date ?? date;

/** Every time expression of the text, whether a figure rests on it or not, in text order. */
export function periodsOf(analysed: AnalysedDocument): readonly Period[] {
  const made = known.get(analysed) ?? engine().findPeriods(analysed.source.text, referenceDate(analysed));
  known.set(analysed, made);
  return made;
}
