import { type FoldedText, wordsOf } from './foldedText';
import { GRAM, type GramIndex } from './gramIndex';
import type { Pattern } from './pattern';

/** Where the words of passages stand with all their context on both sides. */
export class WholePlaces {
  private index: GramIndex | undefined;
  /** By the words; passages of repeated text have the same. */
  private readonly known = new Map<string, readonly number[]>();

  /** The same by where the quote begins in the words. */
  private readonly quotes = new Map<readonly number[], Map<number, readonly number[]>>();

  constructor(
    private readonly folded: FoldedText,
    private readonly makeIndex: () => GramIndex,
  ) {}

  /** Where the quote begins at each of them, as codes of the folded text, in text order. */
  of({ codes, quoteStart }: Pattern): readonly number[] {
    const words = this.ofWords(codes);
    if (words.length < 2) return words.map((start) => start + quoteStart);
    // of text that repeats itself there are as many as it has letters, for each passage
    const known = this.quotes.get(words) ?? new Map<number, readonly number[]>();
    this.quotes.set(words, known);
    const starts = known.get(quoteStart) ?? words.map((start) => start + quoteStart);
    known.set(quoteStart, starts);
    return starts;
  }

  /** All places of these words, in text order. */
  ofWords(words: Uint16Array): readonly number[] {
    const key = wordsOf(words);
    let starts = this.known.get(key);
    if (!starts) {
      starts = this.find(words);
      this.known.set(key, starts);
    }
    return starts;
  }

  private find(words: Uint16Array): number[] {
    const { codes } = this.folded;
    const candidates = words.length < GRAM ? undefined : this.candidates(words);
    // where the rarest run is frequent, one pass over the text costs less than comparing at each of its places
    if (!candidates || candidates.length * words.length > codes.length * 2) return scan(words, codes);
    return [...candidates].filter((at) => standsAt(words, codes, at));
  }

  private candidates(words: Uint16Array): Int32Array {
    this.index ??= this.makeIndex();
    const { index } = this;
    let rarest = 0;
    for (let at = 1; at + GRAM <= words.length; at++) {
      if (index.count(words, at) < index.count(words, rarest)) rarest = at;
    }
    return index.all(words, rarest).map((at) => at - rarest);
  }
}

function standsAt(words: Uint16Array, codes: Uint16Array, start: number): boolean {
  if (start < 0 || start + words.length > codes.length) return false;
  for (let at = 0; at < words.length; at++) if (words[at] !== codes[start + at]) return false;
  return true;
}

/** All places of `words` in `codes`, overlapping ones too (Knuth, Morris, Pratt): in proportion to both lengths. */
function scan(words: Uint16Array, codes: Uint16Array): number[] {
  const borders = new Int32Array(words.length + 1);
  borders[0] = -1;
  for (let at = 0, border = -1; at < words.length; ) {
    while (border >= 0 && words[at] !== words[border]) border = borders[border]!;
    borders[++at] = ++border;
  }
  const found: number[] = [];
  for (let at = 0, agreeing = 0; at < codes.length; ) {
    while (agreeing >= 0 && (agreeing === words.length || codes[at] !== words[agreeing])) agreeing = borders[agreeing]!;
    at++;
    if (++agreeing === words.length) found.push(at - agreeing);
  }
  return found;
}
