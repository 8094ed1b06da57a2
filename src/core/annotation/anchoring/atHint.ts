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

/** Whether the passage with all its context stands at one place only, character for character. */
export function standsOnce(text: string, { exact, prefix, suffix }: Target): boolean {
  const words = prefix + exact + suffix;
  return text.indexOf(words) === text.lastIndexOf(words);
}
