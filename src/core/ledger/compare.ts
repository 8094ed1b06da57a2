import { groupBy } from '../groupBy';
import { keyOf, type LedgerFigure } from './figure';
import { areApart } from './writtenRange';

/** For each figure those that state another value for the same matter beyond what rounding and hedges leave open. */
export function differences(figures: readonly LedgerFigure[]): Map<LedgerFigure, readonly LedgerFigure[]> {
  const compared = figures.filter(({ notCompared }) => notCompared === '');
  const found = new Map<LedgerFigure, readonly LedgerFigure[]>();
  for (const same of groupBy(compared, keyOf).values()) {
    // two values in one turn are of different things, however alike they are read
    const group = [...groupBy(same, ({ path, turn }) => `${turn} ${path}`).values()].flatMap((figures) =>
      figures.some(({ range }) => areApart(range, figures[0]!.range)) ? [] : figures,
    );
    for (const figure of group) {
      const others = group.filter((other) => other !== figure && areApart(figure.range, other.range));
      if (others.length > 0) found.set(figure, others);
    }
  }
  return found;
}
