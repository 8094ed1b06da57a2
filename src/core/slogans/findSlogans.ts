import type { Slogan } from './slogan';

const QUOTED_NUMERAL = /“([一二三四五六七八九十两双\d][^“”\n]{1,14})”/gu;

/** Slogans of the pattern numeral + words in quotation marks. */
export function findSlogans(text: string): Slogan[] {
  return [...text.matchAll(QUOTED_NUMERAL)].map((match) => {
    const start = match.index + 1;
    return { start, end: start + match[1]!.length, kind: 'numeral', name: match[1]!, items: [] };
  });
}
