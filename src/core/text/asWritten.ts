import { ReadingText, readingOf } from './readingText';

/** `words`, which were read in the reading of `source`, in the characters of `source`. */
export function asWritten(words: string, source: string): string {
  if (words === '' || source.includes(words)) return words;
  const reading = ReadingText.of(source);
  const at = reading.text.indexOf(words);
  if (at >= 0) return reading.written({ start: at, end: at + words.length });
  return [...words]
    .map((character) => {
      if (source.includes(character)) return character;
      return [...source].find((original) => readingOf(original) === character) ?? character;
    })
    .join('');
}
