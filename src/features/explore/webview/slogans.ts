import type { UseComparison } from '../../../core/history/compareUse';
import type { ItemChanges } from '../../../core/history/itemChanges';
import type { SloganHistory, Within } from '../messages';
import { barcode, timeline, yearAxis } from './charts';
import { button, element, fill, longTable, table } from './dom';
import { fileOf, openPlace, type Shown, words } from './page';

/** Mentions in the later half of the days less those in the earlier. */
function riseOf({ uses }: SloganHistory, middle: number): number {
  let rise = 0;
  for (const { date, mentions } of uses) if (date !== '') rise += Date.parse(date) >= middle ? mentions : -mentions;
  return rise;
}

export type SloganSort = 'byFirst' | 'bySpread' | 'byMentions' | 'byRise' | 'byFade';
export const SLOGAN_SORTS: readonly SloganSort[] = ['byFirst', 'bySpread', 'byMentions', 'byRise', 'byFade'];

export function sortSlogans(histories: readonly SloganHistory[], sort: SloganSort): SloganHistory[] {
  const days = daysOf(histories);
  const middle = (Date.parse(days[0] ?? '') + Date.parse(days.at(-1) ?? '')) / 2;
  const rises = new Map(histories.map((history) => [history, riseOf(history, middle)]));
  const rise = (history: SloganHistory) => rises.get(history)!;
  const orders: Readonly<Record<SloganSort, (a: SloganHistory, b: SloganHistory) => number>> = {
    byFirst: () => 0,
    bySpread: (a, b) => b.uses.length - a.uses.length,
    byMentions: (a, b) => b.mentions - a.mentions,
    byRise: (a, b) => rise(b) - rise(a),
    byFade: (a, b) => rise(a) - rise(b),
  };
  return [...histories].sort(orders[sort]);
}

const daysOf = (histories: readonly SloganHistory[]): string[] =>
  histories.flatMap(({ first, last }) => (first === '' ? [] : [first, last])).sort();

/** The column with the pictures. */
const COURSE = 6;

/**
 * A row for each slogan: when it is used, how often, where in each transcript, and how what it stands for changes. Many
 * slogans come page by page.
 */
export function sloganTable(
  histories: readonly SloganHistory[],
  onPick: (slogan: string) => void,
  onSame: (slogan: string) => void,
  within: Within,
): HTMLElement {
  const days = daysOf(histories);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  // an empty column would push what is in the others out of sight
  const isChanged = histories.some(({ uses }) => uses.some(({ changed }) => changed));
  const { table: made, rest } = longTable(
    words.modes.slogans,
    [
      ...[words.slogan, words.kind, words.first, words.last, words.mentions, documentsIn(within)],
      first === '' ? words.mentions : yearHeader(first, last),
      ...(isChanged ? [words.changes] : []),
    ],
    histories.length,
    (index) => sloganCells(histories[index]!, { first, last, isChanged, onPick, onSame }),
    words.more,
  );
  made.classList.add('slogans');
  if (first !== '') made.tHead!.rows[0]!.cells[COURSE]!.classList.add('course');
  made.classList.toggle('wordy', isChanged);
  return element('div', {}, made, rest);
}

/** An axis for those who see, and in words what the column tells. */
function yearHeader(first: string, last: string): HTMLElement {
  const title = fill(words.days, first.slice(0, 4), last.slice(0, 4));
  const unseen = element('span', { class: 'unseen' }, title);
  return element('div', { title }, unseen, yearAxis(first, last) as unknown as Node);
}

