import type { Span } from '../text/span';
import type { Target } from './annotation';

/** Long enough to tell places apart in formulaic prose, short enough to read in a diff. */
const CONTEXT_LENGTH = 32;

/** Describes the passage `span` of `text` so that it can be found again. */
export function describeTarget(text: string, span: Span): Target {
  const from = onCharacterBoundary(text, Math.max(0, span.start - CONTEXT_LENGTH));
  const to = onCharacterBoundary(text, Math.min(text.length, span.end + CONTEXT_LENGTH));
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(from, span.start),
    suffix: text.slice(span.end, to),
    start: span.start,
  };
}

/** Moves an offset that falls between two halves of a surrogate pair behind it. */
function onCharacterBoundary(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}
