import type { ClaimRow } from '../../core/summary/claimRows';
import type { FindingReference } from '../../host/findingReference';

/** A row as the table shows it, with what is needed to go to its place. */
export interface TableRow extends ClaimRow {
  readonly id: number;
  /** What the commands of the row's menu get. */
  readonly reference: FindingReference;
}

/** What the extension tells the table. */
export interface ShowRows {
  readonly kind: 'rows';
  readonly rows: readonly TableRow[];
  readonly withFiles: boolean;
  /** What the table is of, for those who cannot see it. */
  readonly label: string;
}

/** Asks for the place of the row `id`; with `focus`, to go there and leave the table. */
export interface RevealRow {
  readonly kind: 'reveal';
  readonly id: number;
  readonly focus: boolean;
}

/** What the table tells the extension. */
export type TableMessage = { readonly kind: 'ready' } | RevealRow;

/** The words of the table, in the language of the editor. */
export interface TableWords {
  /** In the order in which they stand. */
  readonly columns: Readonly<Partial<Record<keyof ClaimRow, string>>>;
  readonly values: Readonly<Record<string, string>>;
  readonly filter: string;
  readonly noMatch: string;
  readonly none: string;
  readonly count: string;
}
