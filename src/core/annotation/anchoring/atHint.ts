import type { Target } from '../annotation';

/** A repeated paragraph is not longer than this. */
const PARAGRAPH_LIMIT = 4096;

/** Whether the passage with all its context stands, character for character, where the target says. */
export function standsAtHint(text: string, { exact, prefix, suffix, start }: Target): boolean {
  return (
    start >= prefix.length &&
    text.startsWith(exact, start) &&
    text.startsWith(suffix, start + exact.length) &&
    text.startsWith(prefix, start - prefix.length)
  );
}

/**
 * Where the next paragraph begins to say the same again, or the one before did: a copy put in front of the passage's
 * paragraph pushes the copy to the very place where the passage was. Undefined where the context shows that no copy was
 * put there, or there is none.
 */
export function adjacentTwin(text: string, { exact, prefix, suffix, start }: Target): number | undefined {
  const reach = PARAGRAPH_LIMIT + exact.length;
  const next = text.slice(start + 1, start + reach).indexOf(exact);
  const previous = text.slice(Math.max(0, start - PARAGRAPH_LIMIT), start + exact.length - 1).lastIndexOf(exact);
  const twins = [
    ...(next < 0 ? [] : [start + 1 + next]),
    ...(previous < 0 ? [] : [Math.max(0, start - PARAGRAPH_LIMIT) + previous]),
  ];
  return twins.find((twin) => {
    const period = Math.abs(twin - start);
    return period > Math.max(prefix.length, suffix.length) && isRepeated(text, Math.min(twin, start), period);
  });
}

/** Whether some stretch of `period` characters around `at` is followed by itself. */
function isRepeated(text: string, at: number, period: number): boolean {
  let from = at;
  while (from > 0 && at - from < period && text[from - 1] === text[from - 1 + period]) from--;
  let to = at;
  while (to - at < period && to + period < text.length && text[to] === text[to + period]) to++;
  return to - from >= period;
}
