import type { Span } from '../../text/span';
import type { Quantity } from '../claim';
import type { Words } from './lexWords';

/** The words that tell what a figure measures, and how likely these are, from 0 to 1, by what was learned. */
export interface Measured extends Span {
  readonly likelihood: number;
}

/** A figure among the words around it. */
export interface Place {
  readonly words: Words;
  /** Where its sentence, or what is read of it, begins, and where the figure itself stands. */
  readonly from: number;
  readonly at: number;
  readonly quantity: Quantity;
  /** How its unit counts (`countedAs`). */
  readonly counted: number;
  /** What an earlier figure of the same sentence measures, and where that stands. */
  readonly previous: { readonly indicator: Measured | undefined; readonly at: number } | undefined;
  /** Of 甲、乙和丙分别… the noun whose figure this is; -1 where it is open where it begins or ends. */
  readonly nth: Span | undefined;
}

/** On which side of its figure words stand. */
export type Side = 'before' | 'behind';
