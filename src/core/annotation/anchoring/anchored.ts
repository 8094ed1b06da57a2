import type { Span } from '../../text/span';

/** How sure it is that the annotated words were found. */
export type AnchorState =
  /** Where it was, word for word. */
  | 'anchored'
  /** Word for word elsewhere, among the same surroundings. */
  | 'moved'
  /** The same words but for line breaks, spaces, widths and variants of punctuation. */
  | 'normalised'
  /** The same words but for digits or Chinese numerals: news, which a person must see. */
  | 'revised'
  /** Similar words. */
  | 'changed'
  /** Several places fit, and nothing tells which it is. */
  | 'ambiguous'
  /** The words are gone, or stand only where nothing speaks for them. */
  | 'orphaned';

export interface Anchored {
  readonly state: AnchorState;
  /** Where the passage is now; only in the states that are accepted without asking a person. */
  readonly span?: Span;
  /** Where it may be, best first; only in the states in which a person must decide. */
  readonly proposals: readonly Span[];
}

const ACCEPTED: ReadonlySet<AnchorState> = new Set(['anchored', 'moved', 'normalised']);

/** Whether the place is taken without asking a person. */
export const isAccepted = (state: AnchorState): boolean => ACCEPTED.has(state);
