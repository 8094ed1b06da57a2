import { GRAM, type GramIndex } from './gramIndex';

/** A stretch of text in which much of a pattern occurs in its order. */
export interface Neighbourhood {
  /** Where the pattern would begin, at the least and at the most, according to what of it occurs here. */
  readonly from: number;
  readonly to: number;
  readonly votes: number;
}

/** Of a run that occurs more often than this, only the occurrences nearest to where it is expected vote. */
const VOTERS = 48;
/** One insertion or deletion of sixty characters does not divide a neighbourhood. */
const SPREAD = 72;
/** How many runs of a pattern vote: of a longer one, evenly spread ones. */
const RUNS = 320;

/**
 * The stretches of the text that have most runs of `pattern` (its codes `[start, end)`) in common with it, best first; a
 * rare run counts for more than a frequent one. `near` is where `start` is expected. No more than `runs` runs vote.
 */
export function neighbourhoods(
  pattern: Uint16Array,
  start: number,
  end: number,
  index: GramIndex,
  near: number,
  limit: number,
  spread = SPREAD,
  runs = RUNS,
): Neighbourhood[] {
  const step = Math.max(1, Math.ceil((end - start) / runs));
  const keys: number[] = [];
  const weights = new Float64Array(RUNS + 1);
  for (let at = start, run = 0; at + GRAM <= end; at += step, run++) {
    const places = index.places(pattern, at, near + at - start, VOTERS);
    weights[run] = 1 / Math.sqrt(Math.max(1, index.count(pattern, at)));
    // sorting one number sorts by where the pattern would begin, and tells the run
    for (const place of places) keys.push((place - at + start) * 1024 + run);
  }
  const sorted = Float64Array.from(keys).sort();
  const beginnings = Int32Array.from(sorted, (key) => Math.floor(key / 1024));
  const weightOf = (vote: number) => weights[sorted[vote]! - beginnings[vote]! * 1024]!;
  const found: Neighbourhood[] = [];
  const sums = new Float64Array(sorted.length);
  const firsts = new Int32Array(sorted.length);
  for (let vote = 0, first = 0, sum = 0; vote < sorted.length; vote++) {
    sum += weightOf(vote);
    while (beginnings[vote]! - beginnings[first]! > spread) sum -= weightOf(first++);
    sums[vote] = sum;
    firsts[vote] = first;
  }
  while (found.length < limit) {
    let best = -1;
    for (let vote = 0; vote < sums.length; vote++) {
      const { [vote]: sum } = sums;
      if (sum! > (best < 0 ? 1e-9 : sums[best]!) && !found.some(({ from, to }) => overlaps(vote, from, to)))
        best = vote;
    }
    if (best < 0) break;
    found.push({ from: beginnings[firsts[best]!]!, to: beginnings[best]!, votes: sums[best]! });
  }
  return found;

  function overlaps(vote: number, from: number, to: number): boolean {
    return beginnings[firsts[vote]!]! <= to && beginnings[vote]! >= from;
  }
}
