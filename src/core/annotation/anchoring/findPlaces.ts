import { equalPlaces } from './equalPlaces';
import type { GramIndex } from './gramIndex';
import type { Pattern } from './pattern';
import { evidence, type Place, type Weigher } from './place';
import { isLong, similarLongPlace, similarPlace, spreadOf } from './similarPlaces';
import { type Neighbourhood, neighbourhoods } from './voting';
import type { WholePlaces } from './wholePlaces';

/** How many neighbourhoods are aligned with a passage, and which share of the best one's votes a further one needs. */
const ALIGNED = 5;
const SHARE_OF_VOTES = 0.35;
/** Where nothing votes, the passage is looked for so far around the place where it is expected. */
const AROUND = 100;
/** Where the passage stands with all its context, few runs tell what else is like it, and only the best are aligned. */
const BESIDE_WHOLE = { runs: 24, aligned: 2 };

/** All places that may be the passage's, equal and similar ones; `near` is the code where its quote is expected. */
export function findPlaces(weigher: Weigher, all: WholePlaces, index: GramIndex, near: number): Place[] {
  const { pattern } = weigher;
  const places = equalPlaces(weigher, all, index, near);
  const { length } = pattern.codes;
  const isWhole = places.some(({ before, after }) => before + after + pattern.quoteLength === length);
  const similar = regions(pattern, index, near, isWhole ? BESIDE_WHOLE : { aligned: ALIGNED })
    .filter((region) => !places.some(({ start }) => isIn(region, start - pattern.quoteStart)))
    .map((region) => (isLong(pattern) ? similarLongPlace(weigher, index, region) : similarPlace(weigher, region)))
    .filter((place) => place !== undefined)
    .sort((a, b) => evidence(b) - evidence(a) || a.start - b.start);
  for (const place of similar) {
    if (!places.some(({ start, end }) => start < place.end && place.start < end)) places.push(place);
  }
  return places;
}

const isIn = ({ from, to }: Neighbourhood, start: number): boolean => from <= start && start <= to;

function regions(
  pattern: Pattern,
  index: GramIndex,
  near: number,
  { runs, aligned }: { readonly runs?: number; readonly aligned: number },
): Neighbourhood[] {
  const { codes, quoteStart, quoteEnd } = pattern;
  const begin = near - quoteStart;
  const found = isLong(pattern)
    ? neighbourhoods(codes, quoteStart, quoteEnd, index, near, 2, spreadOf(pattern)).map(({ from, to, votes }) => ({
        from: from - quoteStart,
        to: to - quoteStart,
        votes,
      }))
    : neighbourhoods(codes, 0, codes.length, index, begin, aligned, undefined, runs);
  const [best] = found;
  if (!best) return isLong(pattern) ? [] : [{ from: begin - AROUND, to: begin + AROUND, votes: 0 }];
  return found.filter(({ votes }) => votes >= best.votes * SHARE_OF_VOTES);
}
