import type { Span } from './span';

/** A word of a text. */
export interface TaggedWord extends Span {
  /** Part of speech in the ICTCLAS tag set (`n`, `vn`, `ns`, `nz`), or empty where it is not known. */
  readonly pos: string;
}
