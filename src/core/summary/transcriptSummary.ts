import type { AnchorState } from '../annotation/anchoring/anchored';
import type { Annotation, DocumentFacts } from '../annotation/annotation';
import type { ClaimKind, Direction, Hedge, Modality } from '../claims/claim';
import type { SloganKind } from '../slogans/slogan';
import type { PlaceRange } from '../text/lineMap';
import type { TurnKind } from '../transcript/transcript';

/**
 * What lists, tables and searches show of a transcript, open or not: plain data with places by line and column, so that
 * it can be kept on disk and shown without the text.
 */
export interface TranscriptSummary {
  readonly facts: DocumentFacts;
  readonly turns: readonly TurnSummary[];
  readonly questions: readonly QuestionSummary[];
  readonly slogans: readonly SloganSummary[];
  /** Quotations that may be slogans and that this transcript alone does not show to be. */
  readonly suspects?: readonly SuspectSummary[];
  readonly claims: readonly ClaimSummary[];
}

/** An annotation and where it was found when the transcript was read. */
export interface AnnotationSummary {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  readonly at: PlaceRange | undefined;
  readonly proposals: readonly PlaceRange[];
  /** The words at the first proposal. */
  readonly proposed: string;
}

export interface TurnSummary {
  readonly speaker: string;
  readonly role: string;
  readonly kind: TurnKind;
  /** The label, or where the turn begins. */
  readonly at: PlaceRange;
  readonly whole: PlaceRange;
}

export interface QuestionSummary {
  /** The name or outlet, else what the label calls him; empty where it calls him nothing. */
  readonly asker: string;
  readonly answeredBy: readonly string[];
  /** What is asked, on one line: the asking sentences, or all words where none asks. */
  readonly words: string;
  readonly asks: readonly { readonly words: string; readonly at: PlaceRange }[];
  readonly at: PlaceRange;
  /** Indices of the turns that answer. */
  readonly answers: readonly number[];
}

export interface SloganSummary {
  readonly name: string;
  readonly kind: SloganKind;
  readonly items: readonly { readonly words: string; readonly at: PlaceRange }[];
  /** The mention at which the items are spelled out: an index in `mentions`. */
  readonly explained: number | undefined;
  /** Where the text counts its items wrongly. */
  readonly misfit: { readonly found: number; readonly expected: readonly number[] } | undefined;
  readonly mentions: readonly { readonly at: PlaceRange; readonly context: string }[];
}

export interface SuspectSummary {
  readonly words: string;
  readonly at: PlaceRange;
  readonly context: string;
}

export interface ClaimSummary {
  readonly words: string;
  readonly kind: ClaimKind;
  readonly value: number;
  readonly upper: number | undefined;
  readonly unit: string;
  readonly hedge: Hedge;
  readonly direction: Direction;
  readonly basis: string;
  readonly period: { readonly words: string; readonly from: string | undefined; readonly to: string | undefined };
  readonly modality: Modality;
  /** What is measured, on one line; empty where it is not known. */
  readonly indicator: string;
  /** Some words behind a figure that counts things, where what it counts may be named. */
  readonly behind: string;
  readonly speaker: string;
  readonly role: string;
  /** Index of the question that it answers or stands in. */
  readonly question: number | undefined;
  /** The words of the other figure in `由65.7%提高到72.1%`. */
  readonly changedFrom: string;
  readonly at: PlaceRange;
}
