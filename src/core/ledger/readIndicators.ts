import { type NamesFormat, type NamesProblem, readNames } from '../names/readNames';
import { indicatorName } from './indicatorName';
import type { Indicators } from './indicators';

/** What `indicators.yaml` holds: a list, alone or under `indicators`. */
export const INDICATORS_FORMAT: NamesFormat<'same', 'narrower', 'unit'> = {
  ...{ list: 'indicators', same: 'same', lists: ['narrower'], words: ['unit'], keyOf: indicatorName },
};

/** Reads `indicators.yaml`. Never throws. */
export function readIndicators(source: string): Indicators & { readonly problems: readonly NamesProblem[] } {
  const { entries, problems } = readNames(source, INDICATORS_FORMAT);
  return { indicators: entries, problems };
}
