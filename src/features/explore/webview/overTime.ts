import type { ItemChanges } from '../../../core/history/itemChanges';
import type { ComparedFigure, SloganHistory } from '../messages';
import { series, timeline } from './charts';
import { button, element, fill, table } from './dom';
import { fileOf, openPlace, type Shown, words } from './page';

const periodOf = ({ from, to }: ComparedFigure): string => (from === to ? from : `${from} – ${to}`);
const DAY_MS = 86_400_000;
/** How long a period is, in months; 0 for days and weeks. A half-year stands beside no whole one. */
const monthsOf = ({ from, to }: ComparedFigure): number =>
  from === '' ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS / 30.5);
const seriesKey = (figure: ComparedFigure): string => {
  const { area, sort, basis, dimension } = figure;
  return JSON.stringify([area, sort, basis, dimension, monthsOf(figure)]);
};

/** The indicators with figures whose period is known, those with most first. */
export function indicatorsOf(figures: readonly ComparedFigure[]): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { indicator, to } of figures)
    if (indicator !== '' && to !== '') counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

/** One picture and table for each series of an indicator: of one area, and of one kind. */
export function figureSeries(figures: readonly ComparedFigure[], indicator: string): HTMLElement {
  const own = figures.filter((figure) => figure.indicator === indicator && figure.to !== '');
  const groups = new Map<string, ComparedFigure[]>();
  for (const figure of own) groups.set(seriesKey(figure), [...(groups.get(seriesKey(figure)) ?? []), figure]);
  const made = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((group) => {
      const sorted = group.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.date < b.date ? -1 : 1));
      const { area, sort, basis, dimension } = sorted[0]!;
      const points = sorted.map(({ to, plain, modality, words: figure }) => ({
        ...{ day: to, value: plain, isHollow: modality !== 'actual', label: `${to}: ${figure}` },
      }));
      const months = monthsOf(sorted[0]!);
      const length = months > 0 ? fill(words.months, months) : '';
      const title = [indicator, area, words.values[sort], basis, length, dimension].filter(Boolean).join(' · ');
      return element(
        'section',
        {},
        element('h3', {}, title),
        series(points, sort === 'rate' || sort === 'change') as unknown as Node,
        table(
          title,
          [words.period, words.value, words.date, words.speaker, words.file, words.differs],
          sorted.map((figure) => figureCells(figure, figures)),
        ),
      );
    });
  return element('div', {}, ...made);
}

function figureCells(figure: ComparedFigure, all: readonly ComparedFigure[]): (Node | string)[] {
  const { words: text, modality, date, speaker, path, differsFrom } = figure;
  const status = modality === 'actual' ? '' : ` (${words[modality]})`;
  const others = differsFrom.map((index) => all[index]!);
  return [
    periodOf(figure),
    element(
      'span',
      {},
      button(text, () => openPlace({ ...figure, text }), { class: 'link' }),
      status,
    ),
    date,
    speaker,
    fileOf(path),
    element(
      'span',
      {},
      ...others.map((other) => {
        const label = fill(words.alsoSaid, other.date, other.speaker, other.words);
        return button(label, () => openPlace({ ...other, text: other.words }), { class: 'link' });
      }),
      ...(others.length > 0 ? [button(words.notCompared, () => openPlace({ ...figure, text }, 'notCompared'))] : []),
    ),
  ];
}

export const figuresShown = (figures: readonly ComparedFigure[], indicator: string): Shown => ({
  header: [words.indicator, words.area, words.kind, words.period, words.value, words.date, words.speaker, words.file],
  cells: figures
    .filter((figure) => figure.indicator === indicator && figure.to !== '')
    .map((figure) => [
      ...[figure.indicator, figure.area, words.values[figure.sort] ?? figure.sort, periodOf(figure)],
      ...[figure.words, figure.date, figure.speaker, fileOf(figure.path)],
    ]),
});

export const SLOGAN_SORTS: Readonly<Record<string, (a: SloganHistory, b: SloganHistory) => number>> = {
  byFirst: () => 0,
  bySpread: (a, b) => b.uses.length - a.uses.length,
  byMentions: (a, b) => b.mentions - a.mentions,
};

/** A row for each slogan: when it is used, how often, and how what it stands for changes. */
export function sloganTable(
  histories: readonly SloganHistory[],
  onPick: (slogan: string) => void,
  onSame: (slogan: string) => void,
): HTMLElement {
  const days = histories.flatMap(({ first, last }) => (first === '' ? [] : [first, last])).sort();
  return table(
    words.modes.slogans,
    [words.slogan, words.kind, words.first, words.last, words.mentions, words.documents, '', words.changes],
    histories.map(({ name, kind, first, last, mentions, uses }) => [
      element(
        'span',
        {},
        button(name, () => onPick(name), { class: 'link' }),
        button('≡', () => onSame(name), { class: 'same', title: words.sameAs, 'aria-label': words.sameAs }),
      ),
      words.values[kind] ?? kind,
      ...[first, last, String(mentions), String(uses.length)],
      first === ''
        ? ''
        : (timeline(
            uses.filter(({ date }) => date !== '').map(({ date, mentions: size }) => ({ day: date, size })),
            days[0]!,
            days.at(-1)!,
          ) as unknown as Node),
      element('span', {}, ...uses.flatMap(({ date, changed }) => (changed ? [changeWords(date, changed)] : []))),
    ]),
  );
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

export const slogansShown = (histories: readonly SloganHistory[]): Shown => ({
  header: [words.slogan, words.kind, words.first, words.last, words.mentions, words.documents],
  cells: histories.map(({ name, kind, first, last, mentions, uses }) => [
    ...[name, words.values[kind] ?? kind, first, last, String(mentions), String(uses.length)],
  ]),
});
