import { ReadingText, readingOf } from './readingText';

/**
 * `words`, which were read in the reading of `source`, in the script of `source`. Compatibility ideographs, which only text from
 * a PDF has, are given as the characters they are.
 */
export const asWritten = (words: string, source: string): string => inScriptOf(source, words).normalize('NFC');

function inScriptOf(source: string, words: string): string {
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
