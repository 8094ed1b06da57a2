import { type AnswerPage, joinAnswer } from '../../../core/explore/answerPages';
import type { Query } from '../../../core/query/query';
import type { Choice, ContextRow, ExploreAnswer, ExtensionMessage } from '../messages';
import { withFind } from '../withFind';
import { button, element, fill } from './dom';
import { FigureTable } from './figureTable';
import { nothingFound, startHints } from './guidance';
import { IndicatorView } from './indicatorView';
import { LongList } from './longList';
import { api, collate, known, layout, type Shown, words } from './page';
import { QueryBar } from './queryBar';
import { concordanceLine, forgetContexts, passage, rowsShown, SORTS, takeContext } from './rows';
import { Selection } from './selection';
import { comparisonShown, comparisonTable, SLOGAN_SORTS, slogansShown, sloganTable, sortSlogans } from './slogans';
import { sortButtons } from './sortButtons';
import { countsShown, countsTable, matrixShown, matrixTable } from './tables';

const START: Choice = {
  ...{ mode: 'passages', query: {}, within: 'all', by: 'tag', across: 'speaker', measure: 'passages' },
  ...{ nearness: 'overlap', indicator: '', isCompared: false, against: '' },
};

const status = document.querySelector<HTMLElement>('#status')!;
const result = document.querySelector<HTMLElement>('#result')!;
const bar = new QueryBar(
  document.querySelector<HTMLElement>('#bar')!,
  { ...START, ...api.getState() },
  run,
  exportShown,
);
/** Stands beside what is said of the search, while there is one to stop. */
const stopButton = button(words.stop, stop, { hidden: '' });
const progressBar = element('progress', { hidden: '', 'aria-label': words.searching });
const running = (isRunning: boolean): void => {
  progressBar.hidden = true;
  stopButton.hidden = !isRunning;
};
let current = 0;
/** What the present answer is to; fields may have changed since. */
let asked = bar.choice;
let list: LongList | undefined;
/** Annotations that are not found in their texts. */
let unplaced: readonly ContextRow[] = [];
let table: FigureTable | undefined;
/** Of the table, until all are there. */
let figures: ContextRow[] = [];
/** Of what the answer lists, until all are there. */
let pages: AnswerPage[] = [];
let indicatorView: IndicatorView | undefined;
let shown: () => Shown = () => ({ header: [], cells: [] });

/** Asks what is chosen; what comes of an earlier question is not shown any more. */
function run(): void {
  if (!bar.isUnderstood) return;
  const { choice } = bar;
  api.setState(choice);
  asked = choice;
  list = undefined;
  unplaced = [];
  figures = [];
  pages = [];
  beginResult(choice);
  current++;
  if (choice.mode !== 'figures' && choice.mode !== 'slogans' && needsWords(withFind(choice))) {
    running(false);
    shown = () => ({ header: [], cells: [] });
    status.textContent = words.needsWords;
    return;
  }
  status.textContent = words.searching;
  running(true);
  if (choice.mode === 'passages' || choice.mode === 'concordance') beginRows(choice);
  api.postMessage({ kind: 'run', run: current, choice });
}

/** Numbers that change all the time are seen, but not read out. */
function tellProgress(done: number, total: number): void {
  progressBar.hidden = false;
  progressBar.max = total;
  progressBar.value = done;
  progressBar.title = fill(words.searchingOf, done, total);
}

/** Places of words are of some words. */
const needsWords = ({ find, words: sought }: Query): boolean => find === 'words' && !sought?.length;

/** The table of figures stays while it is asked for: its rows are replaced when all are there. */
function beginResult({ mode }: Choice): void {
  document.body.classList.toggle('tabular', mode === 'table');
  if (mode === 'table' && table) return;
  table?.destroy();
  table = undefined;
  result.replaceChildren();
  if (mode !== 'table') return;
  const made = new FigureTable(layout);
  table = made;
  shown = () => made.shown();
  result.append(made.element);
}