function sloganCells(
  { name, kind, first, last, mentions, uses }: SloganHistory,
  column: {
    readonly first: string;
    readonly last: string;
    readonly isChanged: boolean;
    readonly onPick: (slogan: string) => void;
    readonly onSame: (slogan: string) => void;
  },
): (Node | string)[] {
  const dated = uses.filter(({ date }) => date !== '');
  const marks = dated.map(({ date, mentions: size }) => ({ day: date, size }));
  return [
    element(
      'span',
      { class: 'named' },
      button(name, () => column.onPick(name), { class: 'link' }),
      button('≡', () => column.onSame(name), { class: 'same', title: words.sameAs, 'aria-label': words.sameAs }),
    ),
    words.values[kind] ?? kind,
    ...[first, last, String(mentions)],
    usesCell(uses),
    first === ''
      ? ''
      : element(
          'div',
          { class: 'course' },
          timeline(marks, column.first, column.last, yearWords(dated)) as unknown as Node,
        ),
    ...(column.isChanged
      ? [element('span', {}, ...uses.flatMap(({ date, changed }) => (changed ? [changeWords(date, changed)] : [])))]
      : []),
  ];
}

/** `2019: 4, 2020: 12`: mentions by year. */
function yearWords(uses: SloganHistory['uses']): string {
  const byYear = new Map<string, number>();
  for (const { date, mentions } of uses) {
    const year = date.slice(0, 4);
    byYear.set(year, (byYear.get(year) ?? 0) + mentions);
  }
  return [...byYear].map(([year, mentions]) => fill(words.condition, year, mentions)).join(words.between);
}

/** How many transcripts, and once opened each with the places of its mentions from its beginning to its end. */
function usesCell(uses: SloganHistory['uses']): HTMLElement {
  const made = element('details', {}, element('summary', {}, String(uses.length)));
  made.addEventListener(
    'toggle',
    () =>
      made.append(
        ...uses.map((use) =>
          element(
            'div',
            { class: 'use' },
            button(`${use.date} ${fileOf(use.path)} (${use.mentions})`, () => openPlace({ ...use, text: use.name }), {
              class: 'link',
            }),
            barcode(use.places.map((place) => place / Math.max(1, use.size))) as unknown as Node,
          ),
        ),
      ),
    { once: true },
  );
  return made;
}

const changeWords = (date: string, { added, dropped, reworded, moved }: ItemChanges): HTMLElement =>
  element(
    'div',
    {},
    `${date}: `,
    ...added.map((item) => element('ins', {}, `+${item} `)),
    ...dropped.map((item) => element('del', {}, `−${item}`, ' ')),
    ...reworded.map(({ from, to }) => element('span', {}, `${from} → ${to} `)),
    ...moved.map((item) => element('span', {}, `↕${item} `)),
  );

const documentsIn = (within: Within): string => (within === 'texts' ? words.texts : words.documents);

export const slogansShown = (histories: readonly SloganHistory[], within: Within): Shown => ({
  header: [words.slogan, words.kind, words.first, words.last, words.mentions, documentsIn(within), words.changes],
  cells: histories.map(({ name, kind, first, last, mentions, uses }) => [
    ...[name, words.values[kind] ?? kind, first, last, String(mentions), String(uses.length)],
    uses.flatMap(({ date, changed }) => (changed ? [changeWords(date, changed).textContent] : [])).join('; '),
  ]),
});

/** By which slogans what was asked for differs from all other transcripts, most telling first. */
export function comparisonTable(comparison: readonly UseComparison[]): HTMLElement {
  const { header, cells } = comparisonShown(comparison);
  const made = table(words.compared, header, cells);
  const meanings = [undefined, undefined, undefined, undefined, words.rateMeans, words.rateMeans];
  for (const [index, heading] of [...made.querySelectorAll('thead th')].entries()) {
    const meaning = [...meanings, words.ratioMeans, words.dispersionMeans][index];
    if (meaning) heading.setAttribute('title', meaning);
  }
  return made;
}

export const comparisonShown = (comparison: readonly UseComparison[]): Shown => ({
  header: [
    ...[words.slogan, words.kind, words.mentionsHere, words.mentionsElsewhere],
    ...[words.rateHere, words.rateElsewhere, words.ratio, words.dispersion],
  ],
  cells: comparison.map((one) => [
    ...[one.name, words.values[one.kind] ?? one.kind],
    ...[`${one.mentionsA} (${one.documentsA})`, `${one.mentionsB} (${one.documentsB})`],
    ...[one.perTenThousandA, one.perTenThousandB, one.logRatio, one.dispersion ?? ''].map(String),
  ]),
});
