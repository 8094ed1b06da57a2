import type { AnchorState } from '../annotation/anchoring/anchored';
import type { ClaimKind, Direction, Hedge, Modality } from '../claims/claim';
import type { TurnKind } from '../transcript/transcript';

/** One finding of a query. What is not known is empty. Offsets are UTF-16 code units, half-open. */
export interface Row {
  readonly path: string;
  /** The day of the event, ISO 8601. */
  readonly date: string;
  /** Where it stands; null where the words that were annotated are not found for certain. */
  readonly start: number | null;
  readonly end: number | null;
  /** The words as they stand in the document, or, where they are not found, as they were when they were annotated. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly speaker: string;
  /** The words of the document that name the speaker. */
  readonly label: string;
  readonly role: string;
  /** The outlet that asked the question which is asked or answered there, and the question on one line. */
  readonly outlet: string;
  readonly question: string;
  readonly note: string;
  /** What became of an annotated passage; empty for what nobody annotated. */
  readonly state: AnchorState | '';
  readonly kind: TurnKind | '';
  /** The annotation's id, who made it, when. */
  readonly id: string;
  readonly creator: string;
  readonly created: string;
  /** As a person set it, or in square brackets as the text shows it. */
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Both counted from 1, columns in UTF-16 code units; null where it is not found. */
  readonly line: number | null;
  readonly column: number | null;
  /** The sentences that it touches: on one line, and where each begins. */
  readonly sentence: string;
  readonly sentences: readonly number[];
  /** Where its turn begins. */
  readonly turn: number | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of a mention: the slogan's name. */
  readonly slogan?: string;
  /** Of a figure: what it says. */
  readonly figure?: FigureRow;
}

/** What a figure says, flat. */
export interface FigureRow {
  readonly value: number;
  /** The other bound of a range (8到10家), null where it is one number. */
  readonly upper: number | null;
  readonly unit: string;
  readonly kind: ClaimKind;
  readonly indicator: string;
  readonly hedge: Hedge;
  readonly direction: Direction;
  readonly basis: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly modality: Modality;
}

/** What a table of rows can show of each. */
export type Column = keyof Row | keyof FigureRow;

/** The columns that the headless command prints, in this order. */
export const ROW_COLUMNS: readonly Column[] = [
  ...(['path', 'date', 'start', 'end', 'text', 'tags', 'speaker', 'role'] as const),
  ...(['outlet', 'question', 'note', 'state'] as const),
];

/** Those of annotated passages in a file: with their sources, and who annotated them. */
export const PASSAGE_COLUMNS: readonly Column[] = [
  ...(['path', 'id', 'tags', 'text', 'state', 'note', 'speaker', 'role', 'question', 'outlet', 'title'] as const),
  ...(['date', 'url', 'publisher', 'start', 'end', 'line', 'column', 'creator', 'created'] as const),
];

/** Those of figures in a file. */
export const FIGURE_COLUMNS: readonly Column[] = [
  ...(['path', 'line', 'column', 'date', 'text', 'value', 'unit', 'upper', 'kind', 'indicator', 'hedge'] as const),
  ...([
    'direction',
    'basis',
    'period',
    'from',
    'to',
    'modality',
    'speaker',
    'role',
    'outlet',
    'question',
    'sentence',
  ] as const),
];
