import type { Place } from './place';

/** How much there was to compare, in folded characters. */
export interface Extent {
  readonly quote: number;
  readonly before: number;
  readonly after: number;
  /** Of the whole text. */
  readonly text: number;
}

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

/** Whether enough speaks for a place to take it without asking a person. */
export function isAcceptable(extent: Extent, place: Place): boolean {
  const { adjoiningBefore, adjoiningAfter } = place;
  return (
    place.words === 'equal' &&
    !place.isContested &&
    (extent.quote >= SELF_EVIDENT || contextAgrees(extent, place, adjoiningBefore, adjoiningAfter))
  );
}

/** Whether enough speaks for a place to show it to a person. */
export function isCredible(extent: Extent, place: Place): boolean {
  const inContext = contextAgrees(extent, place, place.before, place.after);
  if (place.words === 'equal') return inContext || extent.quote >= SELF_EVIDENT;
  const kept = place.agreeing / extent.quote;
  if (inContext) return kept >= KEPT_IN_CONTEXT;
  const hasNoContext = extent.before + extent.after === 0;
  const speaksForItself = extent.quote >= SELF_EVIDENT || place.before + place.after >= LEAST_CONTEXT * 2;
  return kept >= KEPT_ALONE && (hasNoContext || speaksForItself);
}

function contextAgrees(extent: Extent, place: Place, before: number, after: number): boolean {
  // a context too short to say anything still says that the passage begins, or ends, the text
  const beginsText = extent.before < LEAST_CONTEXT && place.start === extent.before && before === extent.before;
  const endsText = extent.after < LEAST_CONTEXT && place.end + extent.after === extent.text && after === extent.after;
  const enough = (agreeing: number, share: number, length: number) =>
    agreeing >= LEAST_CONTEXT && agreeing >= share * length;
  return (
    beginsText ||
    endsText ||
    enough(before, SIDE_SHARE, extent.before) ||
    enough(after, SIDE_SHARE, extent.after) ||
    enough(before + after, BOTH_SHARE, extent.before + extent.after)
  );
}
