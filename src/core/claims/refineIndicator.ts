import type { TaggedWord } from '../text/word';

/** A text and its words with their parts of speech. */
export interface WordedText {
  readonly text: string;
  readonly words: readonly TaggedWord[];
}

/** Nouns, not names of places; what the dictionary does not know is mostly a noun. */
const NOUN = /^(?:n|nz|nt|ng|l|j|k|g|eng|)$/u;
/** What can stand before a noun in its phrase. */
const NOMINAL = /^(?:n\w*|vn|an|j|l|i|b|a|z|k|h|s|g|eng|)$/u;
const LETTERS = /[\p{L}\p{N}]/u;
const MARKS = /^[“”‘’「」『』]$/u;
const OPENING = /^[“‘「『]$/u;
/** Nouns to dictionaries, adverbs to readers: 贫困人口全部脱贫. */
const ADVERBS = /^(?:全部|大多|多数|平均|均|都)$/u;

/**
 * What a figure measures where the rules have found only a predicate (`优选` 20家“链主”企业) or nothing: the noun that
 * stands behind the figure, which `behind` begins with. Empty where the indicator names something already, where nothing
 * stands there, and where parts of speech are unknown.
 */
export function refineIndicator(indicator: WordedText, behind: WordedText): string {
  const isTagged = behind.words.some(({ pos }) => pos !== '');
  const [first] = indicator.words;
  const names = first?.pos !== 'p' && indicator.words.some(({ pos }) => NOUN.test(pos) || pos === 'vn');
  return isTagged && !names ? leadingNoun(behind) : '';
}

function leadingNoun({ text, words }: WordedText): string {
  let end = 0;
  let last = 0;
  let isQuoted = false;
  for (const word of words) {
    const written = text.slice(word.start, word.end);
    if (word.start > last || ADVERBS.test(written)) break;
    last = word.end;
    if (MARKS.test(written)) {
      isQuoted = OPENING.test(written);
      continue;
    }
    if (isQuoted && LETTERS.test(written)) continue;
    if (!LETTERS.test(written) || !NOMINAL.test(word.pos) || written.startsWith('的')) break;
    if (NOUN.test(word.pos)) end = word.end;
  }
  return end > 1 ? text.slice(0, end) : '';
}
