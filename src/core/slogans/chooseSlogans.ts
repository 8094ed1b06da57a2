import { readFormula, readPart } from './formula';
import { LEXICON } from './lexicon';
import { type Candidate, MentionFinder } from './mentions';
import { isPhrase } from './phrases';
import type { SloganKind } from './slogan';

/** What a person has said of names: `accepted` are slogans wherever they stand, `rejected` are none. */
export interface SloganVerdicts {
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
}

export const NO_VERDICTS: SloganVerdicts = { accepted: [], rejected: [] };

/** How often an uncertain quotation has to come again to be a formula; long ones also where they come without marks. */
const RECURS = 2;
const LONG = 6;

/** Finds the mentions of the long uncertain quotations, quoted or not. */
export function recurrenceFinder(candidates: readonly Candidate[]): MentionFinder {
  const long = candidates.filter(({ name, score }) => !isPhrase(score) && name.length >= LONG);
  return new MentionFinder(new Map(long.map(({ name }) => [name, 'phrase'])));
}

/**
 * The slogans of a document: candidates that are certain by themselves, those that come again, parts of a formula where
 * they are quoted by themselves, and the lexicon. `recurrences` counts the mentions of the long uncertain ones.
 */
export function chooseSlogans(
  candidates: readonly Candidate[],
  recurrences: ReadonlyMap<string, number>,
  lexicon: boolean,
  { accepted, rejected }: SloganVerdicts,
): Map<string, SloganKind> {
  const slogans = new Map<string, SloganKind>();
  const hints = new Map<string, { count: number; score: number }>();
  for (const { name, kind, score } of candidates) {
    const known = hints.get(name);
    if (isPhrase(score) || (lexicon && LEXICON.has(name))) slogans.set(name, kind);
    else hints.set(name, { count: (known?.count ?? 0) + 1, score: Math.max(score, known?.score ?? score) });
  }
  for (const [name, { count, score }] of hints) {
    const isRepeated = score > 0 && count >= RECURS && name.length >= 3 && name.length <= 12;
    if (isRepeated || (recurrences.get(name) ?? 0) > RECURS) slogans.set(name, slogans.get(name) ?? 'phrase');
  }
  addParts(slogans, candidates);
  for (const { name, kind, always } of lexicon ? LEXICON.values() : []) {
    if (kind === 'numeral' || always) slogans.set(name, slogans.get(name) ?? kind);
  }
  for (const name of accepted) slogans.set(name, readFormula(name) ? 'numeral' : 'phrase');
  for (const name of rejected) slogans.delete(name);
  return slogans;
}

/** 一群 of 一群两区三圈, and the beginning of a long phrase, where they are quoted by themselves. */
function addParts(slogans: Map<string, SloganKind>, candidates: readonly Candidate[]): void {
  const parts = new Set([...slogans.keys()].flatMap((name) => readFormula(name)?.parts ?? []));
  const phrases = [...slogans].flatMap(([name, kind]) => (kind === 'phrase' && name.length >= LONG ? [name] : []));
  for (const name of new Set(candidates.map((candidate) => candidate.name))) {
    if (parts.has(name)) slogans.set(name, readPart(name) || /^(?:\d+|[NnX])$/u.test(name) ? 'numeral' : 'phrase');
    else if (!slogans.has(name) && name.length >= 4 && phrases.some((phrase) => phrase.startsWith(name))) {
      slogans.set(name, 'phrase');
    }
  }
}
