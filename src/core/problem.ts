import type { Span } from './text/span';

/** Something odd in the text that a reader may want to look at. A code and data, never words for people. */
export type Problem =
  | {
      /** A slogan's items were announced, but their number fits no reading of its numerals. */
      readonly code: 'itemCount';
      readonly span: Span;
      readonly name: string;
      readonly found: number;
      readonly expected: readonly number[];
    }
  | {
      /** Figures that the text states about one another do not agree. */
      readonly code: 'arithmetic';
      readonly span: Span;
      /** What the text states, and what follows from the figures it gives. */
      readonly stated: number;
      readonly computed: number;
    };
