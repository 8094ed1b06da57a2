import type { Grouping } from '../../../core/query/groups';
import { narrow } from '../../../core/query/narrow';
import type { Choice, Matrix } from '../messages';
import { bar } from './charts';
import { button, element, fill, table } from './dom';
import { fileOf, groupingLabel, type Shown, words } from './page';

const nameOf = (by: Grouping, name: string): string =>
  name === '' ? words.without : by === 'document' ? fileOf(name) : name;

/** Numbers by two groupings, with opacity for the eye; a cell shows its passages. */
export function matrixTable({ rows, columns, cells }: Matrix, choice: Choice, onPick: (picked: Choice) => void) {
  const { by, across } = choice;
  const most = Math.max(
    1,
    ...cells.flatMap((row, at) => row.map(({ count }, to) => (by === across && at === to ? 0 : count))),
  );
  const caption = `${groupingLabel(by)} × ${groupingLabel(across)}`;
  const made = table(
    caption,
    [caption, ...columns.map((name) => nameOf(across, name))],
    rows.map((row, at) => [
      nameOf(by, row),
      ...columns.map((column, to) => {
        const { count } = cells[at]![to]!;
        if (count === 0) return '';
        const own = narrow(choice.query, by, row);
        // passages that stand near others cannot be asked for
        const query = by !== across ? own && narrow(own, across, column) : row === column ? own : undefined;
        const label = cellWords(cells[at]![to]!);
        const cell = query
          ? button(label, () => onPick({ ...choice, mode: 'passages', query }), {
              'aria-label': `${nameOf(by, row)}, ${nameOf(across, column)}: ${label}`,
            })
          : element('span', {}, label);
        cell.classList.add('cell');
        cell.style.setProperty('--share', String(by === across && at === to ? 0 : count / most));
        return cell;
      }),
    ]),
  );
  made.classList.add('matrix');
  return made;
}

const cellWords = ({ count, jaccard }: Matrix['cells'][number][number]): string =>
  jaccard === undefined || count === 0 ? String(count) : fill('{0} ({1})', count, jaccard.toFixed(2));

export const matrixShown = ({ rows, columns, cells }: Matrix, { by, across }: Choice): Shown => ({
  header: [`${groupingLabel(by)} × ${groupingLabel(across)}`, ...columns.map((name) => nameOf(across, name))],
  cells: rows.map((row, at) => [nameOf(by, row), ...cells[at]!.map(cellWords)]),
});

const sortedCounts = ({ rows, cells }: Matrix) =>
  rows.map((name, at) => ({ name, count: cells[at]![0]!.count })).sort((a, b) => b.count - a.count);

export const countsShown = (matrix: Matrix, { by, measure }: Choice): Shown => ({
  header: [groupingLabel(by), words.measures[measure]],
  cells: sortedCounts(matrix).map(({ name, count }) => [nameOf(by, name), String(count)]),
});

/** Bars of one grouping, the longest first. */
export function countsTable(matrix: Matrix, choice: Choice, onPick: (picked: Choice) => void) {
  const { by, measure } = choice;
  const counted = sortedCounts(matrix);
  const most = Math.max(1, ...counted.map(({ count }) => count));
  return table(
    groupingLabel(by),
    [groupingLabel(by), words.measures[measure], ''],
    counted.map(({ name, count }) => {
      const query = narrow(choice.query, by, name);
      const label = nameOf(by, name);
      return [
        query ? button(label, () => onPick({ ...choice, mode: 'passages', query }), { class: 'link' }) : label,
        String(count),
        element('span', {}, bar(count / most) as unknown as Node),
      ];
    }),
  );
}
