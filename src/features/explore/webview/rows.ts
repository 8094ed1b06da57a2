import type { Surroundings } from '../../../core/query/surroundings';
import type { ContextRow, PlacedWords, WordKey } from '../messages';
import { button, element, fill } from './dom';
import { api, cited, fileOf, groupingLabel, known, openPlace, placedWords, type Shown, words } from './page';

const chip = (tag: string): HTMLElement => {
  const made = element('span', { class: 'chip' }, tag);
  const color = known.colors[tag] ?? known.colors[tag.split('/')[0]!];
  if (color) made.style.borderLeftColor = color;
  return made;
};

/** Waits for what stands around a passage. */
const waiting = new Map<string, (around: Surroundings | undefined) => void>();
const keyOf = ({ path, start }: PlacedWords): string => `${path}#${start}`;
/** Those of passages that are shown no more. */
export const forgetContexts = (): void => waiting.clear();
export const takeContext = (place: PlacedWords, around: Surroundings | undefined): void =>
  waiting.get(keyOf(place))?.(around);

/** The words of a passage between what stands around them, and the button that shows more of that. */
function quoteOf(row: ContextRow): { readonly quote: HTMLElement; readonly more: HTMLElement } {
  const [before, behind] = [element('span', { class: 'context' }), element('span', { class: 'context' })];
  const quote = element(
    'button',
    { type: 'button', class: 'quote', title: words.open },
    before,
    element('b', {}, row.text),
    behind,
  );
  quote.addEventListener('click', () => openPlace(row));
  const more = button(words.moreContext, () => {
    if (more.getAttribute('aria-expanded') === 'true') show(undefined);
    else api.postMessage({ kind: 'context', ...placedWords(row) });
  });
  const show = (around: Surroundings | undefined) => {
    before.textContent = around?.before ?? row.before;
    behind.textContent = around?.behind ?? row.behind;
    more.setAttribute('aria-expanded', String(around !== undefined));
    more.textContent = around ? words.lessContext : words.moreContext;
  };
  show(undefined);
  waiting.set(keyOf(placedWords(row)), (around) => {
    if (around) show(around);
    else more.replaceWith(words.changedText);
  });
  return { quote, more };
}

/** A passage in full, with what stands around it, who said it, and what was noted; `box` ticks it. */
export function passage(row: ContextRow, box?: HTMLElement): HTMLLIElement {
  const { speaker, role, outlet, question, date, note, tags, state, slogan, figure, line } = row;
  const place = `${fileOf(row.path)}${line === null ? '' : `:${line}`}`;
  const facts = [[speaker, role].filter(Boolean).join(' '), outlet, date, words.values[state] ?? '', slogan ?? ''];
  const { quote, more } = quoteOf(row);
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
      box,
      ...tags.map(chip),
      ...(line === null
        ? []
        : [
            button(words.tagPassage, () => openPlace(row, 'tag')),
            button(words.copy, () => api.postMessage({ kind: 'copy', rows: [cited(row)] })),
            ...(row.id === ''
              ? []
              : [
                  button(words.editTags, () =>
                    api.postMessage({ kind: 'editTags', annotations: [{ path: row.path, id: row.id }] }),
                  ),
                ]),
            more,
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
    ...[words.file, words.date, words.speaker, groupingLabel('role'), groupingLabel('outlet'), words.before],
    ...[words.passage, words.behind, words.tags, words.question, words.note, words.state],
  ],
  cells: rows.map(({ path, date, speaker, role, outlet, before, text, behind, tags, question, note, state }) => [
    ...[fileOf(path), date, speaker, role, outlet, before, text, behind, tags.join('; '), question, note],
    words.values[state] ?? '',
  ]),
});
