import type { Span } from '../../text/span';
import type { FoldedText } from './foldedText';
import type { Pattern } from './pattern';

/** A line shares so much with the one beside it, in its beginning and end, where one of them is an edited copy of the other. */
const LIKE = 0.3;
/** Less stands at the beginning of two lines, or in the next one too, by chance. In characters. */
const LEAST = 4;

/**
 * The first and the last line of a text, in codes of the folded text, where each reads like the line beside it: whoever pastes
 * a paragraph above its older version, which is then edited, leaves such lines. Undefined where they are not alike.
 */
export class DoubledEdges {
  readonly first: Span | undefined;
  readonly last: Span | undefined;

  constructor(folded: FoldedText) {
    const [first, second] = edgeLines(folded, 1);
    const [last, beforeLast] = edgeLines(folded, -1);
    if (first && second && areAlike(folded.codes, first, second)) this.first = first;
    if (last && beforeLast && areAlike(folded.codes, last, beforeLast)) this.last = last;
  }

  /**
   * Whether what stands at `place`, in codes, may be a copy of the passage that is now in the next line: its context, of which
   * `before` and `after` codes stand beside it, does not reach as far as that line.
   */
  isInDoubt({ prefix, suffix, lineBefore, lineAfter }: Pattern, place: Span, before: number, after: number): boolean {
    const isIn = (line: Span | undefined) => line !== undefined && place.start >= line.start && place.end <= line.end;
    const knowsNext = after === suffix.length && suffix.length >= lineAfter + LEAST;
    const knowsPrevious = before === prefix.length && prefix.length >= lineBefore + LEAST;
    return (isIn(this.first) && !knowsNext) || (isIn(this.last) && !knowsPrevious);
  }
}

/** The two lines at the beginning of a text, or from its end backwards, that are not blank. */
function edgeLines(folded: FoldedText, direction: 1 | -1): Span[] {
  const { text } = folded;
  const lines: Span[] = [];
  const add = (start: number, end: number) => {
    const line = { start: folded.indexOf(start), end: folded.indexOf(end) };
    if (line.end > line.start) lines.push(line);
  };
  if (direction > 0) {
    for (let start = 0; start < text.length && lines.length < 2; ) {
      const end = text.indexOf('\n', start);
      add(start, end < 0 ? text.length : end);
      start = end < 0 ? text.length : end + 1;
    }
  } else {
    for (let end = text.length; end > 0 && lines.length < 2; ) {
      const start = text.lastIndexOf('\n', end - 1) + 1;
      add(start, end);
      end = start - 1;
    }
  }
  return lines;
}

function areAlike(codes: Uint16Array, a: Span, b: Span): boolean {
  const most = Math.min(a.end - a.start, b.end - b.start);
  let head = 0;
  while (head < most && codes[a.start + head] === codes[b.start + head]) head++;
  let tail = 0;
  while (head + tail < most && codes[a.end - 1 - tail] === codes[b.end - 1 - tail]) tail++;
  return head + tail >= Math.max(LEAST, LIKE * (a.end - a.start));
}
