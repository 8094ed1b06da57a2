import { readingOf } from '../text/readingText';
import entries from './lexicon.json';
import type { SloganKind } from './slogan';

/** A national policy formula that is known without being explained in the text, and where it comes from. */
export interface LexiconEntry {
  readonly name: string;
  readonly kind: SloganKind;
  /** What it stands for, where it stands for a list. */
  readonly items: readonly string[];
  /** A phrase that is a formula without quotation marks too; the others are also plain words. Numerals always are. */
  readonly always?: boolean;
  /** The document, law or meeting that made it. */
  readonly source: string;
}

/** By name as the rules read it: in plain characters. */
export const LEXICON: ReadonlyMap<string, LexiconEntry> = new Map(
  (entries as LexiconEntry[]).map((entry) => [entry.name, entry]),
);

/** The entry of a slogan, in whatever script its name is written. */
export const lexiconEntry = (name: string): LexiconEntry | undefined => LEXICON.get(readingOf(name));
