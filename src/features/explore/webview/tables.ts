import type { Grouping } from '../../../core/query/groups';
import { narrow } from '../../../core/query/narrow';
import type { Choice, Matrix } from '../messages';
import { withFind } from '../withFind';
import { cellFocus } from './cellFocus';
import { bar, bars } from './charts';
import { button, element, fill, longTable } from './dom';
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
export function matrixTable({ rows, columns, cells, left }: Matrix, choice: Choice, onPick: (picked: Picked) => void) {
  const { by, across } = choice;
  const isTogether = by === 'tag' && across === 'tag';
  let most = 1;
  for (const [at, row] of cells.entries())
    for (const [to, { count }] of row.entries()) if (by !== across || at !== to) most = Math.max(most, count);
  const caption = `${groupingLabel(by)} × ${groupingLabel(across)}`;
  const rowAt = (at: number) => {
    const row = rows[at]!;
    return [
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
          tabindex: '-1',
        });
        cell.classList.add('cell');
        cell.style.setProperty('--share', String(by === across && at === to ? 0 : count / most));
        return cell;
      }),
    ];
  };
  const header = [caption, ...columns.map((name) => groupName(across, name))];
  const { table: made, rest } = longTable(caption, header, rows.length, rowAt, words.more);
  made.classList.add('matrix');
  cellFocus(made);
  return element('div', {}, leftWords(left), made, rest);
}

/** What is left out is said with its number. */
const leftWords = (left: Matrix['left']): HTMLElement | undefined =>
  left && element('p', {}, fill(words.leftOut, left.rows, left.columns));

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
  // the first is the longest
  const most = Math.max(1, counted[0]?.count ?? 0);
  const title = `${groupingLabel(by)}: ${words.measures[measure]}`;
  const named = counted.map(({ name, count }) => ({ name: groupName(by, name), count }));
  const rowAt = (index: number) => {
    const { name, count } = counted[index]!;
    const show = () => onPick(passagesOf(choice, [{ by, name }]));
    return [
      button(groupName(by, name), show, { class: 'link' }),
      String(count),
      element('span', {}, bar(count / most) as unknown as Node),
    ];
  };
  const header = [groupingLabel(by), words.measures[measure], ''];
  const { table: made, rest } = longTable(groupingLabel(by), header, counted.length, rowAt, words.more);
  const pictures = element('p', { class: 'pictures' }, ...pictureButtons(() => bars(title, named)));
  return element('div', {}, pictures, leftWords(matrix.left), made, rest);
}
