import { groupBy } from '../groupBy';
import { dateOf } from '../query/dated';
import type { QueryDocument } from '../query/queryDocument';
import type { SloganKind } from '../slogans/slogan';
import { oneLine } from '../summary/oneLine';
import { charactersOf } from '../text/charactersOf';
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

/** A slogan as one document has it, whatever other documents call it. */
export interface UsedSlogan extends Pick<SloganUse, 'name' | 'kind' | 'items' | 'places' | 'line' | 'column'> {
  /** Where the mention begins that says what it stands for; null where none does. */
  readonly explainedAt: number | null;
  readonly speakers: readonly string[];
}

/** What there is to tell of the slogans of one document: little, so that many documents can be asked at once. */
export interface DocumentSlogans extends Pick<SloganUse, 'path' | 'date' | 'length' | 'size'> {
  /** In the order of their first mentions. */
  readonly slogans: readonly UsedSlogan[];
}

export function documentSlogans(document: QueryDocument): DocumentSlogans {
  const { text, analysis, path } = document;
  const lines = new LineMap(text);
  const slogans = [...groupBy(analysis.slogans, ({ name }) => name)].map(([name, mentions]): UsedSlogan => {
    const explained = mentions.find((mention) => mention.items.length > 0);
    const turns = mentions.flatMap(({ start }) => analysis.turns[turnAt(analysis.turns, start) ?? -1] ?? []);
    return {
      ...{ name, kind: mentions[0]!.kind, places: mentions.map(({ start }) => start) },
      items: (explained?.items ?? []).map((item) => oneLine(sliceOf(text, item))),
      explainedAt: explained?.start ?? null,
      ...placeOf(lines, mentions[0]!.start),
      // 答 and 主持人 name nobody
      speakers: [...new Set(turns.map(({ speaker }) => speaker).filter((speaker) => speaker !== ''))],
    };
  });
  return { path, date: dateOf(document), length: charactersOf(text), size: text.length, slogans };
}

/**
 * The uses of slogans in one document, or of the `wanted` one alone, in the order of their first mentions. `changed` and `first`
 * need the others.
 */
export function slogansUsed(
  { slogans, ...document }: DocumentSlogans,
  names: SloganNames,
  wanted?: string,
): SloganUse[] {
  const meant = wanted === undefined ? slogans : slogans.filter(({ name }) => names.of(name) === wanted);
  return [...groupBy(meant, ({ name }) => names.of(name))].map(([name, variants]): SloganUse => {
    const { kind, line, column } = variants[0]!;
    const places = variants.flatMap((variant) => variant.places).sort((a, b) => a - b);
    const explained = variants
      .filter(({ explainedAt }) => explainedAt !== null)
      .sort((a, b) => a.explainedAt! - b.explainedAt!);
    return {
      ...{ ...document, name, kind, line, column, places },
      mentions: places.length,
      perTenThousand: Math.round((places.length / Math.max(1, document.length)) * 1e6) / 100,
      items: explained[0]?.items ?? [],
      ...{ changed: null, first: false },
      speakers: [...new Set(variants.flatMap(({ speakers }) => speakers))],
    };
  });
}

function placeOf(lines: LineMap, offset: number): Pick<SloganUse, 'line' | 'column'> {
  const { line, character } = lines.place(offset);
  return { line: line + 1, column: character + 1 };
}
