import type { Grouping } from '../../../core/query/groups';
import { narrow } from '../../../core/query/narrow';
import type { Choice, Matrix } from '../messages';
import { withFind } from '../withFind';
import { bar, bars } from './charts';
import { button, element, fill, table } from './dom';
import { groupingLabel, groupName, type Shown, words } from './page';
import { pictureButtons } from './pictures';

type Picked = Pick<Choice, 'mode' | 'query' | 'counted'>;
type Group = { readonly by: Grouping; readonly name: string };

/** The passages of groups: as a query as far as one says so, and just those that are counted. */
function passagesOf(choice: Choice, groups: readonly Group[]): Picked {
  const query = groups.reduce((asked, { by, name }) => narrow(asked, by, name) ?? asked, withFind(choice));
  return { mode: 'passages', query, counted: { groups } };
}

/** Numbers by two groupings, with opacity for the eye; a cell shows its passages. */
export function matrixTable({ rows, columns, cells }: Matrix, choice: Choice, onPick: (picked: Picked) => void) {
  const { by, across } = choice;
  const isTogether = by === 'tag' && across === 'tag';
  const most = Math.max(
    1,
    ...cells.flatMap((row, at) => row.map(({ count }, to) => (by === across && at === to ? 0 : count))),
  );
  const caption = `${groupingLabel(by)} × ${groupingLabel(across)}`;
  const made = table(
    caption,
    [caption, ...columns.map((name) => groupName(across, name))],
    rows.map((row, at) => [
      groupName(by, row),
      ...columns.map((column, to) => {
        const { count } = cells[at]![to]!;
        if (count === 0) return '';
        const groups = [
          { by, name: row },
          { by: across, name: column },
        ];
        const isPair = isTogether && row !== column;
        const picked: Picked = isPair
          ? {
              ...{ mode: 'passages', query: choice.query },
              counted: { together: [row, column], nearness: choice.nearness },
            }
          : passagesOf(choice, groups);
        const label = cellWords(cells[at]![to]!);
        const cell = button(label, () => onPick(picked), {
          'aria-label': `${groupName(by, row)}, ${groupName(across, column)}: ${label}`,
        });
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

/** A share has a column of its own: numbers stay numbers. */
export const matrixShown = ({ rows, columns, cells }: Matrix, { by, across }: Choice): Shown => {
  const hasShares = cells.some((row) => row.some(({ jaccard }) => jaccard !== undefined));
  const header = columns.flatMap((name) => {
    const title = groupName(across, name);
    return hasShares ? [title, fill(words.shareOf, title)] : [title];
  });
  return {
    header: [`${groupingLabel(by)} × ${groupingLabel(across)}`, ...header],
    cells: rows.map((row, at) => [
      groupName(by, row),
      ...cells[at]!.flatMap(({ count, jaccard }) =>
        hasShares ? [String(count), jaccard === undefined ? '' : jaccard.toFixed(4)] : [String(count)],
      ),
    ]),
  };
};

const sortedCounts = ({ rows, cells }: Matrix) =>
  rows.map((name, at) => ({ name, count: cells[at]![0]!.count })).sort((a, b) => b.count - a.count);

export const countsShown = (matrix: Matrix, { by, measure }: Choice): Shown => ({
  header: [groupingLabel(by), words.measures[measure]],
  cells: sortedCounts(matrix).map(({ name, count }) => [groupName(by, name), String(count)]),
});

/** Bars of one grouping, the longest first. */
export function countsTable(matrix: Matrix, choice: Choice, onPick: (picked: Picked) => void) {
  const { by, measure } = choice;
  const counted = sortedCounts(matrix);
  const most = Math.max(1, ...counted.map(({ count }) => count));
  const title = `${groupingLabel(by)}: ${words.measures[measure]}`;
  const named = counted.map(({ name, count }) => ({ name: groupName(by, name), count }));
  const made = table(
    groupingLabel(by),
    [groupingLabel(by), words.measures[measure], ''],
    counted.map(({ name, count }) => {
      const show = () => onPick(passagesOf(choice, [{ by, name }]));
      return [
        button(groupName(by, name), show, { class: 'link' }),
        String(count),
        element('span', {}, bar(count / most) as unknown as Node),
      ];
    }),
  );
  return element('div', {}, element('p', { class: 'pictures' }, ...pictureButtons(() => bars(title, named))), made);
}
