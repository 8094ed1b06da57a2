/** A piece of text where a page shows it. Lengths are in the page's own units, from its upper left corner. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  /** The line on which the letters stand. */
  readonly y: number;
  readonly width: number;
  /** The height of the letters. */
  readonly size: number;
  /** Set at an angle, or upright along the side. */
  readonly isTurned?: boolean;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}
