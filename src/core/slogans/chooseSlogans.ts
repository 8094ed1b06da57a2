import { groupBy } from '../groupBy';
import type { Candidate } from './candidates';
import { isNumeral, readFormula, readPart } from './formula';
import { LEXICON, NO_SLOGANS } from './lexicon';
import { likelihoodOfName } from './likelihood';
import { MentionFinder } from './mentions';
import type { SloganKind } from './slogan';

/** What a person has said of names: `accepted` are slogans wherever they stand, `rejected` are none. */
export interface SloganVerdicts {
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
}

export const NO_VERDICTS: SloganVerdicts = { accepted: [], rejected: [] };

/**
 * Log odds from which a name is taken for a slogan: a finding is better than none while it is right about as often as half of
 * all findings are.
 */
const LIKELY = -0.5;
/** A quotation of this length is counted where it comes without marks too. */
const LONG = 6;

/** Finds the mentions of the long uncertain quotations, quoted or not. */
export function recurrenceFinder(candidates: readonly Candidate[]): MentionFinder {
  const long = candidates.filter(({ name, likelihood }) => likelihood < LIKELY && name.length >= LONG);
  return new MentionFinder(new Map(long.map(({ name }) => [name, 'phrase'])));
}

/**
 * The slogans of a document, by what their quotations, the document as a whole and the lexicon say of them, and parts of a
 * formula where they are quoted by themselves. `recurrences` counts the mentions of the long uncertain ones.
 */
export function chooseSlogans(
  candidates: readonly Candidate[],
  recurrences: ReadonlyMap<string, number>,
  lexicon: boolean,
  { accepted, rejected }: SloganVerdicts,
): Map<string, SloganKind> {
  const slogans = new Map<string, SloganKind>();
  for (const { name, likelihood } of weighNames(candidates, recurrences, lexicon)) {
    if (likelihood > LIKELY) slogans.set(name, isNumeral(name) ? 'numeral' : 'phrase');
  }
  addParts(slogans, candidates);
  for (const name of accepted) slogans.set(name, isNumeral(name) ? 'numeral' : 'phrase');
  for (const name of rejected) slogans.delete(name);
  return slogans;
}

/** The names that are quoted, each with the log odds of being a slogan. */
export function weighNames(
  candidates: readonly Candidate[],
  recurrences: ReadonlyMap<string, number>,
  lexicon: boolean,
): { readonly name: string; readonly likelihood: number }[] {
  const quoted = groupBy(candidates, ({ name }) => name);
  const likely = [...quoted.keys()].filter((name) => Math.max(...quoted.get(name)!.map(likelihood)) > 0);
  return [...quoted].map(([name, own]) => ({
    name,
    likelihood: likelihoodOfName({
      likelihoods: own.map(likelihood),
      recurrences: (recurrences.get(name) ?? own.length) - own.length,
      known: !lexicon ? undefined : LEXICON.has(name) ? 'slogan' : NO_SLOGANS.has(name) ? 'none' : undefined,
      isPart: likely.some((other) => other.length > name.length + 1 && other.includes(name)),
    }),
  }));
}

const likelihood = (candidate: Candidate): number => candidate.likelihood;

/** A phrase has no more parts that are explained. */
const MOST = 8;

/** 一群 of 一群两区三圈, and the beginning of a long phrase, where they are taken up by themselves. */
function addParts(slogans: Map<string, SloganKind>, candidates: readonly Candidate[]): void {
  const parts = new Set(
    [...slogans.keys()].flatMap((name) => readFormula(name)?.parts ?? name.split(/[、，]/u).slice(0, MOST)),
  );
  for (const name of new Set(candidates.map((candidate) => candidate.name))) {
    if (parts.has(name) && !slogans.has(name))
      slogans.set(name, readPart(name) || /^(?:\d+|[NnX])$/u.test(name) ? 'numeral' : 'phrase');
  }
}
