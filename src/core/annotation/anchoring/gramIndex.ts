import { finish, type Steps } from '../../steps';
import { partitionPoint } from '../../text/search';

/** Four characters of Chinese are rare enough to be looked up and short enough to survive between two misread ones. */
export const GRAM = 4;
/** So many codes are entered at a time. */
const STEP = 1 << 15;

/** Where each run of four codes of a text occurs. Runs that share a bucket are taken for the same: callers compare. */
export class GramIndex {
  private constructor(
    readonly codes: Uint16Array,
    private readonly mask: number,
    private readonly heads: Int32Array,
    private readonly positions: Int32Array,
  ) {}

  static of = (codes: Uint16Array): GramIndex => finish(GramIndex.steps(codes));

  /** In steps of some milliseconds: the index of a long text takes as long as reading it. */
  static *steps(codes: Uint16Array): Steps<GramIndex> {
    const count = Math.max(0, codes.length - GRAM + 1);
    let size = 1024;
    while (size < count) size *= 2;
    const mask = size - 1;
    const heads = new Int32Array(size + 1);
    const positions = new Int32Array(count);
    for (let from = 0; from < count; from += STEP) {
      for (let at = from; at < Math.min(count, from + STEP); at++) heads[bucketOf(codes, at, mask) + 1]!++;
      yield;
    }
    for (let bucket = 0; bucket < size; bucket++) heads[bucket + 1]! += heads[bucket]!;
    yield;
    const next = heads.slice();
    for (let from = 0; from < count; from += STEP) {
      for (let at = from; at < Math.min(count, from + STEP); at++) {
        positions[next[bucketOf(codes, at, mask)]!++] = at;
      }
      yield;
    }
    return new GramIndex(codes, mask, heads, positions);
  }

  /** How often the run at `at` of `pattern` occurs in the text. */
  count(pattern: Uint16Array, at: number): number {
    const bucket = this.bucket(pattern, at);
    return this.heads[bucket + 1]! - this.heads[bucket]!;
  }

  /** Where the run at `at` of `pattern` occurs, in text order; of more than `limit` places those nearest to `near`. */
  places(pattern: Uint16Array, at: number, near: number, limit: number): Int32Array {
    const all = this.all(pattern, at);
    if (all.length <= limit) return all;
    const middle = partitionPoint(all.length, (index) => all[index]! < near);
    const from = Math.max(0, Math.min(middle - (limit >> 1), all.length - limit));
    return all.subarray(from, from + limit);
  }

  /** All places where the run at `at` of `pattern` may occur, in text order. */
  all(pattern: Uint16Array, at: number): Int32Array {
    const bucket = this.bucket(pattern, at);
    return this.positions.subarray(this.heads[bucket]!, this.heads[bucket + 1]!);
  }

  private bucket(codes: Uint16Array, at: number): number {
    return bucketOf(codes, at, this.mask);
  }
}

function bucketOf(codes: Uint16Array, at: number, mask: number): number {
  let hash = codes[at]!;
  for (let next = 1; next < GRAM; next++) hash = Math.imul(hash, 0x01000193) ^ codes[at + next]!;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & mask;
}
