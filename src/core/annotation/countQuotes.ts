import { decode } from '../text/decode';
import { normaliseText } from '../text/normalise';
import type { Annotation } from './annotation';

/** How many annotations quote words of a file: tells which of several they were made in. */
export function countQuotes(bytes: Uint8Array, annotations: readonly Pick<Annotation, 'target'>[]): number {
  const text = normaliseText(decode(bytes));
  return annotations.filter(({ target }) => target.exact !== '' && text.includes(target.exact)).length;
}
