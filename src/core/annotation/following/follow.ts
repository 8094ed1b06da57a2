import type { Span } from '../../text/span';
import type { TextEdit } from '../../transcript/moveStructure';
import type { Anchored } from '../anchoring/anchored';
import type { Figure } from '../anchoring/figures';
import type { Annotation } from '../annotation';
import { followSpan } from './followSpan';

/** An annotation that is followed through edits; all offsets count in the text with LF line ends, as it stands now. */
export interface Followed {
  readonly annotation: Annotation;
  readonly anchored: Anchored;
  /** The words that were accepted when it was anchored: a `normalised` passage has others than its quote. */
  readonly words: string;
  /** What the figures claimed then that the passage holds or touches. */
  readonly figures: readonly Figure[];
  /** Ends at which characters were deleted last: what is typed there next, or comes back by undoing, belongs to it. */
  readonly sticky: { readonly start: boolean; readonly end: boolean };
  /** Undefined where the passage is lost. */
  readonly place: Span | undefined;
  readonly proposals: readonly Span[];
  /** Whether an edit came so near that what the passage claims may be another. */
  readonly isTouched: boolean;
}

/** Figures are read from so much text around a passage. */
export const AROUND = 48;
/** More than a person replaces at a stroke, and over an end of the passage: what is left of it must be looked for. */
const STROKE_LENGTH = 100;

/** The passages after edits that follow one another: each counts in the text that those before it have left. */
export function follow(passages: readonly Followed[], edits: readonly TextEdit[]): Followed[] {
  return passages.map((passage) => edits.reduce(followEdit, passage));
}

function followEdit(passage: Followed, edit: TextEdit): Followed {
  const proposals =
    passage.proposals.length === 0
      ? passage.proposals
      : passage.proposals.flatMap((proposal) => followSpan(proposal, edit) ?? []);
  const { place, sticky } = passage;
  if (!place) return { ...passage, proposals };
  const isTouched = passage.isTouched || (edit.oldEnd >= place.start - AROUND && edit.start <= place.end + AROUND);
  const isInsertion = edit.start === edit.oldEnd;
  if (isInsertion && ((sticky.end && edit.start === place.end) || (sticky.start && edit.start === place.start))) {
    const end = place.end + edit.newEnd - edit.oldEnd;
    return { ...passage, proposals, isTouched, place: { start: place.start, end } };
  }
  const isDeletion = edit.newEnd === edit.start;
  return {
    ...passage,
    proposals,
    isTouched,
    place: cutsOff(place, edit) ? undefined : followSpan(place, edit),
    sticky: {
      start: isDeletion && edit.start <= place.start && edit.oldEnd > place.start,
      end: isDeletion && edit.start < place.end && edit.oldEnd >= place.end,
    },
  };
}

const cutsOff = ({ start, end }: Span, edit: TextEdit): boolean =>
  edit.oldEnd - edit.start > STROKE_LENGTH &&
  edit.start < end &&
  edit.oldEnd > start &&
  (edit.start < start || edit.oldEnd > end);
