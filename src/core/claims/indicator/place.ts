import type { Span } from '../../text/span';
import type { Quantity } from '../claim';
import type { Words } from './lexWords';

/** The words that tell what a figure measures, and how likely these are, from 0 to 1, by what was learned. */
export interface Measured extends Span {
  readonly likelihood: number;
}

/** The figure before another one: what both have in common, and where the words stand that tell what it measures. */
export interface LastFigure {
  readonly at: number;
  /** 1 where their units are other ones, 2 where they are the same; likewise for the kinds and the words left of both figures. */
  readonly unit: number;
  readonly kind: number;
  readonly left: number;
  readonly side: Side | 'none';
  /** How many words stand between those words and the figure. */
  readonly apart: number;
}

/** A figure among the words around it. */
export interface Place {
  readonly text: string;
  readonly words: Words;
  /** Where its sentence, or what is read of it, begins, and where the figure itself stands. */
  readonly from: number;
  readonly at: number;
  readonly quantity: Quantity;
  /** How its unit counts (`countedAs`), and the number of the unit. */
  readonly counted: number;
  readonly unit: number;
  /** The figure before it in what is read of its sentence. */
  readonly last: LastFigure | undefined;
  /** What an earlier figure of the same sentence measures, and where that stands. */
  readonly previous: { readonly indicator: Measured | undefined; readonly at: number } | undefined;
  /** Of 甲、乙和丙分别… the noun whose figure this is; -1 where it is open where it begins or ends. */
  readonly nth: Span | undefined;
}

/** On which side of its figure words stand. */
export type Side = 'before' | 'behind';
