import type { Target } from '../../src/core/annotation/annotation';
import type { Span } from '../../src/core/text/span';

/** Lines without blanks around them, blank ones left out, and which of them a span begins and ends in. */
function linesAround(text: string, { start, end }: Span) {
  const lines: string[] = [];
  let first = 0;
  let last = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      if (at <= start) first = lines.length;
      if (at < end) last = lines.length;
      lines.push(line.trim());
    }
    at += line.length + 1;
  }
  return { lines, first, last };
}

/** Where lines that read like these, in this order one way or the other, begin. */
const placesOf = (lines: readonly string[], words: readonly (string | undefined)[], direction: number): number[] =>
  [...lines.keys()].filter((from) => words.every((line, index) => line === lines[from + index * direction]));

/**
 * Whether nobody could tell that `place` in `now` is not the `passage` of `before`: its lines read the same, and so do those
 * around it as far as they stand once in the document. Where that holds on one side only, what stands on the other side must
 * not have stood beside such lines elsewhere in the document. Whoever has nothing but the `target` cannot tell where all of it
 * stands at one place only, either.
 */
export function readsAsBefore(before: string, passage: Span, now: string, place: Span, target?: Target): boolean {
  const old = linesAround(before, passage);
  const here = linesAround(now, place);
  const length = old.last - old.first;
  if (here.last - here.first !== length) return false;
  for (let line = 0; line <= length; line++)
    if (old.lines[old.first + line] !== here.lines[here.first + line]) return false;
  if (target && hasAll(now, target, place)) return true;
  const sides = [
    { direction: -1, own: old.first, at: here.first },
    { direction: 1, own: old.last, at: here.last },
  ].map(({ direction, own, at }) => {
    /** The lines of a text from one on, as far as they read like more than one place of the document. */
    const way = (lines: readonly string[], from: number) => {
      const found: (string | undefined)[] = [lines[from]];
      for (let next = from + direction; placesOf(old.lines, found, direction).length > 1; next += direction)
        found.push(lines[next]);
      return found;
    };
    const expected = way(old.lines, own);
    const isSame = expected.every((line, index) => line === here.lines[at + index * direction]);
    const stoodElsewhere = placesOf(old.lines, way(here.lines, at), direction).some((from) => from !== own);
    return { isSame, stoodElsewhere };
  });
  return sides.some(({ isSame }) => isSame) && sides.every(({ isSame, stoodElsewhere }) => isSame || !stoodElsewhere);
}

function hasAll(text: string, { exact, prefix, suffix }: Target, { start }: Span): boolean {
  const words = prefix + exact + suffix;
  return text.startsWith(words, start - prefix.length) && text.indexOf(words) === text.lastIndexOf(words);
}
