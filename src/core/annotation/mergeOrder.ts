import { mergeValue } from './mergeValue';

/** Whose order holds of the names that all three lists have. */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): 'ours' | 'theirs' | 'conflict' {
  const common = commonOf(base, ours, theirs);
  const of = (names: readonly string[]) => names.filter((name) => common.has(name));
  return mergeValue(of(base), of(ours), of(theirs));
}

/** `ours` with those names that all three lists have in the order of theirs; the others stay where they are. */
export function inOrderOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const common = commonOf(base, ours, theirs);
  const ordered = theirs.filter((name) => common.has(name));
  let next = 0;
  return ours.map((name) => (common.has(name) ? ordered[next++]! : name));
}

function commonOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]): ReadonlySet<string> {
  const [a, b] = [new Set(ours), new Set(theirs)];
  return new Set(base.filter((name) => a.has(name) && b.has(name)));
}
