import type { Quantity } from '../claim';
import type { FoundPeriod } from './findPeriods';
import { type Governor, tellPeriods } from './periodSigns';
import learned from './periodWeights.json';

export type PeriodWeights = ReadonlyMap<string, number>;

const LEARNED: PeriodWeights = new Map(Object.entries(learned.signs));

/** The time expressions of the paragraph that govern its figures, by figure: the likeliest by what was learned, or none. */
export function choosePeriods(
  text: string,
  periods: readonly FoundPeriod[],
  quantities: readonly Quantity[],
  weights: PeriodWeights = LEARNED,
): (FoundPeriod | undefined)[] {
  const chosen: (FoundPeriod | undefined)[] = [];
  let before: Governor;
  for (let index = 0; index < quantities.length; index++) {
    let best: FoundPeriod | undefined;
    let most = 0;
    tellPeriods(text, periods, quantities, index, before, (period, signs) => {
      let sum = weights.get('') ?? 0;
      for (const sign of new Set(signs)) sum += weights.get(sign) ?? 0;
      if (sum > most) [best, most] = [period, sum];
    });
    chosen.push(best);
    before = { period: best };
  }
  return chosen;
}
