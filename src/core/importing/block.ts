/** A paragraph, a heading, a row of a table: what a page shows as one line, before it is wrapped. */
export interface Block {
  /** Blanks collapsed; cells of a row are separated by tabs. */
  readonly text: string;
  readonly isHeading: boolean;
  readonly isRow: boolean;
  /** The share of its letters that are links, 0 to 1. */
  readonly links: number;
  /** Where on the page it is: what the page itself calls navigation, or does not show. */
  readonly region?: 'navigation' | 'hidden' | 'form';
  /** Names of the element that it stands in and of the one around that: paragraphs of one text share one of them. */
  readonly within?: readonly string[];
  /** Whether a reader of articles took it for one's text. */
  readonly isArticle: boolean;
}
