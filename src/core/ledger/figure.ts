import type { Modality } from '../claims/claim';
import type { WrittenRange } from './writtenRange';

/** Why a figure is compared with no other. */
export type NotCompared =
  /** What it measures is not known, or is named by a word that says nothing alone. */
  | 'indicator'
  /** What it measures is likely, and not certain. */
  | 'doubt'
  | 'area'
  | 'period'
  /** It is aimed at, expected, or asked about. */
  | 'target'
  | 'forecast'
  | 'asked'
  /** It says how it is counted: others may be counted otherwise. */
  | 'definition'
  /** A part (其中) of what another sentence names. */
  | 'part'
  /** A small number of things that are counted one by one. */
  | 'count'
  /** One of several that are given one after the other (分别). */
  | 'list'
  /** An end of a change from one value to another. */
  | 'change'
  /** A person says that it is comparable with no other. */
  | 'person';

/** What a figure is: how much there is, how much faster, how much more, of how many, or which place it takes. */
export type Sort = 'level' | 'rate' | 'change' | 'share' | 'rank';

/** One figure of the ledger. Offsets are UTF-16 code units, half-open; what is not known is empty. */
export interface LedgerFigure {
  readonly path: string;
  /** The day on which it was said, ISO 8601. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
  /** Both counted from 1, columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly words: string;
  /** In plain units, as it was said, and in the unit of its dimension. */
  readonly value: number;
  readonly unit: string;
  readonly dimension: string;
  readonly plain: number;
  readonly range: WrittenRange;
  readonly indicator: string;
  /** What it measures where that is in doubt. */
  readonly perhaps: string;
  readonly area: string;
  /** First and last day, ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly sort: Sort;
  readonly basis: string;
  readonly modality: Modality;
  readonly speaker: string;
  /** Where its turn begins. */
  readonly turn: number | null;
  readonly outlet: string;
  readonly sentence: string;
  readonly notCompared: NotCompared | '';
}

/** The same for figures that measure the same, at the same time and place, in the same way. */
export const keyOf = ({ indicator, area, from, to, sort, basis, dimension }: LedgerFigure): string =>
  JSON.stringify([indicator, area, from, to, sort, basis, dimension]);

/** What a figure measures, for certain or likely; empty where that is not known. */
export const likelyIndicator = ({ indicator, perhaps }: Pick<LedgerFigure, 'indicator' | 'perhaps'>): string =>
  indicator || perhaps;
