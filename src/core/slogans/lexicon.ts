import { readingOf } from '../text/readingText';
import data from './lexicon.json';
import type { SloganKind } from './slogan';

/** What a formula stood for from a day on (`YYYY-MM-DD`), and the document, law or meeting that says so. */
export interface LexiconVersion {
  readonly since: string;
  readonly items: readonly string[];
  readonly source: string;
}

/** A policy formula that is known without being explained in the text, and the evidence for it. */
export interface LexiconEntry {
  readonly name: string;
  readonly kind: SloganKind;
  /** How many documents of the corpus quote it, and the first year that one of them is dated. */
  readonly documents?: number;
  readonly year?: number;
  /** What it stands for, where it stands for a list; for one that changed, in the latest version. */
  readonly items: readonly string[];
  readonly versions?: readonly LexiconVersion[];
  /** It is a formula without quotation marks too; the others are also plain words. */
  readonly always?: boolean;
  /** The document, law or meeting that made it, or the document of the corpus that spells it out; empty where none is known. */
  readonly source: string;
}

interface StoredEntry extends Omit<LexiconEntry, 'items' | 'source'> {
  readonly items?: readonly string[];
  readonly source?: string;
  readonly document?: string;
}

/** By name as the rules read it: in plain characters. */
export const LEXICON: ReadonlyMap<string, LexiconEntry> = new Map(
  (data.slogans as StoredEntry[]).map(({ items, source, document, ...entry }) => [
    entry.name,
    { ...entry, items: items ?? entry.versions?.at(-1)?.items ?? [], source: source ?? document ?? '' },
  ]),
);

/** Frequent quotations that are no slogans: figures of speech, titles, names. */
export const NO_SLOGANS: ReadonlySet<string> = new Set(data.none.split(' '));

const VARIANT = /(?:奋斗)?(?:目标|战略|方针|原则|总体布局|战略布局|倡议)$/u;

/**
 * The entry of a slogan, in whatever script its name is written and whatever general noun is added to it; its items are
 * those of the last version before `date` (`YYYY-MM-DD`), where a date is given.
 */
export function lexiconEntry(name: string, date?: string): LexiconEntry | undefined {
  const plain = readingOf(name);
  const entry = LEXICON.get(plain) ?? LEXICON.get(plain.replace(VARIANT, ''));
  const version = date === undefined ? undefined : entry?.versions?.findLast(({ since }) => since <= date);
  return entry && version ? { ...entry, items: version.items, source: version.source } : entry;
}
