import { groupBy } from '../../groupBy';
import { partitionPoint } from '../../text/search';
import type { Span } from '../../text/span';
import { type FoldedText, wordsOf } from './foldedText';

interface Line {
  readonly words: string;
  /** In codes of the folded text. */
  readonly start: number;
  readonly end: number;
}

/** A line that stands once in the old text and once in the new one: where, as numbers of lines. */
interface Pair {
  readonly old: number;
  readonly now: number;
}

/**
 * The lines of a text as it was last seen and as it is now. Lines that stand once in both part them into windows; of lines
 * that read the same within one, as rows of a table do, nobody knows which one went, or which one is new.
 */
export class LineWindows {
  private readonly old: readonly Line[];
  private readonly now: readonly Line[];
  private readonly oldPlaces: Places;
  private readonly nowPlaces: Places;
  private readonly pairs: readonly Pair[];

  constructor(old: FoldedText, now: FoldedText) {
    this.old = linesOf(old);
    this.now = linesOf(now);
    this.oldPlaces = placesOf(this.old);
    this.nowPlaces = placesOf(this.now);
    this.pairs = pairsInOrder(this.oldPlaces, this.nowPlaces);
  }

  /**
   * Whether a line of the old `passage` reads like another beside it, and there are more or fewer of them now; or like one
   * further off, and none is left beside it.
   */
  isOpen(passage: Span): boolean {
    return this.repeated(passage).some(
      ({ was, left, nows }) => was.count !== left.count && (was.count > 1 || (left.count === 0 && nows.length > 0)),
    );
  }

  /** Whether `start` stands in another line now than that of `passage` does by the order of those that read like it. */
  isOutOfOrder(passage: Span, start: number): boolean {
    const here = lineAt(this.now, start);
    const first = lineAt(this.old, passage.start);
    return this.repeated(passage).some(({ at, was, left, nows }) => {
      if (was.count !== left.count) return false;
      return nows[left.from + was.nth] !== here + at - first;
    });
  }

  /** What is known of those lines of the old `passage` that stand more than once in its text. */
  private repeated({ start, end }: Span) {
    const found = [];
    for (let at = lineAt(this.old, start); at < this.old.length && this.old[at]!.start < end; at++) {
      const { words } = this.old[at]!;
      const olds = this.oldPlaces.get(words)!;
      if (olds.length < 2) continue;
      const nows = this.nowPlaces.get(words) ?? [];
      const next = partitionPoint(this.pairs.length, (pair) => this.pairs[pair]!.old < at);
      const before = this.pairs[next - 1] ?? { old: -1, now: -1 };
      const after = this.pairs[next] ?? { old: this.old.length, now: this.now.length };
      const was = between(olds, before.old, after.old);
      found.push({
        at,
        was: { ...was, nth: partitionPoint(olds.length, (index) => olds[index]! < at) - was.from },
        left: between(nows, before.now, after.now),
        nows,
      });
    }
    return found;
  }
}

/** The number of the line that ends behind a code. */
const lineAt = (lines: readonly Line[], code: number): number =>
  partitionPoint(lines.length, (line) => lines[line]!.end <= code);

/** Which of the places, in order, lie between two others, which are not meant. */
function between(places: readonly number[], low: number, high: number) {
  const from = partitionPoint(places.length, (index) => places[index]! <= low);
  return { from, count: partitionPoint(places.length, (index) => places[index]! < high) - from };
}

/** The lines of a text that say anything. */
function linesOf(folded: FoldedText): Line[] {
  const { text, codes } = folded;
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const close = text.indexOf('\n', from);
    const to = close < 0 ? text.length : close;
    const [start, end] = [folded.indexOf(from), folded.indexOf(to)];
    // blanks between the digits of two lines are folded text
    const words = wordsOf(codes.subarray(start, end)).trim();
    if (words !== '') lines.push({ words, start, end });
    from = to + 1;
  }
  return lines;
}

/** Where lines stand, as numbers of lines, by their words. */
type Places = ReadonlyMap<string, readonly number[]>;

const placesOf = (lines: readonly Line[]): Places => groupBy(lines.keys(), (at) => lines[at]!.words);

/** Lines that stand once in each text, without those that changed their order. */
function pairsInOrder(olds: Places, nows: Places): Pair[] {
  const pairs: Pair[] = [];
  for (const [words, [old, ...others]] of olds) {
    const [now, ...more] = nows.get(words) ?? [];
    if (old !== undefined && now !== undefined && others.length + more.length === 0) pairs.push({ old, now });
  }
  return longestChain(pairs);
}

/** Of pairs sorted by `old`, as many as possible that are sorted by `now` as well. */
function longestChain(pairs: readonly Pair[]): Pair[] {
  /** By length: the last pair of the chain of that length that ends earliest. */
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(({ now }, at) => {
    const length = partitionPoint(ends.length, (index) => pairs[ends[index]!]!.now < now);
    previous[at] = ends[length - 1] ?? -1;
    ends[length] = at;
  });
  const chain: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) chain.push(pairs[at]!);
  return chain.reverse();
}
