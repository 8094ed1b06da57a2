import { groupBy } from '../groupBy';
import type { QueryDocument } from '../query/queryDocument';
import { dateOf } from '../query/queryDocument';
import type { SloganKind } from '../slogans/slogan';
import { oneLine } from '../summary/oneLine';
import { sliceOf } from '../text/span';
import { turnAt } from '../transcript/turnAt';
import type { ItemChanges } from './itemChanges';
import type { SloganNames } from './sloganNames';

/** What one document makes of a slogan. */
export interface SloganUse {
  readonly name: string;
  readonly kind: SloganKind;
  readonly path: string;
  /** The day of the event, ISO 8601; empty where it is not known. */
  readonly date: string;
  readonly mentions: number;
  /** Mentions in ten thousand characters of the document, blanks not counted. */
  readonly perTenThousand: number;
  /** What it says that the slogan stands for; empty where it does not say. */
  readonly items: readonly string[];
  /** Against the last explanation of an earlier day, where the items are others. */
  readonly changed: ItemChanges | null;
  /** Whether no dated document uses it earlier; never of undated ones. */
  readonly first: boolean;
  /** Where each mention begins, UTF-16. */
  readonly places: readonly number[];
  readonly speakers: readonly string[];
  readonly length: number;
}

/** The slogans of one document, in the order of their first mentions. `changed` and `first` need the others. */
export function slogansUsed(document: QueryDocument, names: SloganNames): SloganUse[] {
  const { text, analysis, path } = document;
  const date = dateOf(document);
  const length = charactersOf(text);
  return [...groupBy(analysis.slogans, ({ name }) => names.of(name))].map(([name, mentions]): SloganUse => {
    const items = mentions.find((mention) => mention.items.length > 0)?.items ?? [];
    const turns = mentions.flatMap(({ start }) => analysis.turns[turnAt(analysis.turns, start) ?? -1] ?? []);
    return {
      ...{ name, kind: mentions[0]!.kind, path, date, length },
      mentions: mentions.length,
      perTenThousand: Math.round((mentions.length / Math.max(1, length)) * 1e6) / 100,
      items: items.map((item) => oneLine(sliceOf(text, item))),
      ...{ changed: null, first: false },
      places: mentions.map(({ start }) => start),
      speakers: [...new Set(turns.map(({ speaker, label }) => speaker || label))],
    };
  });
}

/** How long a text is, in characters without blanks. */
export const charactersOf = (text: string): number => [...text.replace(/\s+/gu, '')].length;
