import { partitionPoint } from '../../text/search';
import { agreeingRun } from './contextEvidence';
import { GRAM, type GramIndex } from './gramIndex';
import type { Pattern } from './pattern';
import type { Place, Weigher } from './place';
import type { WholePlaces } from './wholePlaces';

/** Of a quote that stands at more places than this, only those nearest to where it was are looked at. */
const LOOKED_AT = 256;
/** Of these, so many are weighed: those whose nearest context agrees best, and the nearest ones. */
const WEIGHED = 12;
const NEAREST = 4;
/** Beside one with all the context fewer of the others matter. */
const WEIGHED_BESIDE_WHOLE = 4;
/** How many runs of a long quote are compared for rarity. */
const RUNS_COMPARED = 64;

/** Where the folded words of the quote stand, as far as they are worth looking at; `near` is where it is expected. */
export function equalPlaces(weigher: Weigher, all: WholePlaces, index: GramIndex, near: number): Place[] {
  const { pattern } = weigher;
  const { codes } = weigher.folded;
  const starts = pattern.quoteLength < GRAM ? nearest(all.ofWords(pattern.quote), near) : lookUp(pattern, index, near);
  const runs = starts.map((start) => ({
    start,
    run:
      agreeingRun(pattern.prefix, codes, start, -1) +
      agreeingRun(pattern.suffix, codes, start + pattern.quoteLength, 1),
  }));
  const byDistance = runs.toSorted((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near) || a.start - b.start);
  const byRun = byDistance.toSorted((a, b) => b.run - a.run);
  const isWhole = byRun[0]?.run === pattern.codes.length - pattern.quoteLength;
  const weighed = isWhole ? WEIGHED_BESIDE_WHOLE : WEIGHED;
  const chosen = new Set([...byRun.slice(0, weighed), ...byDistance.slice(0, NEAREST)].map(({ start }) => start));
  return [...chosen].map((start) => weigher.weigh(start, start + pattern.quoteLength, pattern.quoteLength));
}

function lookUp(pattern: Pattern, index: GramIndex, near: number): number[] {
  const last = pattern.quoteEnd - GRAM;
  const step = Math.max(1, Math.ceil((last - pattern.quoteStart + 1) / RUNS_COMPARED));
  let rarest = pattern.quoteStart;
  for (let at = pattern.quoteStart; at <= last; at += step) {
    if (index.count(pattern.codes, at) < index.count(pattern.codes, rarest)) rarest = at;
  }
  const offset = rarest - pattern.quoteStart;
  const starts: number[] = [];
  for (const at of index.places(pattern.codes, rarest, near + offset, LOOKED_AT)) {
    if (standsAt(pattern, index.codes, at - offset)) starts.push(at - offset);
  }
  return starts;
}

/** Of all places of a quote that is too short for the index, those nearest to where it is expected. */
function nearest(starts: readonly number[], near: number): readonly number[] {
  const middle = partitionPoint(starts.length, (index) => starts[index]! < near);
  const from = Math.max(0, Math.min(middle - (LOOKED_AT >> 1), starts.length - LOOKED_AT));
  return starts.slice(from, from + LOOKED_AT);
}

function standsAt({ codes: pattern, quoteStart, quoteEnd }: Pattern, codes: Uint16Array, start: number): boolean {
  if (start < 0 || start + quoteEnd - quoteStart > codes.length) return false;
  for (let at = quoteStart; at < quoteEnd; at++) if (pattern[at] !== codes[start + at - quoteStart]) return false;
  return true;
}
