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
  const beginnings = new Int32Array(sorted.length);
  /** Of the votes from `firsts` to each: those that are not too far before it. */
  const sums = new Float64Array(sorted.length);
  const firsts = new Int32Array(sorted.length);
  const weightOf = (vote: number) => weights[sorted[vote]! - beginnings[vote]! * 1024]!;
  for (let vote = 0, first = 0, sum = 0; vote < sorted.length; vote++) {
    beginnings[vote] = Math.floor(sorted[vote]! / 1024);
    sum += weightOf(vote);
    while (beginnings[vote]! - beginnings[first]! > spread) sum -= weightOf(first++);
    sums[vote] = sum;
    firsts[vote] = first;
  }
  const found: Neighbourhood[] = [];
  while (found.length < limit) {
    let best = -1;
    let votes = 1e-9;
    for (let vote = 0; vote < sums.length; vote++) if (sums[vote]! > votes) [best, votes] = [vote, sums[vote]!];
    if (best < 0) break;
    const [from, to] = [beginnings[firsts[best]!]!, beginnings[best]!];
    found.push({ from, to, votes });
    // those that overlap it stand side by side, since beginnings only grow
    let [low, high] = [best, best];
    while (low > 0 && beginnings[low - 1]! >= from) low--;
    while (high + 1 < sums.length && beginnings[firsts[high + 1]!]! <= to) high++;
    sums.fill(0, low, high + 1);
  }
  return found;
}
