import type { Candidate } from '../candidates';
import type { Formula } from '../formula';
import type { ListCandidate } from './generateLists';
import { tellSigns } from './listSigns';
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

/** The lists with what speaks for each, the likeliest first. */
export function weighLists(
  text: string,
  mention: Candidate,
  formula: Formula,
  lists: readonly ListCandidate[],
): WeighedList[] {
  return lists
    .map((list) => {
      let likelihood = WEIGHTS.get('') ?? 0;
      tellSigns(text, mention, formula, list, (sign, also) => {
        likelihood += (also === undefined ? WEIGHTS.get(sign) : OF_TWO.get(sign)?.get(also)) ?? 0;
      });
      return { ...list, likelihood };
    })
    .sort((a, b) => b.likelihood - a.likelihood);
}

export const isLikely = ({ likelihood }: WeighedList): boolean => likelihood > LIKELY;
