import type { Target } from '../annotation';

/** Whether the passage with all its context stands, character for character, where the target says. */
export function standsAtHint(text: string, { exact, prefix, suffix, start }: Target): boolean {
  return (
    start >= prefix.length &&
    text.startsWith(exact, start) &&
    text.startsWith(suffix, start + exact.length) &&
    text.startsWith(prefix, start - prefix.length)
  );
}
