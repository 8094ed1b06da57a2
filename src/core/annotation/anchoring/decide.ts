import { type Extent, isAcceptable, isCredible } from './credibility';
import { distance, type Expectation } from './expectation';
import { evidence, type Place } from './place';

/** What was found for one passage: all that could be it. */
export interface Finding {
  readonly places: readonly Place[];
  readonly extent: Extent;
  /** Where the passage was last written. */
  readonly hint: number;
}

export type Decision =
  | { readonly kind: 'accepted' | 'revised' | 'changed'; readonly places: readonly [Place, ...Place[]] }
  | { readonly kind: 'ambiguous' | 'orphaned'; readonly places: readonly Place[] };

/** Places whose evidence differs by no more than a few misread characters fit equally. */
const TIE = 6;
/** See `isComparable`. */
const RIVAL_SHARE = 0.45;
/** So much context of a side stood nowhere else when the passage was described, or it would have more. */
const WHOLE_SIDE = 16;
/** Beside a place that has every word and all the context, and is where it is expected, another needs this share. */
const LIKE_WHOLE = 0.75;
/** Standing where fixed points say counts like most of the context of one side. */
const PLACE_BONUS = 24;
/** One insertion or deletion away from where it is expected is still there. */
const NEARBY = 80;
/** A copy of a paragraph may lie so far from its original that fixed points around the one lie in the other. */
const BESIDE = 1000;
export const PROPOSALS = 5;

/** Chooses between the places of a finding: the one judgement that everything else prepares. */
export function decide(finding: Finding, expected: Expectation): Decision {
  const { places: found, extent } = finding;
  const isNear = (place: Place) => expected.source !== 'hint' && distance(expected, place.span.start) <= NEARBY;
  const weight = (place: Place) => evidence(place) + (isNear(place) ? PLACE_BONUS : 0);
  const order = (a: Place, b: Place) =>
    weight(b) - weight(a) || distance(expected, a.span.start) - distance(expected, b.span.start) || a.start - b.start;
  const ranked = found.filter((place) => isCredible(extent, place)).sort(order);
  const [best, ...others] = ranked;
  if (!best) {
    const equal = found.filter((place) => place.words === 'equal').sort(order);
    return { kind: 'orphaned', places: equal.slice(0, PROPOSALS) };
  }
  // nothing else was as credible when the passage was described, or it would have more context: one of them is a copy
  if (!extent.isRepeated && ranked.filter((place) => isAcceptable(extent, place, false)).length > 1)
    return { kind: 'ambiguous', places: ranked.slice(0, PROPOSALS) };
  const most = Math.max(...ranked.map(evidence));
  const certain = ranked.find((place) => most - evidence(place) < TIE && isCertain(finding, place, expected));
  if (certain) return { kind: 'accepted', places: [certain] };

  const isWhole = best.words === 'equal' && best.before === extent.before && best.after === extent.after;
  // what stands in the passage's own context stood there beside it when it was tagged
  const isContext = (other: Place) =>
    isWhole && other.start >= best.start - extent.before && other.end <= best.end + extent.after;
  const isExcluded = (other: Place) =>
    isContext(other) ||
    (isPinned(expected, best) &&
      !isNear(other) &&
      (Math.abs(other.start - best.start) >= BESIDE || (isWhole && evidence(other) < evidence(best) * LIKE_WHOLE)));
  const fitsEqually = (other: Place) =>
    (weight(best) - weight(other) < TIE || evidence(best) - evidence(other) < TIE) && !isExcluded(other);
  // a copy was not edited where the passage was: what has all the context of a side may be the passage
  const mayBeOriginal = (other: Place) =>
    !extent.isRepeated &&
    ((other.before === extent.before && extent.before >= WHOLE_SIDE) ||
      (other.after === extent.after && extent.after >= WHOLE_SIDE));
  const isRival = (other: Place) =>
    isComparable(other, best) &&
    ((mayBeOriginal(other) && !isContext(other)) ||
      (!isExcluded(other) &&
        (expected.source !== 'hint' || distance(expected, other.span.start) < distance(expected, best.span.start))));
  const places: [Place, ...Place[]] = [best, ...others.slice(0, PROPOSALS - 1)];
  if (others.some(fitsEqually)) return { kind: 'ambiguous', places };
  if (best.words !== 'equal') return { kind: best.words, places };
  return { kind: isAcceptable(extent, best, isNear(best)) && !others.some(isRival) ? 'accepted' : 'ambiguous', places };
}

/** Whether so much speaks for a place that it may be the passage, edited, and `best` a copy of it that was not. */
export const isComparable = (place: Place, best: Place): boolean => evidence(place) >= evidence(best) * RIVAL_SHARE;

/** Whether the neighbours before the passage and behind it both say that it is here. */
const isPinned = ({ source, places }: Expectation, { span }: Place): boolean =>
  source === 'neighbours' && places.length === 2 && places.every((place) => Math.abs(place - span.start) <= NEARBY);

/** Whether, of places that fit equally, this one is exactly where all that is known puts the passage. */
function isCertain({ extent, hint }: Finding, place: Place, { places, source }: Expectation): boolean {
  if (place.words !== 'equal' || place.isContested || places.some((at) => at !== place.span.start)) return false;
  const isUntouched = place.before === extent.before && place.after === extent.after && place.span.start === hint;
  return isUntouched || (source === 'neighbours' && places.length === 2 && isAcceptable(extent, place, false));
}
