import { type NamesProblem, readNames } from '../yaml/readNames';
import { sloganKey } from './sloganNames';
import type { SloganVariants } from './sloganVariants';

/** Reads `slogans.yaml`: a list, alone or under `slogans`. Never throws. */
export function readSlogans(source: string): {
  readonly slogans: readonly SloganVariants[];
  readonly problems: readonly NamesProblem[];
} {
  const { entries, problems } = readNames(source, {
    ...{ list: 'slogans', same: 'variants', lists: [], words: ['note'], keyOf: sloganKey },
  });
  return { slogans: entries, problems };
}
