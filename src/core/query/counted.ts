import { type Grouping, groupsOf } from './groups';
import { type Nearness, overlaps, unitsOf, unitsTouched } from './matrix';
import type { Row } from './row';

/**
 * Which findings one number of a matrix counts, where no query says just that: those without a name, with a tag and not with those
 * below it, with two tags that stand together.
 */
export type Counted =
  | { readonly groups: readonly { readonly by: Grouping; readonly name: string }[] }
  | { readonly together: readonly [string, string]; readonly nearness: Nearness };

/** Those of the findings of one document that are counted. */
export function countedRows(rows: readonly Row[], counted: Counted): readonly Row[] {
  if ('groups' in counted)
    return rows.filter((row) => counted.groups.every(({ by, name }) => groupsOf(row, by).includes(name)));
  const { together, nearness } = counted;
  const tagged = rows.filter(({ start, tags }) => start !== null && together.some((tag) => tags.includes(tag)));
  const hasBoth = (tags: Iterable<string>) => together.every((tag) => [...tags].includes(tag));
  if (nearness === 'overlap') {
    const meeting = new Set(tagged.filter(({ tags }) => hasBoth(tags)));
    for (const pair of overlaps(tagged)) {
      if (hasBoth(pair.flatMap(({ tags }) => tags))) for (const row of pair) meeting.add(row);
    }
    return tagged.filter((row) => meeting.has(row));
  }
  const units = new Set([...unitsOf(tagged, nearness)].flatMap(([unit, tags]) => (hasBoth(tags) ? [unit] : [])));
  return tagged.filter((row) => unitsTouched(row, nearness).some((unit) => units.has(unit)));
}
