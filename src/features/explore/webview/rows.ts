import type { ContextRow, WordKey } from '../messages';
import { button, element, fill } from './dom';
import { api, fileOf, known, openPlace, type Shown, words } from './page';

/** So many rows are put on the page at once; more come as they are asked for, or scrolled to. */
const PAGE = 200;

/** A list that grows: `make` is called for the rows that come into sight. */
export class GrowingList {
  readonly element = element('div');
  private readonly list = element('ul', { class: 'rows' });
  private readonly rest = button('', () => this.grow());
  private readonly watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.grow());
  private shown = 0;
  private all: ContextRow[] = [];

  constructor(
    private readonly make: (row: ContextRow) => HTMLLIElement,
    label: string,
  ) {
    this.list.setAttribute('aria-label', label);
    this.element.append(this.list, this.rest);
    this.watcher.observe(this.rest);
    this.update();
  }

  get rows(): readonly ContextRow[] {
    return this.all;
  }

  /** Takes rows into account that come behind those that are there. */
  add(rows: readonly ContextRow[]): void {
    this.all.push(...rows);
    if (this.shown < PAGE) this.grow();
    else this.update();
  }

  replace(rows: readonly ContextRow[]): void {
    this.all = [...rows];
    this.shown = 0;
    this.list.replaceChildren();
    this.grow();
  }

  private grow(): void {
    const next = this.rows.slice(this.shown, this.shown < PAGE ? PAGE : this.shown + PAGE);
    this.list.append(...next.map(this.make));
    this.shown += next.length;
    this.update();
  }

  private update(): void {
    const left = this.rows.length - this.shown;
    this.rest.hidden = left === 0;
    this.rest.textContent = fill(words.more, left);
  }
}

const chip = (tag: string): HTMLElement => {
  const made = element('span', { class: 'chip' }, tag);
  const color = known.colors[tag] ?? known.colors[tag.split('/')[0]!];
  if (color) made.style.borderLeftColor = color;
  return made;
};

/** A passage in full, with what stands around it, who said it, and what was noted. */
export function passage(row: ContextRow): HTMLLIElement {
  const { before, text, behind, speaker, role, outlet, question, date, note, tags, state, slogan, figure, line } = row;
  const place = `${fileOf(row.path)}${line === null ? '' : `:${line}`}`;
  const facts = [[speaker, role].filter(Boolean).join(' '), outlet, date, words.values[state] ?? '', slogan ?? ''];
  const quote = element(
    'button',
    { type: 'button', class: 'quote', title: words.open },
    element('span', { class: 'context' }, before),
    element('b', {}, text),
    element('span', { class: 'context' }, behind),
  );
  quote.addEventListener('click', () => openPlace(row));
  return element(
    'li',
    { class: 'passage' },
    quote,
    element('p', { class: 'facts' }, [...facts, figure?.indicator, place].filter(Boolean).join(' · ')),
    question === '' ? undefined : element('p', { class: 'facts' }, fill(words.condition, words.question, question)),
    note === '' ? undefined : element('p', { class: 'note' }, fill(words.condition, words.note, note)),
    element(
      'p',
      { class: 'actions' },
      ...tags.map(chip),
      ...(line === null
        ? []
        : [
            button(words.tagPassage, () => openPlace(row, 'tag')),
            button(words.copy, () => api.postMessage({ kind: 'copy', row })),
            ...(row.id === ''
              ? []
              : [button(words.editTags, () => api.postMessage({ kind: 'editTags', path: row.path, id: row.id }))]),
          ]),
    ),
  );
}

/** The key in the middle, what stands before and behind it on its sides (KWIC). */
export function concordanceLine(row: ContextRow): HTMLLIElement {
  const line = element(
    'button',
    {
      type: 'button',
      class: 'line',
      title: [words.open, ...row.tags].join(' · '),
    },
    // its far end is the left one; the words in it are read from there all the same
    element('span', { class: 'before' }, element('bdi', { dir: 'ltr' }, row.before)),
    element('b', {}, row.text.replace(/\s+/gu, ' ')),
    element('span', { class: 'behind' }, row.behind),
  );
  line.addEventListener('click', () => openPlace(row));
  const facts = [row.date, row.speaker, fileOf(row.path)];
  return element('li', {}, line, ...facts.map((fact) => element('span', { class: 'facts', title: fact }, fact)));
}

/** By the characters that stand nearest, outwards. */
const reversed = (before: string): string => [...before].reverse().join('');
export const SORTS = {
  file: () => '',
  date: ({ date }) => date,
  speaker: ({ speaker }) => speaker,
  before: ({ before }) => reversed(before),
  behind: ({ behind }) => behind,
} satisfies Readonly<Partial<Record<WordKey, (row: ContextRow) => string>>>;

export const rowsShown = (rows: readonly ContextRow[]): Shown => ({
  header: [
    words.file,
    words.date,
    words.speaker,
    words.before,
    words.passage,
    words.behind,
    words.tags,
    words.question,
    words.note,
  ],
  cells: rows.map(({ path, date, speaker, before, text, behind, tags, question, note }) => [
    ...[fileOf(path), date, speaker, before, text, behind, tags.join('; '), question, note],
  ]),
});
