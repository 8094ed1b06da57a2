import type { TaggedWord } from '../core/text/word';

/** Words of a piece of text by their lengths in UTF-16 code units, white space included, so that they add up to it. */
export interface WordLengths {
  readonly lengths: readonly number[];
  /** A part of speech for each length, or none at all where they were not asked for. */
  readonly tags: readonly string[];
}

/** Words that are told by their lengths, as spans from `start` on; white space is no word and ends one. */
export function wordSpans(text: string, { lengths, tags }: WordLengths, start: number): TaggedWord[] {
  const words: TaggedWord[] = [];
  let at = start;
  for (const [index, length] of lengths.entries()) {
    const end = at + length;
    for (const { 0: visible, index: offset } of text.slice(at, end).matchAll(/\S+/g)) {
      words.push({ start: at + offset, end: at + offset + visible.length, pos: tags[index] ?? '' });
    }
    at = end;
  }
  return words;
}
