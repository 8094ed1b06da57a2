import { type NamesFormat, type NamesProblem, readNames } from '../names/readNames';
import { sloganKey } from './sloganNames';
import type { SloganVariants } from './sloganVariants';

/** What `slogans.yaml` holds: a list, alone or under `slogans`. */
export const SLOGANS_FORMAT: NamesFormat<'variants', 'apart', 'note'> = {
  ...{ list: 'slogans', same: 'variants', lists: ['apart'], words: ['note'], keyOf: sloganKey },
};

/** Reads `slogans.yaml`. Never throws. */
export function readSlogans(source: string): {
  readonly slogans: readonly SloganVariants[];
  readonly problems: readonly NamesProblem[];
} {
  const { entries, problems } = readNames(source, SLOGANS_FORMAT);
  return { slogans: entries, problems };
}
