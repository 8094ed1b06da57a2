import { type NamesProblem, readNames } from '../yaml/readNames';
import { indicatorName } from './indicatorName';
import type { Indicators } from './indicators';

/** Reads `indicators.yaml`: a list, alone or under `indicators`. Never throws. */
export function readIndicators(source: string): Indicators & { readonly problems: readonly NamesProblem[] } {
  const { entries, problems } = readNames(source, {
    ...{ list: 'indicators', same: 'same', lists: ['narrower'], words: ['unit'], keyOf: indicatorName },
  });
  return { indicators: entries, problems };
}
