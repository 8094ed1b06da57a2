/** Of longer words the middle is compared by pairs of characters instead of being aligned. */
const ALIGNED = 400;

/** Which share of the characters of `was` is left in `is`, in their order. */
export function shareKept(was: string, is: string): number {
  if (was === '') return 1;
  const most = Math.min(was.length, is.length);
  let before = 0;
  while (before < most && was[before] === is[before]) before++;
  let after = 0;
  while (after < most - before && was[was.length - 1 - after] === is[is.length - 1 - after]) after++;
  const a = was.slice(before, was.length - after);
  const b = is.slice(before, is.length - after);
  const kept = a.length <= ALIGNED && b.length <= ALIGNED ? commonLength(a, b) : sharedPairs(a, b);
  return (before + after + kept) / was.length;
}

/** The length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) next[j + 1] = a[i] === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    row = next;
  }
  return row[b.length]!;
}

function sharedPairs(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < b.length; at++) pairs.set(b.slice(at, at + 2), (pairs.get(b.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at + 1 < a.length; at++) {
    const left = pairs.get(a.slice(at, at + 2)) ?? 0;
    if (left === 0) continue;
    pairs.set(a.slice(at, at + 2), left - 1);
    shared++;
  }
  return shared;
}
