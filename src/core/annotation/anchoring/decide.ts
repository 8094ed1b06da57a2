import { distance, type Expectation } from './expectation';
import { evidence, type Place } from './place';

/** What was found for one passage: all that could be it, and how much there was to compare. */
export interface Finding {
  readonly places: readonly Place[];
  /** Lengths in folded characters. */
  readonly quote: number;
  readonly before: number;
  readonly after: number;
  /** Nothing stands before (behind) the passage in the text as it was last seen: an edge that agrees is context too. */
  readonly textLength: number;
}

export type Decision =
  | { readonly kind: 'accepted' | 'revised' | 'changed'; readonly places: readonly [Place, ...Place[]] }
  | { readonly kind: 'ambiguous' | 'orphaned'; readonly places: readonly Place[] };

/** A quote this long is its own context. */
const SELF_EVIDENT = 24;
/** Less than this agrees by chance. */
const LEAST_CONTEXT = 4;
/** A side agrees when this share of it does: formulas agree in part, and edits spare the most of one side. */
const SIDE_SHARE = 0.65;
/** Both sides agree in part: an edit on either side of the passage. */
const BOTH_SHARE = 0.45;
/** A proposal must keep this share of the quote where its context agrees, and that one where it does not. */
const KEPT_IN_CONTEXT = 0.35;
const KEPT_ALONE = 0.65;
/** Places whose evidence differs by no more than a few misread characters fit equally. */
const TIE = 6;
/** See `isComparable`. */
const RIVAL_SHARE = 0.45;
/** Standing where its neighbours say counts like most of the context of one side. */
const PLACE_BONUS = 24;
/** One insertion or deletion away from where it is expected is still there. */
const NEARBY = 80;
/** See `areBeside`, in characters. */
const BESIDE = 1000;
const PROPOSALS = 5;

/** Chooses between the places of a finding: the one judgement that everything else prepares. */
export function decide(finding: Finding, expected: Expectation): Decision {
  const isNear = (place: Place) => distance(expected, place.span.start) <= NEARBY;
  const weight = (place: Place) => evidence(place) + (expected.trust !== 'hint' && isNear(place) ? PLACE_BONUS : 0);
  const ranked = finding.places
    .filter((place) => isCredible(finding, place))
    .sort(
      (a, b) =>
        weight(b) - weight(a) ||
        distance(expected, a.span.start) - distance(expected, b.span.start) ||
        a.start - b.start,
    );
  const [best, ...others] = ranked;
  if (!best) {
    const equal = finding.places.filter((place) => place.words === 'equal').sort((a, b) => evidence(b) - evidence(a));
    return { kind: 'orphaned', places: equal.slice(0, PROPOSALS) };
  }
  const places: [Place, ...Place[]] = [best, ...others.slice(0, PROPOSALS - 1)];
  const certain = ranked.find((place) => isCertain(finding, place, expected));
  if (certain) return { kind: 'accepted', places: [certain] };
  const isExcluded = (other: Place) => isPinned(expected, best) && !isNear(other) && !areBeside(other, best);
  const ties = (other: Place) => weight(best) - weight(other) < TIE || evidence(best) - evidence(other) < TIE;
  if (others.some((other) => ties(other) && !isExcluded(other))) return { kind: 'ambiguous', places };
  if (best.words !== 'equal') return { kind: best.words, places };
  const isRival = (other: Place) =>
    expected.trust === 'hint'
      ? distance(expected, other.span.start) < distance(expected, best.span.start)
      : !isExcluded(other);
  const rivals = others.filter((other) => isComparable(other, best));
  return { kind: best.isContested || rivals.some(isRival) ? 'ambiguous' : 'accepted', places };
}

/** Whether so much speaks for a place that it may be the passage, edited, and `best` a copy of it that was not. */
export const isComparable = (place: Place, best: Place): boolean => evidence(place) >= evidence(best) * RIVAL_SHARE;

/**
 * Whether one place may lie in a copy of the paragraph in which the other lies, put before or behind it: the fixed points
 * around it may then lie in the copy as well.
 */
export const areBeside = (a: Place, b: Place): boolean => Math.abs(a.start - b.start) < BESIDE;

/** Whether what stands before the passage and what stands behind it both say that it is here. */
const isPinned = ({ places }: Expectation, { span }: Place): boolean =>
  places.length === 2 && places.every((place) => Math.abs(place - span.start) <= NEARBY);

/** Whether the place is exactly where it is expected from all that is known, whatever else looks like it. */
function isCertain(finding: Finding, place: Place, { places, trust }: Expectation): boolean {
  if (place.words !== 'equal' || place.isContested || places[0] !== place.span.start) return false;
  if (trust === 'hint') return place.before === finding.before && place.after === finding.after;
  return trust === 'exact';
}

/** Whether enough speaks for a place to show it to a person, or, where the words are equal, to take it. */
function isCredible(finding: Finding, place: Place): boolean {
  const inContext = contextAgrees(finding, place);
  if (place.words === 'equal') return inContext || finding.quote >= SELF_EVIDENT;
  const kept = place.agreeing / finding.quote;
  if (inContext) return kept >= KEPT_IN_CONTEXT;
  const hasNoContext = finding.before + finding.after === 0;
  const speaksForItself = finding.quote >= SELF_EVIDENT || place.before + place.after >= LEAST_CONTEXT * 2;
  return kept >= KEPT_ALONE && (hasNoContext || speaksForItself);
}

function contextAgrees({ before, after, textLength }: Finding, place: Place): boolean {
  const sideAgrees = (agreeing: number, length: number, atEdge: boolean) =>
    agreeing >= length * SIDE_SHARE && (agreeing >= LEAST_CONTEXT || atEdge);
  return (
    sideAgrees(place.before, before, place.start - place.before <= 0 && before < LEAST_CONTEXT) ||
    sideAgrees(place.after, after, place.end + place.after >= textLength && after < LEAST_CONTEXT) ||
    (place.before + place.after >= (before + after) * BOTH_SHARE && place.before + place.after >= LEAST_CONTEXT)
  );
}
