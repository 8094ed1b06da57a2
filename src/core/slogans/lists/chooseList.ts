import type { Candidate } from '../candidates';
import type { Formula } from '../formula';
import type { ListCandidate } from './generateLists';
import { type Tell, tellSigns } from './listSigns';
import learned from './listWeights.json';

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(learned.signs));
/** Of two signs that hold together, by the one, then the other: so that no name has to be made up to ask for it. */
const OF_TWO: ReadonlyMap<string, ReadonlyMap<string, number>> = byFirst(WEIGHTS);

function byFirst(weights: ReadonlyMap<string, number>): Map<string, Map<string, number>> {
  const pairs = new Map<string, Map<string, number>>();
  for (const [name, weight] of weights) {
    const [, sign, also] = /^(.+?), (.+)$/u.exec(name) ?? [];
    if (sign === undefined || also === undefined) continue;
    pairs.set(sign, (pairs.get(sign) ?? new Map<string, number>()).set(also, weight));
  }
  return pairs;
}

/** Log odds from which a list is taken: a wrong list is worse than none. */
const LIKELY = -0.6;

export interface WeighedList extends ListCandidate {
  /** Log odds of being what the formula stands for. */
  readonly likelihood: number;
}

/** Whether a list may be what a formula stands for: its number fits, or the text says that it tells only some. */
export const fits = ({ ways, items }: ListCandidate, counts: ReadonlySet<number>): boolean =>
  counts.has(items.length) || ways.includes('scattered');

/** The likeliest of the lists, the first of those that are as likely. */
export function likeliestOf(
  text: string,
  mention: Candidate,
  formula: Formula,
  lists: readonly ListCandidate[],
): WeighedList | undefined {
  let likeliest: WeighedList | undefined;
  let likelihood = 0;
  const tell: Tell = (sign, also) => {
    likelihood += (also === undefined ? WEIGHTS.get(sign) : OF_TWO.get(sign)?.get(also)) ?? 0;
  };
  for (const list of lists) {
    likelihood = WEIGHTS.get('') ?? 0;
    tellSigns(text, mention, formula, list, tell);
    if (!likeliest || likelihood > likeliest.likelihood) likeliest = { ...list, likelihood };
  }
  return likeliest;
}

export const isLikely = ({ likelihood }: WeighedList): boolean => likelihood > LIKELY;
