import type { ClaimSummary, TranscriptSummary } from './transcriptSummary';

/**
 * A claim as one row of a table: the columns of every export, in this order. Values are plain; what is not known is
 * empty. `line` and `column` count from 1.
 */
export interface ClaimRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly date: string;
  readonly words: string;
  readonly value: number;
  readonly unit: string;
  readonly kind: ClaimSummary['kind'];
  readonly indicator: string;
  readonly hedge: ClaimSummary['hedge'];
  readonly direction: ClaimSummary['direction'];
  readonly basis: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly modality: ClaimSummary['modality'];
  readonly speaker: string;
  readonly role: string;
  /** The outlet that asked the question which the claim answers, and the question. */
  readonly outlet: string;
  readonly question: string;
}

export const CLAIM_COLUMNS = [
  ...['file', 'line', 'column', 'date', 'words', 'value', 'unit', 'kind', 'indicator', 'hedge', 'direction', 'basis'],
  ...['period', 'from', 'to', 'modality', 'speaker', 'role', 'outlet', 'question'],
] as const as readonly (keyof ClaimRow)[];

/** The claims of the transcript called `file`, in text order. */
export const claimRows = (file: string, { facts, claims, questions }: TranscriptSummary): ClaimRow[] =>
  claims.map((claim) => {
    const question = claim.question === undefined ? undefined : questions[claim.question];
    return {
      file,
      line: claim.at.start.line + 1,
      column: claim.at.start.character + 1,
      date: facts.date ?? '',
      words: claim.words,
      value: claim.value,
      unit: claim.unit,
      kind: claim.kind,
      indicator: claim.indicator,
      hedge: claim.hedge,
      direction: claim.direction,
      basis: claim.basis,
      period: claim.period.words,
      from: claim.period.from ?? '',
      to: claim.period.to ?? '',
      modality: claim.modality,
      speaker: claim.speaker,
      role: claim.role,
      outlet: question?.asker ?? '',
      question: question?.words ?? '',
    };
  });
