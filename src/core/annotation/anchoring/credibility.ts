import type { Pattern } from './pattern';
import type { Place } from './place';

/** How much there was to compare, in folded characters. */
export interface Extent {
  readonly quote: number;
  /** How much the quote says, in Chinese characters: see `wordLength`. */
  readonly words: number;
  readonly before: number;
  readonly after: number;
  /** Whether the words were known to stand elsewhere too. */
  readonly isRepeated: boolean;
  /** Of the whole text. */
  readonly text: number;
  /** What the quote says before its first line end and behind its last one; undefined within one line. */
  readonly torn: { readonly head: number; readonly tail: number } | undefined;
}

/** How much there is to compare of a passage in a text of so many codes. */
export function extentOf(pattern: Pattern, textLength: number): Extent {
  const { quote, quoteLength, torn } = pattern;
  return {
    quote: quoteLength,
    words: wordLength(quote),
    before: pattern.prefix.length,
    after: pattern.suffix.length,
    isRepeated: pattern.isRepeated,
    text: textLength,
    torn: torn && {
      head: wordLength(quote.subarray(0, torn.head)),
      tail: wordLength(quote.subarray(quoteLength - torn.tail)),
    },
  };
}

/** A quote that says so much, in Chinese characters, is its own context. */
const SELF_EVIDENT = 24;
export const isSelfEvident = (codes: Uint16Array): boolean => wordLength(codes) >= SELF_EVIDENT;

/** It takes some letters or digits to say what one Chinese character says: page heads are long and say little. */
const LETTERS_PER_CHARACTER = 3;

/** How many Chinese characters would say as much as `codes`. */
export function wordLength(codes: Uint16Array): number {
  let length = 0;
  for (const code of codes) length += code < 0x2e80 ? 1 / LETTERS_PER_CHARACTER : 1;
  return length;
}

/** Less than this agrees by chance. */
const LEAST_CONTEXT = 4;
/**
 * Which share of one side, or of both together, must agree. Edits mostly spare one side of a passage, formulas and page
 * heads agree in part: taking a place asks for more than showing it.
 */
const TO_TAKE = { side: 0.75, both: 0.6 };
const CONTRADICTED = { side: Number.POSITIVE_INFINITY, both: 0.6 };
/** Words that stood elsewhere too, among nearly the same, are taken only where nearly all the context is. */
const REPEATED = { side: Number.POSITIVE_INFINITY, both: 0.85 };
const TO_SHOW = { side: 0.65, both: 0.45 };
/** A proposal must keep this share of the quote where its context agrees, and that one where it does not. */
const KEPT_IN_CONTEXT = 0.35;
const KEPT_ALONE = 0.65;

/** What of a place tells whether it is taken. */
type Taken = Pick<
  Place,
  | 'start'
  | 'end'
  | 'words'
  | 'adjoiningBefore'
  | 'adjoiningAfter'
  | 'contradictedBefore'
  | 'contradictedAfter'
  | 'isOtherBefore'
  | 'isOtherAfter'
  | 'isOtherRow'
  | 'isContested'
>;

/** A part of a quote that says so much is no chance neighbour of the other part. */
const PART = 12;

/**
 * Whether enough speaks for a place to take it without asking a person. That its neighbours put it there does not: where
 * the lines between two answers went, they do so too.
 */
export function isAcceptable(extent: Extent, place: Taken, isExpected: boolean): boolean {
  if (place.words !== 'equal' || place.isContested) return false;
  if (!holdsTogether(extent, place)) return false;
  if (extent.words >= SELF_EVIDENT && !extent.isRepeated) return true;
  if (place.isOtherRow) return false;
  const { adjoiningBefore, adjoiningAfter, contradictedBefore, contradictedAfter } = place;
  // a formula stands in many answers: its neighbours in its own line tell which
  const shares = extent.isRepeated
    ? REPEATED
    : !isExpected && (contradictedBefore || contradictedAfter)
      ? CONTRADICTED
      : TO_TAKE;
  // where other words stand beside what begins, or ends, the text now, what did so may be gone
  const longest = Math.max(extent.before, extent.after);
  const needed = extent.isRepeated ? longest : Math.min(2 * LEAST_CONTEXT, longest / 2);
  const tellsEdge = Math.max(adjoiningBefore, adjoiningAfter) >= needed;
  return contextAgrees(extent, place, adjoiningBefore, adjoiningAfter, shares, tellsEdge);
}

/**
 * Where a quote goes over a line end, other paragraphs may have come to stand beside either part; some begin, or end, as its
 * own did.
 */
function holdsTogether({ torn, before, after }: Extent, place: Taken): boolean {
  if (!torn) return true;
  const supports = (part: number, isOther: boolean, agreeing: number, length: number) =>
    part >= SELF_EVIDENT || (!isOther && (part >= PART || (agreeing >= LEAST_CONTEXT && agreeing * 2 >= length)));
  return (
    supports(torn.head, place.isOtherBefore, place.adjoiningBefore, before) &&
    supports(torn.tail, place.isOtherAfter, place.adjoiningAfter, after)
  );
}

/** Whether enough speaks for a place to show it to a person. */
export function isCredible(extent: Extent, place: Place): boolean {
  const inContext = contextAgrees(extent, place, place.before, place.after, TO_SHOW);
  if (place.words === 'equal') return inContext || extent.words >= SELF_EVIDENT;
  const kept = place.agreeing / extent.quote;
  if (inContext) return kept >= KEPT_IN_CONTEXT;
  const hasNoContext = extent.before + extent.after === 0;
  const speaksForItself = extent.words >= SELF_EVIDENT || place.before + place.after >= LEAST_CONTEXT * 2;
  return kept >= KEPT_ALONE && (hasNoContext || speaksForItself);
}

function contextAgrees(
  extent: Extent,
  place: Pick<Place, 'start' | 'end'>,
  before: number,
  after: number,
  shares: typeof TO_TAKE,
  tellsEdge = true,
): boolean {
  // a context too short to say anything still says that the passage begins, or ends, the text
  const beginsText = extent.before < LEAST_CONTEXT && place.start === extent.before && before === extent.before;
  const endsText = extent.after < LEAST_CONTEXT && place.end + extent.after === extent.text && after === extent.after;
  const enough = (agreeing: number, share: number, length: number) =>
    agreeing >= LEAST_CONTEXT && agreeing >= share * length;
  return (
    (tellsEdge && (beginsText || endsText)) ||
    enough(before, shares.side, extent.before) ||
    enough(after, shares.side, extent.after) ||
    enough(before + after, shares.both, extent.before + extent.after)
  );
}
