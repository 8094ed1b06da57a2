import type { Span } from '../text/span';

/** `numeral`: built on numerals that stand for a list of items. `phrase`: a quoted formula without such a numeral. */
export type SloganKind = 'numeral' | 'phrase';

/** One mention of a slogan (提法). */
export interface Slogan extends Span {
  readonly kind: SloganKind;
  /** The formula without line breaks inside it: the same for every mention of one slogan. */
  readonly name: string;
  /** Where this mention is spelled out: its items in order. */
  readonly items: readonly Span[];
}
