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
 * Where nearby the passage stands once more with all its context on one side, or undefined: a copy put in front of the
 * passage's paragraph has pushed the copy to the very place where the passage was. A repetition that its context shows
 * was there before.
 */
export function closeTwin(text: string, { exact, prefix, suffix, start }: Target): number | undefined {
  const context = Math.max(prefix.length, suffix.length);
  for (const [words, offset] of [
    [exact + suffix, 0],
    [prefix + exact, prefix.length],
  ] as const) {
    const at = start - offset;
    const after = text.slice(at + context + 1, at + words.length + PARAGRAPH_LIMIT).indexOf(words);
    if (after >= 0) return at + context + 1 + after + offset;
    const from = Math.max(0, at - PARAGRAPH_LIMIT);
    const before = text.slice(from, Math.max(from, at + words.length - context - 1)).lastIndexOf(words);
    if (before >= 0) return from + before + offset;
  }
  return undefined;
}
