import { likelyIndicator } from '../../../core/ledger/figure';
import type { ComparedFigure } from '../messages';
import { series } from './charts';
import { button, element, fill, table } from './dom';
import { fileOf, openPlace, type Shown, words } from './page';
import { pictureButtons } from './pictures';

const periodOf = ({ from, to }: ComparedFigure): string => (from === to ? from : `${from} – ${to}`);
const DAY_MS = 86_400_000;
/** How long a period is, in months; 0 for days and weeks. A half-year stands beside no whole one. */
const monthsOf = ({ from, to }: ComparedFigure): number =>
  from === '' ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS / 30.5);
const seriesKey = (figure: ComparedFigure): string => {
  const { area, sort, basis, dimension } = figure;
  return JSON.stringify([area, sort, basis, dimension, monthsOf(figure)]);
};

const { isFinite: isBound } = Number;
const widthOf = ({ range: { low, high } }: ComparedFigure): number =>
  isBound(low) && isBound(high) ? high - low : Number.POSITIVE_INFINITY;
/** Whether another figure of the same days says more exactly what this one says: 近14亿 beside 13.57亿. */
const isRough = (figure: ComparedFigure, all: readonly ComparedFigure[]): boolean => {
  const { low, high } = figure.range;
  return all.some(
    (other) =>
      other.to === figure.to &&
      widthOf(other) < widthOf(figure) &&
      (!isBound(low) || low <= other.plain) &&
      (!isBound(high) || other.plain < high),
  );
};

/** An indicator with its figures whose period is known: those that are sure, and those in doubt. */
interface CountedIndicator {
  readonly name: string;
  readonly count: number;
  readonly doubtful: number;
}

/** The indicators with figures whose period is known, those with most that are sure first, those in doubt last. */
export function indicatorsOf(figures: readonly ComparedFigure[]): readonly CountedIndicator[] {
  const counts = new Map<string, CountedIndicator>();
  for (const figure of figures) {
    const name = likelyIndicator(figure);
    if (name === '' || figure.to === '') continue;
    const { count = 0, doubtful = 0 } = counts.get(name) ?? {};
    counts.set(name, figure.indicator ? { name, count: count + 1, doubtful } : { name, count, doubtful: doubtful + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || b.doubtful - a.doubtful);
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
      const reached = sorted.filter(({ modality }) => modality === 'actual');
      const points = sorted.map((figure) => ({
        ...{ day: figure.to, value: figure.plain, label: `${figure.to}: ${figure.words}` },
        ...{ isHollow: figure.modality !== 'actual', isRough: isRough(figure, reached) },
      }));
      const months = monthsOf(sorted[0]!);
      const length = months > 0 ? fill(words.months, months) : '';
      const title = [indicator, area, words.values[sort], basis, length, dimension].filter(Boolean).join(' · ');
      // one point is no picture
      const isDrawn = points.length > 1;
      const drawn = series(points, sort === 'rate' || sort === 'change');
      return element(
        'section',
        {},
        element('h3', {}, title),
        ...(isDrawn
          ? [drawn as unknown as Node, element('p', { class: 'pictures' }, ...pictureButtons(() => drawn))]
          : [element('p', { class: 'facts' }, words.onePoint)]),
        figureRows(title, sorted, figures),
      );
    });
  const doubtful = figures.filter(({ perhaps, to }) => perhaps === indicator && to !== '');
  return element('div', {}, ...made, ...(doubtful.length > 0 ? [doubtfulFigures(doubtful)] : []));
}

/** Figures that are likely of the indicator, and stand in no series until somebody says so. */
function doubtfulFigures(figures: readonly ComparedFigure[]): HTMLElement {
  const header = [words.value, words.period, words.date, words.speaker, words.file];
  const cells = figures.map((figure) => {
    const place = { ...figure, text: figure.words };
    return [
      element(
        'span',
        { class: 'acts' },
        button(figure.words, () => openPlace(place), { class: 'link' }),
        button(words.correct, () => openPlace(place, 'correct')),
      ),
      `${figure.area} ${periodOf(figure)}`.trim(),
      ...[figure.date, figure.speaker, element('span', { class: 'file' }, fileOf(figure.path))],
    ];
  });
  const made = table(words.inDoubt, header, cells);
  made.classList.add('doubtful');
  const why = element('p', { class: 'facts' }, words.whyInDoubt);
  return element('section', {}, element('h3', {}, words.inDoubt), why, made);
}

/** A row for each figure; the column of those that it differs from only where there are some. */
function figureRows(title: string, sorted: readonly ComparedFigure[], all: readonly ComparedFigure[]): HTMLElement {
  const isDisputed = sorted.some(({ differsFrom }) => differsFrom.length > 0);
  const header = [words.period, words.value, words.date, words.speaker, words.file];
  const made = table(
    title,
    isDisputed ? [...header, words.differs] : header,
    sorted.map((figure) => figureCells(figure, all).slice(0, isDisputed ? undefined : header.length)),
  );
  made.classList.toggle('wordy', isDisputed);
  return made;
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
    element('span', { class: 'file' }, fileOf(path)),
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
