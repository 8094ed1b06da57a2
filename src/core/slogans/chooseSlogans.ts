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
 * all findings are. Numerals that count things are hardly ever quoted for another reason, phrases often. Chosen on labelled
 * documents that may be read, between which and -0.3 (phrases) or -2 (numerals) it makes little difference.
 */
export const LIKELY: Readonly<Record<SloganKind, number>> = { numeral: -1.2, phrase: -0.6 };
/** Log odds below which nothing makes a quotation a slogan. */
const HOPELESS = -4;
/** A quotation of this length is counted where it comes without marks too. */
const LONG = 6;

/** Finds the mentions of the long quotations that may be slogans, quoted or not. */
export function recurrenceFinder(candidates: readonly Candidate[]): MentionFinder {
  const long = candidates.filter(({ name, likelihood }) => likelihood > HOPELESS && name.length >= LONG);
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
    const kind = kindOf(name);
    if (likelihood > LIKELY[kind]) slogans.set(name, kind);
  }
  addParts(slogans, candidates);
  for (const name of accepted) slogans.set(name, kindOf(name));
  for (const name of rejected) slogans.delete(name);
  return slogans;
}

const kindOf = (name: string): SloganKind => LEXICON.get(name)?.kind ?? (isNumeral(name) ? 'numeral' : 'phrase');

/** The names that are quoted, each with the log odds of being a slogan. */
export function weighNames(
  candidates: readonly Candidate[],
  recurrences: ReadonlyMap<string, number>,
  lexicon: boolean,
): { readonly name: string; readonly likelihood: number }[] {
  const quoted = groupBy(candidates, ({ name }) => name);
  const long = [...quoted].filter(
    ([name, own]) => name.length >= LONG && own.some((candidate) => candidate.likelihood > 0),
  );
  // of a text of nothing but quotations a look at some is enough
  const wholes = long.slice(0, WHOLES).map(([name]) => name);
  return [...quoted].map(([name, own]) => ({
    name,
    likelihood: likelihoodOfName({
      likelihoods: own.map(likelihood),
      recurrences: (recurrences.get(name) ?? own.length) - own.length,
      known: !lexicon ? undefined : LEXICON.has(name) ? 'slogan' : NO_SLOGANS.has(name) ? 'none' : undefined,
      isPart: wholes.some((other) => other.length > name.length + 1 && other.includes(name)),
    }),
  }));
}

const WHOLES = 200;
const likelihood = (candidate: Candidate): number => candidate.likelihood;

/** A phrase has no more parts that are explained. */
const MOST = 8;

const partsOf = (name: string): readonly string[] => {
  const listed = name.split(/[、，]/u);
  return readFormula(name)?.parts ?? (listed.length > 1 ? listed.slice(0, MOST) : []);
};

/** 一群 of 一群两区三圈, and the beginning of a long phrase, where they are taken up by themselves. */
function addParts(slogans: Map<string, SloganKind>, candidates: readonly Candidate[]): void {
  const parts = new Set([...slogans.keys()].flatMap(partsOf));
  for (const name of new Set(candidates.map((candidate) => candidate.name))) {
    if (!parts.has(name)) continue;
    slogans.set(name, readPart(name) || /^(?:\d+|[NnX])$/u.test(name) ? 'numeral' : (slogans.get(name) ?? 'phrase'));
  }
}
