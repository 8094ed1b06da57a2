import { nearNames } from '../names/nearNames';
import { type LedgerFigure, likelyIndicator } from './figure';
import { indicatorName } from './indicatorName';
import type { Indicators } from './indicators';

/** What tells of a figure whether another name can be one of the same. */
type Measured = Pick<LedgerFigure, 'indicator' | 'perhaps' | 'dimension' | 'sort'>;

/**
 * Other names in `figures` that may mean the indicator `name`, nearest first: they are nearly the same words, and have
 * figures of a kind and unit that it has too. What people have said to be narrower is left out.
 */
export function nearIndicators(
  name: string,
  figures: readonly Measured[],
  { indicators }: Indicators,
): { readonly name: string; readonly count: number }[] {
  const kindOf = ({ dimension, sort }: Measured) => `${sort} ${dimension}`;
  const own = new Set(figures.filter((figure) => likelyIndicator(figure) === name).map(kindOf));
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const other = likelyIndicator(figure);
    if (other !== '' && other !== name && own.has(kindOf(figure))) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  const apart = new Set(
    indicators.flatMap((one) => (one.name === name ? one.narrower : one.narrower.includes(name) ? [one.name] : [])),
  );
  return nearNames(name, [...counts.keys()], indicatorName)
    .filter((other) => !apart.has(other))
    .map((other) => ({ name: other, count: counts.get(other)! }));
}
