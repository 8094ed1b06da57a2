import type { Span } from '../../text/span';
import type { Anchored, AnchorState } from '../anchoring/anchored';
import type { Anchorer } from '../anchoring/anchorer';
import { type Figure, type FigureReader, readFigures, sameFigures } from '../anchoring/figures';
import type { Annotation, Target } from '../annotation';
import { AROUND, type Followed } from './follow';
import { isSameTarget } from './sameTarget';
import { shareKept } from './shareKept';

/** What has become of a followed passage in the text as it stands. */
export interface Judged {
  readonly state: AnchorState;
  /** Where it is, where that needs no person's decision. */
  readonly place: Span | undefined;
  /** Where it may be, best first. */
  readonly proposals: readonly Span[];
  /** Edits have changed its words, or what its figures claim. */
  readonly isEdited: boolean;
}

/** Of a passage of which less is left, nobody says without looking that it is still the same. */
const WHOLE = 0.5;

/** Begins to follow a passage that has been anchored in `text`. */
export function beginFollowing(text: string, annotation: Annotation, anchored: Anchored, read = readFigures): Followed {
  const { span, proposals } = anchored;
  return {
    annotation,
    anchored,
    words: span ? text.slice(span.start, span.end) : '',
    figures: span ? figuresOf(text, span, read) : [],
    sticky: { start: false, end: false },
    place: span,
    proposals,
    isTouched: false,
  };
}

/** Judges a passage by the words that stand there now. What was judged before does not count, so that undoing heals. */
export function judge(text: string, followed: Followed, read: FigureReader = readFigures): Judged {
  const { annotation, anchored, words: accepted, figures, proposals, isTouched } = followed;
  const place = followed.place && healed(text, followed.place, accepted, annotation.target);
  if (!place) return { state: anchored.span ? 'orphaned' : anchored.state, place, proposals, isEdited: false };
  const words = text.slice(place.start, place.end);
  const isEdited = words !== accepted && words !== annotation.target.exact;
  const waits = (state: AnchorState): Judged => ({ state, place: undefined, proposals: [place], isEdited: true });
  // a figure that was changed is news, also where one saw it being changed
  if (isTouched && !sameFigures(figures, figuresOf(text, place, read))) return waits('revised');
  if (isEdited && shareKept(accepted, words) < WHOLE) return waits('changed');
  return { state: anchored.state, place, proposals: [], isEdited };
}

/**
 * The passage as it was where what was cut off its ends is back, with no more of what stood beside it: undoing tells of
 * words that come back, not of whose they were.
 */
function healed(text: string, place: Span, words: string, { prefix, suffix }: Target): Span {
  const own = text.slice(place.start, place.end);
  if (own.length === words.length) return place;
  const from = own.length < words.length ? Math.max(0, place.end - words.length) : place.start;
  const around = own.length < words.length ? text.slice(from, place.start + words.length) : own;
  const at = around.indexOf(words);
  if (at < 0 || around.lastIndexOf(words) !== at) return place;
  const isBeside = prefix.endsWith(own.slice(0, at)) && suffix.startsWith(own.slice(at + words.length));
  if (own.length > words.length && !isBeside) return place;
  return { start: from + at, end: from + at + words.length };
}

/** Whether the sidecar has to be told where a passage is: its words are others, or its target would find another place, or none for certain. */
export function needsRecording(
  text: string,
  followed: Followed,
  anchorer: Pick<Anchorer, 'isMisled' | 'isInDoubt'>,
): boolean {
  const { place, isEdited } = judge(text, followed);
  if (!place) return false;
  const { target } = followed.annotation;
  return isEdited || anchorer.isMisled(target, place) || anchorer.isInDoubt(target, place);
}

/**
 * The passages that need not be looked for again, by the index of their annotation; `recorded` are the targets that were
 * written because passages were followed there. Words that differ from the quote are followed while a person edits; in a
 * text that is as it is on the disk they came from elsewhere, and are not taken unseen.
 */
export function carryOver(
  text: string,
  before: readonly Followed[],
  annotations: readonly Annotation[],
  { isDirty, recorded }: { readonly isDirty: boolean; readonly recorded: ReadonlyMap<string, Target> },
): (Followed | undefined)[] {
  const isKept = (followed: Followed) => followed.place !== undefined && (isDirty || !judge(text, followed).isEdited);
  const kept = before.filter(isKept);
  // an entry that nobody has written into is the same object as it was
  const unchanged = new Map(kept.map((followed) => [followed.annotation, followed]));
  const byKey = once(() => new Map(kept.map((followed) => [keyOf(followed.annotation), followed])));
  const byId = new Map(before.map((followed) => [followed.annotation.id, followed]));
  return annotations.map((annotation) => {
    const same = unchanged.get(annotation);
    if (same) return same;
    const known = byKey().get(keyOf(annotation));
    if (known) return { ...known, annotation };
    // what has just been recorded stands where it was followed to, however much was typed since
    const written = recorded.get(annotation.id);
    const followed = byId.get(annotation.id);
    if (!written || !followed?.place || !isSameTarget(written, annotation.target)) return undefined;
    return { ...followed, annotation, words: annotation.target.exact };
  });
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const figuresOf = (text: string, { start, end }: Span, read: FigureReader): readonly Figure[] => {
  const from = Math.max(0, start - AROUND);
  return read(text.slice(from, end + AROUND), { start: start - from, end: end - from });
};

/** A passage is the same while its id and its target are. */
const keyOf = ({ id, target: { start, exact, prefix, suffix, occurrence = '' } }: Annotation): string =>
  JSON.stringify([id, start, exact, prefix, suffix, occurrence]);
