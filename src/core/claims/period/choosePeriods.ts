import type { Quantity } from '../claim';
import type { FoundPeriod } from './findPeriods';
import { type Governor, tellPeriods } from './periodSigns';
import learned from './periodWeights.json';
import { type SignWeights, weightsOf } from './signNumbers';

const LEARNED = weightsOf(Object.entries(learned.signs));

/** The time expressions of the paragraph that govern its figures, by figure: the likeliest by what was learned, or none. */
export function choosePeriods(
  text: string,
  periods: readonly FoundPeriod[],
  quantities: readonly Quantity[],
  { plain, worded }: SignWeights = LEARNED,
): (FoundPeriod | undefined)[] {
  const chosen: (FoundPeriod | undefined)[] = [];
  if (periods.length === 0) return quantities.map(() => undefined);
  let before: Governor;
  let best: FoundPeriod | undefined;
  let most = 0;
  let sum = plain[0]!;
  const tell = (number: number, words?: string) => {
    sum += words === undefined ? plain[number]! : (worded[number]?.get(words) ?? 0);
  };
  const take = (period: FoundPeriod) => {
    if (sum > most) [best, most] = [period, sum];
    sum = plain[0]!;
  };
  for (let index = 0; index < quantities.length; index++) {
    best = undefined;
    most = 0;
    tellPeriods(text, periods, quantities, index, before, tell, take);
    chosen.push(best);
    before = { period: best };
  }
  return chosen;
}
