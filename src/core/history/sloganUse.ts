import { groupBy } from '../groupBy';
import type { QueryDocument } from '../query/queryDocument';
import { dateOf } from '../query/queryDocument';
import type { SloganKind } from '../slogans/slogan';
import { oneLine } from '../summary/oneLine';
import { LineMap } from '../text/lineMap';
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
  /** Where each mention begins, and how long the text is, in UTF-16 code units. */
  readonly places: readonly number[];
  readonly size: number;
  /** Of the first mention, both counted from 1, columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly speakers: readonly string[];
  /** In characters without blanks. */
  readonly length: number;
}

/** The slogans of one document, in the order of their first mentions. `changed` and `first` need the others. */
export function slogansUsed(document: QueryDocument, names: SloganNames): SloganUse[] {
  const { text, analysis, path } = document;
  // most documents of a large workspace say none
  if (analysis.slogans.length === 0) return [];
  const date = dateOf(document);
  const length = charactersOf(text);
  const lines = new LineMap(text);
  return [...groupBy(analysis.slogans, ({ name }) => names.of(name))].map(([name, mentions]): SloganUse => {
    const items = mentions.find((mention) => mention.items.length > 0)?.items ?? [];
    const turns = mentions.flatMap(({ start }) => analysis.turns[turnAt(analysis.turns, start) ?? -1] ?? []);
    return {
      ...{ name, kind: mentions[0]!.kind, path, date, length },
      mentions: mentions.length,
      perTenThousand: Math.round((mentions.length / Math.max(1, length)) * 1e6) / 100,
      items: items.map((item) => oneLine(sliceOf(text, item))),
      ...{ changed: null, first: false },
      ...{ places: mentions.map(({ start }) => start), size: text.length },
      ...placeOf(lines, mentions[0]!.start),
      // 答 and 主持人 name nobody
      speakers: [...new Set(turns.map(({ speaker }) => speaker).filter((speaker) => speaker !== ''))],
    };
  });
}

function placeOf(lines: LineMap, offset: number): Pick<SloganUse, 'line' | 'column'> {
  const { line, character } = lines.place(offset);
  return { line: line + 1, column: character + 1 };
}

/** How long a text is, in characters without blanks. */
export const charactersOf = (text: string): number => [...text.replace(/\s+/gu, '')].length;