function stop(): void {
  api.postMessage({ kind: 'stop' });
  running(false);
  current++;
  status.textContent = words.stopped;
}

function beginRows({ mode }: Choice): void {
  const isConcordance = mode === 'concordance';
  forgetContexts();
  const selection = new Selection(() => made.rows);
  const ticked = (row: ContextRow) => passage(row, selection.box(row));
  const made: LongList = isConcordance
    ? new LongList(concordanceLine, words.modes[mode], 26)
    : new LongList(ticked, words.modes[mode], 150);
  made.element.classList.toggle('concordance', isConcordance);
  list = made;
  shown = () => rowsShown([...made.rows, ...unplaced]);
  if (isConcordance) {
    const sort = (name: keyof typeof SORTS) => {
      const rows = made.rows.map((row, index) => ({ row, index, by: SORTS[name](row) }));
      made.replace(rows.sort((a, b) => collate(a.by, b.by) || a.index - b.index).map(({ row }) => row));
    };
    result.append(sortButtons(Object.keys(SORTS) as (keyof typeof SORTS)[], sort));
  }
  if (!isConcordance) {
    made.onAdd = () => selection.update();
    result.append(selection.element);
  }
  result.append(made.element);
}

/** So many files are named. */
const NAMED = 5;

function takeAnswer(answer: ExploreAnswer, unread: readonly string[]): void {
  running(false);
  const choice = asked;
  unplaced = answer.unplaced.map((row): ContextRow => ({ ...row, before: '', behind: '' }));
  const left = [
    answer.undated > 0 ? fill(words.undated, answer.undated) : '',
    answer.unplaced.length > 0 ? fill(words.unplaced, answer.unplaced.length) : '',
    unread.length > 0 ? fill(words.unread, unread.slice(0, NAMED).join(', ') + (unread.length > NAMED ? '…' : '')) : '',
  ];
  /** Whether there is something to show. */
  const tell = (count: number, found = words.found): boolean => {
    const where = choice.within === 'texts' ? words.searchedTexts : words.searched;
    const searched = fill(where, searchedIn(choice), answer.documents);
    status.textContent = sentences([count === 0 ? words.none : fill(found, count), searched, ...left]);
    if (count > 0) return true;
    shown = () => ({ header: [], cells: [] });
    result.replaceChildren(nothingFound(choice, pick));
    return false;
  };
  const pick = (picked: Partial<Choice>) => {
    bar.choose(picked);
    run();
  };
  switch (answer.mode) {
    case 'rows':
      table?.show(figures);
      if (table) status.textContent = sentences(left);
      else tell(list?.rows.length ?? 0);
      break;
    case 'matrix':
    case 'together': {
      const { matrix } = answer;
      if (!tell(matrix.rows.length, words.countRows)) break;
      const isCounts = choice.mode === 'counts';
      shown = () => (isCounts ? countsShown : matrixShown)(matrix, choice);
      result.append(isCounts ? countsTable(matrix, choice, pick) : matrixTable(matrix, choice, pick));
      break;
    }
    case 'figures':
      if (tell(answer.figures.length)) showFigures(answer, choice);
      break;
    case 'slogans': {
      if (tell(answer.comparison?.length ?? answer.histories.length, words.countSlogans)) showSlogans(answer);
    }
  }
  if (unplaced.length > 0) {
    const rows = unplaced;
    const heading = fill(words.unplaced, rows.length);
    result.append(
      element(
        'details',
        {},
        element('summary', {}, heading),
        element('ul', { class: 'rows' }, ...rows.map((row) => passage(row))),
      ),
    );
  }
}

/** Several sentences, each with its stop; Chinese ones stand without a blank between them. */
const sentences = (said: readonly string[]): string =>
  said
    .filter((one) => one !== '')
    .map((one) => (/[.。！？!?]$/u.test(one) ? one : one + words.fullStop))
    .join(words.fullStop === '。' ? '' : ' ');

