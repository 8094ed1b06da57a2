import { groupBy } from '../groupBy';
import { type Grouping, groupsOf, type Measure, measured } from './groups';
import type { Row } from './row';

export interface Cell {
  readonly count: number;
  /** Of two tags: what they share of what either has, from 0 to 1. */
  readonly jaccard?: number;
}

/** Numbers of findings by two groupings. Names are sorted; the empty one, of findings without, comes last. */
export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By the index of the row, then of the column. */
  readonly cells: readonly (readonly Cell[])[];
  /** How many rows and columns there are besides, where not all are wanted: those with fewer findings. */
  readonly left?: { readonly rows: number; readonly columns: number };
}

/** So many rows and columns are wanted: ten thousand documents by ten thousand speakers nobody reads. */
export interface MostGroups {
  readonly rows: number;
  readonly columns: number;
}

/** What one cell comes to. Where documents are counted it knows which these are. */
interface Tally {
  count: number;
  paths?: Set<string>;
}

/** Counts findings that belong to a group of each grouping, one by one: of hundreds of thousands none is kept. */
export class CrossTable {
  private readonly rows = new Map<string, Map<string, Tally>>();
  /** Findings of each group. */
  private readonly rowSizes = new Map<string, number>();
  private readonly columnSizes = new Map<string, number>();

  constructor(
    private readonly by: Grouping,
    private readonly across: Grouping,
    private readonly measure: Measure,
  ) {}

  add(row: Row): void {
    const { measure } = this;
    const size = measure === 'documents' ? 0 : measured([row], measure);
    const names = new Set(groupsOf(row, this.across));
    for (const name of names) addTo(this.columnSizes, name, 1);
    for (const group of new Set(groupsOf(row, this.by))) {
      addTo(this.rowSizes, group, 1);
      const cells = this.rows.get(group) ?? new Map<string, Tally>();
      this.rows.set(group, cells);
      for (const name of names) {
        const tally = cells.get(name) ?? { count: 0, ...(measure === 'documents' ? { paths: new Set<string>() } : {}) };
        cells.set(name, tally);
        tally.paths?.add(row.path);
        tally.count = tally.paths?.size ?? tally.count + size;
      }
    }
  }

  matrix(most?: MostGroups): Matrix {
    const { rows, columnSizes } = this;
    const [rowNames, columnNames] = [largest(this.rowSizes, most?.rows), largest(columnSizes, most?.columns)];
    const cells = rowNames.map((row) =>
      columnNames.map((column) => ({ count: rows.get(row)!.get(column)?.count ?? 0 })),
    );
    return {
      ...{ rows: rowNames, columns: columnNames, cells },
      ...leftOf(rows.size - rowNames.length, columnSizes.size - columnNames.length),
    };
  }
}

/** The same of all findings at once. */
export function crossTable(
  found: readonly Row[],
  by: Grouping,
  across: Grouping,
  measure: Measure,
  most?: MostGroups,
): Matrix {
  const table = new CrossTable(by, across, measure);
  for (const row of found) table.add(row);
  return table.matrix(most);
}

const addTo = (counts: Map<string, number>, key: string, size: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + size);
};

const leftOf = (rows: number, columns: number): Pick<Matrix, 'left'> =>
  rows + columns > 0 ? { left: { rows, columns } } : {};

/** The names with most findings, sorted. */
function largest(sizes: ReadonlyMap<string, number>, most = Number.POSITIVE_INFINITY): string[] {
  const names = sorted(sizes.keys());
  if (names.length <= most) return names;
  return sorted(names.sort((a, b) => sizes.get(b)! - sizes.get(a)!).slice(0, most));
}

/** Where tags count as standing together: in passages that share a character, in one sentence, or in one turn. */
export const NEARNESSES = ['overlap', 'sentence', 'turn'] as const;
export type Nearness = (typeof NEARNESSES)[number];

/**
 * Which tags stand together. With `overlap` a pair of passages that share a character counts once, and so does a passage
 * that has both tags; else the sentences or turns that hold both are counted. The share is that of the co-occurrence
 * coefficient: c = n12 / (n1 + n2 − n12), at most 1. On the diagonal stands how often a tag occurs at all. Passages without
 * a place are left out.
 */
export function coOccurrence(found: readonly Row[], nearness: Nearness, most?: MostGroups): Matrix {
  const placed = found.filter(({ start, tags }) => start !== null && tags.length > 0);
  const alone = new Map<string, number>();
  const together = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) => addTo(counts, key, 1);
  const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>) => {
    const pairs = new Set<string>();
    for (const a of one) for (const b of other) if (a !== b) pairs.add(pairKey(a, b));
    for (const pair of pairs) add(together, pair);
  };
  for (const rows of groupBy(placed, ({ path }) => path).values()) {
    const units = nearness === 'overlap' ? rows.map(({ tags }) => new Set(tags)) : unitsOf(rows, nearness).values();
    for (const tags of units) {
      for (const tag of tags) add(alone, tag);
      meet(tags, tags);
    }
    if (nearness === 'overlap') for (const [a, b] of overlaps(rows)) meet(new Set(a.tags), new Set(b.tags));
  }
  const names = largest(alone, most && Math.min(most.rows, most.columns));
  const cells = names.map((row) =>
    names.map((column) => {
      const [own, other] = [alone.get(row)!, alone.get(column)!];
      if (row === column) return { count: own };
      const count = together.get(pairKey(row, column)) ?? 0;
      return { count, jaccard: count === 0 ? 0 : Math.min(1, count / Math.max(1, own + other - count)) };
    }),
  );
  return { rows: names, columns: names, cells, ...leftOf(alone.size - names.length, alone.size - names.length) };
}

const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);

/** The sentences or turns of a document that a passage begins in or reaches into, by where they begin. */
export const unitsTouched = ({ sentences, turn }: Row, nearness: 'sentence' | 'turn'): readonly number[] =>
  nearness === 'sentence' ? sentences : turn === null ? [] : [turn];

/** The tags of each such unit. */
export function unitsOf(rows: readonly Row[], nearness: 'sentence' | 'turn'): Map<number, ReadonlySet<string>> {
  const units = new Map<number, Set<string>>();
  for (const row of rows) {
    for (const unit of unitsTouched(row, nearness)) {
      const tags = units.get(unit) ?? new Set();
      units.set(unit, tags);
      for (const tag of row.tags) tags.add(tag);
    }
  }
  return units;
}

/** Pairs of passages of one document that share a character. */
export function* overlaps(rows: readonly Row[]): Generator<readonly [Row, Row]> {
  const open: Row[] = [];
  for (const row of [...rows].sort((a, b) => a.start! - b.start!)) {
    for (let at = open.length - 1; at >= 0; at--) {
      if (open[at]!.end! <= row.start!) open.splice(at, 1);
      else yield [open[at]!, row];
    }
    open.push(row);
  }
}

const sorted = (names: Iterable<string>): string[] =>
  [...names].sort((a, b) => (a === '' || b === '' ? b.length - a.length : a < b ? -1 : a > b ? 1 : 0));
