import { borneOut } from './borneOut';
import { differences } from './compare';
import type { LedgerFigure, NotCompared } from './figure';

/** A figure of the ledger as the headless command prints it, in the order of its columns. */
export interface LedgerRow {
  readonly path: string;
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly value: number;
  readonly unit: string;
  readonly indicator: string;
  /** What it measures where that is in doubt. */
  readonly perhaps: string;
  readonly area: string;
  readonly from: string;
  readonly to: string;
  readonly sort: LedgerFigure['sort'];
  readonly basis: string;
  readonly modality: LedgerFigure['modality'];
  readonly speaker: string;
  /** Figures that state another value for the same matter, in the order of paths and of the text. */
  readonly differsFrom: readonly { readonly path: string; readonly start: number }[];
  readonly notCompared: NotCompared | '';
}

export const LEDGER_COLUMNS = [
  ...['path', 'date', 'start', 'end', 'words', 'value', 'unit', 'indicator', 'area', 'from', 'to'],
  ...['sort', 'basis', 'modality', 'speaker', 'differsFrom', 'notCompared', 'perhaps'],
] as const as readonly (keyof LedgerRow)[];

/** The rows of figures, in their order, with those that each differs from. */
export function ledgerRows(read: readonly LedgerFigure[]): LedgerRow[] {
  const figures = borneOut(read);
  const different = differences(figures);
  return figures.map((figure): LedgerRow => {
    const { path, date, start, end, words, value, unit, indicator, area, from, to } = figure;
    const { sort, basis, modality, speaker, notCompared, perhaps } = figure;
    const differsFrom = (different.get(figure) ?? []).map((other) => ({ path: other.path, start: other.start }));
    return {
      ...{ path, date, start, end, words, value, unit, indicator, area, from, to },
      ...{ sort, basis, modality, speaker, differsFrom, notCompared, perhaps },
    };
  });
}
