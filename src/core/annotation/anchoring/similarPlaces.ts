import { align } from './align';
import { GRAM, type GramIndex } from './gramIndex';
import { numberEnd, numberStart } from './numerals';
import type { Pattern } from './pattern';
import type { Place, Weigher } from './place';
import { type Neighbourhood, neighbourhoods } from './voting';

/** Beyond the words that voted, an insertion may have pushed others away so far. */
const MARGIN = 64;
/** Aligning takes the product of both lengths: of a longer quote only both ends are aligned. */
const LONG = 256;
const END = 96;
/** How many places of an end are looked at to find the one in the right region. */
const ENDS = 8;
const RUNS_COMPARED = 200;
const PLACES_COMPARED = 48;
/** So many characters at an edge of the quote that differ are taken for misread ones, more for words that are gone. */
const MISREAD = 2;

/** The best place for the passage in a neighbourhood of its whole pattern. */
export function similarPlace(weigher: Weigher, { from, to }: Neighbourhood): Place | undefined {
  const { pattern } = weigher;
  const { codes } = weigher.folded;
  const end = to + pattern.codes.length + MARGIN;
  const against = align(pattern.codes, codes, Math.max(0, from - MARGIN), Math.min(codes.length, end));
  const found = remains(pattern.codes, codes, against, pattern.quoteStart, pattern.quoteEnd);
  return found && withNumbers(weigher, found.first, found.last + 1, found.agreeing);
}

export const isLong = (pattern: Pattern): boolean => pattern.quoteLength > LONG;

/** The best place for a long passage: both ends are aligned, and what stands between is compared by its runs. */
export function similarLongPlace(weigher: Weigher, index: GramIndex, region: Neighbourhood): Place | undefined {
  const { pattern, folded } = weigher;
  const { quoteStart, quoteEnd, quoteLength } = pattern;
  const head = alignEnd(pattern, index, 0, quoteStart + END, region);
  const tail = alignEnd(pattern, index, quoteEnd - END, pattern.codes.length, region);
  const start = head ? head.first : tail && Math.max(0, tail.last + 1 - quoteLength);
  if (start === undefined) return undefined;
  const end = tail && tail.last > start ? tail.last + 1 : Math.min(folded.length, start + quoteLength);
  const agreeing = Math.round(quoteLength * shareStanding(pattern, index, start, end));
  return withNumbers(weigher, start, end, agreeing);
}

/** Where the voters of a long quote lie, so far apart as edits in it put them. */
export const spreadOf = (pattern: Pattern): number => Math.max(MARGIN, pattern.quoteLength >> 2);

/** What is left of the part `[from, to)` of a pattern, an end of its quote, within what `region` leaves open. */
function alignEnd(pattern: Pattern, index: GramIndex, from: number, to: number, region: Neighbourhood) {
  const part = pattern.codes.subarray(from, to);
  const low = region.from + from - MARGIN;
  const high = region.to + from + MARGIN;
  const best = neighbourhoods(part, 0, part.length, index, (low + high) >> 1, ENDS).find(
    (place) => place.to >= low && place.from <= high,
  );
  if (!best) return undefined;
  const end = Math.min(index.codes.length, best.to + part.length + MARGIN);
  const against = align(part, index.codes, Math.max(0, best.from - MARGIN), end);
  return remains(part, index.codes, against, Math.max(0, pattern.quoteStart - from), pattern.quoteEnd - from);
}

/** Which share of the quote's runs stands in `[start, end)`. */
function shareStanding({ codes, quoteStart, quoteEnd }: Pattern, index: GramIndex, start: number, end: number): number {
  const step = Math.max(1, Math.floor((quoteEnd - quoteStart) / RUNS_COMPARED));
  let compared = 0;
  let standing = 0;
  for (let at = quoteStart; at + GRAM <= quoteEnd; at += step) {
    compared++;
    const places = index.places(codes, at, start + at - quoteStart, PLACES_COMPARED);
    if (places.some((place) => place >= start && place < end)) standing++;
  }
  return standing / compared;
}

/** A number at the quote's edge that was replaced is replaced as a whole. */
function withNumbers(weigher: Weigher, start: number, end: number, agreeing: number): Place {
  const { pattern, folded } = weigher;
  const { codes, quoteStart, quoteEnd } = pattern;
  const beginsWithNumber = numberStart(codes, quoteStart) === quoteStart;
  const endsWithNumber = numberEnd(codes, quoteEnd) === quoteEnd;
  const from = beginsWithNumber ? numberStart(folded.codes, start) : start;
  const to = endsWithNumber ? numberEnd(folded.codes, end) : end;
  return weigher.weigh(from, to, agreeing);
}

/** What is left of the codes `[from, to)` of a pattern that is aligned with a text. */
function remains(pattern: Uint16Array, text: Uint16Array, against: Int32Array, from: number, to: number) {
  const agrees = (at: number) => against[at]! >= 0 && text[against[at]!] === pattern[at];
  let first = from;
  while (first < to && !agrees(first)) first++;
  if (first >= to) return undefined;
  let last = to - 1;
  while (!agrees(last)) last--;
  let agreeing = 0;
  for (let at = first; at <= last; at++) if (agrees(at)) agreeing++;
  return {
    first: against[first]! - misreadAtEdge(against, first, from, -1),
    last: Math.min(text.length - 1, against[last]! + misreadAtEdge(against, last, to - 1, 1)),
    agreeing,
  };
}

/** How many characters between the `agreeing` one and the quote's `edge` are there, though misread. */
function misreadAtEdge(against: Int32Array, agreeing: number, edge: number, direction: -1 | 1): number {
  const missing = Math.abs(agreeing - edge);
  if (missing === 0 || missing > MISREAD) return 0;
  const beyond = against[edge + direction] ?? -1;
  // where the context is aligned too, only what stands between counts
  const there = beyond < 0 ? missing : Math.abs(beyond - against[agreeing]!) - 1;
  return Math.max(0, Math.min(missing, there, direction < 0 ? against[agreeing]! : Number.POSITIVE_INFINITY));
}
