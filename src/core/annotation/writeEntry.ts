import { flowText, itemLines } from '../yaml/writeYaml';
import type { Annotation, Correction, Target } from './annotation';

/** The lines of one entry as the project writes it, its dash in column 0: keys in a fixed order, tags on one line. */
export function entryLines({ id, tags, target, ...rest }: Annotation): string {
  const { note, creator, created, resolution, conflictsWith } = rest;
  return itemLines({ id, tags, target: ordered(target), ...{ note, creator, created, resolution, conflictsWith } }, [
    'tags',
  ]);
}

/** The one line of a correction as the project writes it, its dash in column 0. */
export function correctionLine(correction: Correction): string {
  const { target, ...rest } = correction;
  return `- ${flowText({ target: ordered(target), ...rest }, true)}\n`;
}

const ordered = ({ exact, prefix, suffix, start, occurrence }: Target): Target => ({
  exact,
  prefix,
  suffix,
  start,
  ...(occurrence === undefined ? {} : { occurrence }),
});
