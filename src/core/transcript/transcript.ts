import type { Span } from '../text/span';

/** `record`: speaker labels at line starts (实录). `report`: a newspaper tells who asked and what was answered (报道). */
export type Form = 'record' | 'report';

export interface Article extends Span {
  readonly form: Form;
}

export type TurnKind = 'question' | 'answer' | 'moderator' | 'statement';

/** What one speaker says without another coming in between. Spans the label and the body. */
export interface Turn extends Span {
  /** The words that name the speaker, without colon, brackets or time stamp: `林某书记`. */
  readonly label: string;
  readonly labelSpan: Span;
  /** Where the speaker's own words begin: after label and colon. */
  readonly bodyStart: number;
  /** The person, or for a journalist the outlet; empty where the document does not say. */
  readonly speaker: string;
  /** The title as the label gives it, or empty. */
  readonly role: string;
  readonly kind: TurnKind;
  /** In a report, the verb by which he says something in the sentence that brings him in. */
  readonly verb?: Span;
}

/** One time that a journalist puts questions. Spans the words of the question, or the topic in a report. */
export interface Question extends Span {
  /** The outlet that asks; empty where it is not named. */
  readonly asker: string;
  /** The speakers who answer, in order; empty where they are not named. */
  readonly answeredBy: readonly string[];
  /** The sentences that ask (record form only). */
  readonly asks: readonly Span[];
  /** Index of the turn that asks; in a report, of the turn that answers, absent where nobody does. */
  readonly turn?: number;
  /** Indices of the turns that answer. */
  readonly answers: readonly number[];
}

/** The turns that ask and answer. */
export const turnsOf = ({ turn, answers }: Pick<Question, 'turn' | 'answers'>): readonly number[] =>
  turn === undefined ? answers : [turn, ...answers];

/** The turn that asks; in a report, the one that answers, if any does. */
export const turnOf = ({ turn }: Question, turns: readonly Turn[]): Turn | undefined =>
  turn === undefined ? undefined : turns[turn];
