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
}

/** What the table tells the extension. `id` is that of a row. */
export type TableMessage = { readonly kind: 'ready' } | { readonly kind: 'reveal'; readonly id: number };

/** The words of the table, in the language of the editor. */
export interface TableWords {
  readonly columns: Readonly<Partial<Record<keyof ClaimRow, string>>>;
  readonly values: Readonly<Record<string, string>>;
  readonly filter: string;
  readonly empty: string;
  readonly loading: string;
  readonly count: string;
}