/** What was looked through, in words. */
function searchedIn(choice: Choice): string {
  if (choice.mode === 'figures' || choice.mode === 'slogans') return words.finds[choice.mode];
  return words.finds[withFind(choice).find ?? 'passages'];
}

function showFigures({ figures }: Extract<ExploreAnswer, { mode: 'figures' }>, choice: Choice): void {
  const made = new IndicatorView(figures, choice.indicator, {
    pick(indicator) {
      bar.choice = { ...bar.choice, indicator };
      api.setState(bar.choice);
    },
    showAll(indicator) {
      bar.choose({ mode: 'passages', query: { ...choice.query, find: 'figures', indicator: [indicator] } });
      run();
    },
  });
  indicatorView = made;
  shown = () => made.shown();
  result.append(made.element);
}

function showSlogans({ histories, comparison }: Extract<ExploreAnswer, { mode: 'slogans' }>): void {
  if (comparison) {
    shown = () => comparisonShown(comparison);
    result.append(
      element('p', {}, asked.against.trim() === '' ? words.comparedHow : words.comparedTwo),
      comparisonTable(comparison),
    );
    return;
  }
  const place = element('div');
  const show = (sort: (typeof SLOGAN_SORTS)[number]) => {
    const sorted = sortSlogans(histories, sort);
    place.replaceChildren(
      sloganTable(
        sorted,
        (slogan) => {
          bar.choose({ mode: 'passages', query: { ...bar.choice.query, find: 'slogans', slogan: [slogan] } });
          run();
        },
        (name) => api.postMessage({ kind: 'same', list: 'slogans', name }),
        asked.within,
      ),
    );
    shown = () => slogansShown(sorted, asked.within);
  };
  const sorts = sortButtons(SLOGAN_SORTS, show, { byRise: words.riseMeans, byFade: words.riseMeans });
  sorts.append(words.onlyHere);
  result.append(sorts, place);
  show('byFirst');
}

function exportShown(): void {
  api.postMessage({ kind: 'export', ...shown() });
}

window.addEventListener('message', ({ data }: MessageEvent<ExtensionMessage>) => {
  switch (data.kind) {
    case 'choose':
      bar.choose(data.choice);
      if (data.isRun) run();
      break;
    case 'written':
      bar.written(data.text);
      break;
    case 'understood':
      if (data.isAgainst) bar.understandAgainst(data.problems);
      else bar.understand(data.query, data.problems);
      break;
    case 'colors':
      known.colors = data.colors;
      break;
    case 'names':
      known.names = data.names;
      bar.offer(data.names);
      break;
    case 'files':
      Object.assign(known.files, data.names);
      break;
    case 'rows':
      if (data.run !== current) break;
      if (table) figures.push(...data.rows);
      else list?.add(data.rows);
      break;
    case 'progress':
      if (data.run === current) tellProgress(data.done, data.total);
      break;
    case 'page':
      if (data.run === current) pages.push(data.page);
      break;
    case 'answer':
      if (data.run === current) takeAnswer(joinAnswer(data.answer, pages), data.unread);
      break;
    case 'context':
      takeContext(data.place, data.around);
      break;
    case 'near':
      indicatorView?.showNear(data.name, data.near);
      break;
    case 'label':
      known.label = data.label;
      break;
    case 'again':
      if (data.modes.includes(asked.mode)) run();
      break;
    case 'full':
      if (data.run !== current) break;
      running(false);
      table?.show(figures);
      status.textContent = fill(words.full, data.found);
      break;
    case 'failed':
      running(false);
      if (data.run === current) status.textContent = data.words;
      break;
  }
});
const progress = element('div', { class: 'progress' });
status.replaceWith(progress);
progress.append(status, progressBar, stopButton);
result.append(
  startHints((mode) => {
    bar.choose({ mode });
    run();
  }),
);
api.postMessage({ kind: 'ready', choice: api.getState() });
