import { partitionPoint } from '../../text/search';
import type { FixedPoint } from './expectation';
import { uniqueRuns } from './uniqueRuns';

/** A stretch of the old text that stands unchanged in the new one. */
interface Block {
  readonly old: number;
  readonly now: number;
  readonly length: number;
  /** How far the text around the block is the same too, though it occurs elsewhere as well. */
  readonly extendsBefore: number;
  readonly extendsAfter: number;
}

/** A block may go on so far into its neighbour: of two lines that end alike nobody knows which one went. */
const OVERLAP = 64;

export interface Image {
  readonly at: number;
  /** False where repeated text could have been matched otherwise. */
  readonly isFirm: boolean;
}

/**
 * What of an old text stands where in a new one (a patience diff): runs that occur once in either text are paired, those
 * that kept their order are fixed points, and the text around them is the same as far as it reads the same. Whatever
 * was moved out of order is not in here. Costs grow with the texts, not with how much was edited.
 */
export class Correspondence {
  private readonly byOld: readonly Block[];

  constructor(old: Uint16Array, now: Uint16Array) {
    const runs = inOrder(uniqueRuns(old, now));
    this.byOld = runs.map((run, index) => {
      const previous = runs[index - 1];
      const next = runs[index + 1];
      const oldFrom = previous ? previous.old + previous.length : 0;
      const nowFrom = previous ? previous.now + previous.length : 0;
      const oldTo = next ? next.old : old.length;
      const nowTo = next ? next.now : now.length;
      let before = 0;
      while (
        run.old - before > Math.max(0, oldFrom - OVERLAP) &&
        run.now - before > Math.max(0, nowFrom - OVERLAP) &&
        old[run.old - before - 1] === now[run.now - before - 1]
      )
        before++;
      let after = 0;
      const oldEnd = run.old + run.length;
      const nowEnd = run.now + run.length;
      while (
        oldEnd + after < Math.min(old.length, oldTo + OVERLAP) &&
        nowEnd + after < Math.min(now.length, nowTo + OVERLAP) &&
        old[oldEnd + after] === now[nowEnd + after]
      )
        after++;
      return { ...run, extendsBefore: before, extendsAfter: after };
    });
  }

  get fixedPoints(): readonly FixedPoint[] {
    return this.byOld;
  }

  /** Where the old `[start, end)` stands now, unchanged: more than one place where repeated text leaves it open. */
  imagesOf(start: number, end: number): Image[] {
    return this.map('old', 'now', start, end);
  }

  /** What of the old text stands at `[start, end)` now. */
  originsOf(start: number, end: number): Image[] {
    return this.map('now', 'old', start, end);
  }

  private map(from: 'old' | 'now', to: 'old' | 'now', start: number, end: number): Image[] {
    const next = partitionPoint(this.byOld.length, (index) => this.byOld[index]![from] <= start);
    const images: Image[] = [];
    // one that ends before the one in which it stands may go on into that
    for (const block of [this.byOld[next - 1], this.byOld[next], this.byOld[next - 2]]) {
      if (!block) continue;
      const at = block[from];
      if (at - block.extendsBefore > start || at + block.length + block.extendsAfter < end) continue;
      const image = { at: block[to] + start - at, isFirm: at <= start && at + block.length >= end };
      const known = images.findIndex((other) => other.at === image.at);
      if (known < 0) images.push(image);
      else if (image.isFirm) images[known] = image;
    }
    return images;
  }
}

type Run = Pick<Block, 'old' | 'now' | 'length'>;

/** Of runs sorted by `old`, the heaviest chain that is sorted by `now` as well, without overlaps. */
function inOrder(runs: readonly Run[]): Run[] {
  const ranks = new Int32Array(runs.length);
  runs
    .map((_, index) => index)
    .sort((a, b) => runs[a]!.now - runs[b]!.now)
    .forEach((run, rank) => {
      ranks[run] = rank;
    });
  // a Fenwick tree of the heaviest chain that ends at or before a rank
  const tree = new Int32Array(runs.length + 1).fill(-1);
  const weights = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  const heavier = (a: number, b: number) => (a < 0 || (b >= 0 && weights[b]! > weights[a]!) ? b : a);
  for (let run = 0; run < runs.length; run++) {
    let best = -1;
    for (let at = ranks[run]!; at > 0; at -= at & -at) best = heavier(best, tree[at]!);
    previous[run] = best;
    weights[run] = runs[run]!.length + (best < 0 ? 0 : weights[best]!);
    for (let at = ranks[run]! + 1; at <= runs.length; at += at & -at) tree[at] = heavier(tree[at]!, run);
  }
  let last = -1;
  for (let run = 0; run < runs.length; run++) last = heavier(last, run);
  const chain: Run[] = [];
  for (; last >= 0; last = previous[last]!) chain.push(runs[last]!);
  return withoutOverlaps(chain.reverse());
}

/** Runs that end in the same words overlap: the later one gives way. */
function withoutOverlaps(chain: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of chain) {
    const last = kept.at(-1);
    const cut = last ? Math.max(0, last.old + last.length - run.old, last.now + last.length - run.now) : 0;
    if (cut < run.length) kept.push({ old: run.old + cut, now: run.now + cut, length: run.length - cut });
  }
  return kept;
}
