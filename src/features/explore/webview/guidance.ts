import type { Query } from '../../../core/query/query';
import { type Choice, MODES, type Mode } from '../messages';
import { button, element, fill } from './dom';
import { known, words } from './page';

/** What the panel answers, as long as nothing was asked. */
export const startHints = (onPick: (mode: Mode) => void): HTMLElement =>
  element(
    'section',
    { class: 'hints' },
    element('p', {}, words.start),
    element(
      'ul',
      {},
      ...MODES.map((mode) =>
        element(
          'li',
          {},
          button(words.modes[mode], () => onPick(mode), { class: 'link' }),
          ` — ${words.hints[mode]}`,
        ),
      ),
    ),
  );

/** So many names are offered for one that nobody has. */
const OFFERED = 8;

/** What could be asked instead: other places to look, and names that hold what was typed. */
export function nothingFound({ mode, query }: Choice, onPick: (picked: Partial<Choice>) => void): HTMLElement {
  const made = element('div', { class: 'nothing' });
  const { find = 'passages' } = query;
  const { find: _, ...rest } = query;
  if (mode === 'passages' && find !== 'words' && query.words?.length)
    made.append(button(words.byWords, () => onPick({ mode: 'concordance', query: rest })));
  if (mode === 'passages' && find === 'passages' && !query.tags && Object.keys(rest).length > 0)
    made.append(button(words.byTurns, () => onPick({ query: { ...rest, find: 'turns' } })));
  for (const key of ['speaker', 'slogan', 'tags'] as const) made.append(...meantNames(query, key, onPick));
  return made;
}

function meantNames(
  query: Query,
  key: 'speaker' | 'slogan' | 'tags',
  onPick: (picked: Partial<Choice>) => void,
): HTMLElement[] {
  const typed = (key === 'tags' ? query.tags?.any : query[key]) ?? [];
  return typed.flatMap((word) => {
    const names = known.names[key];
    const meant = names.includes(word) ? [] : names.filter((name) => name.includes(word)).slice(0, OFFERED);
    if (meant.length === 0) return [];
    const choose = (name: string) => {
      const list = typed.map((one) => (one === word ? name : one));
      onPick({ query: key === 'tags' ? { ...query, tags: { ...query.tags, any: list } } : { ...query, [key]: list } });
    };
    const buttons = meant.map((name) => button(name, () => choose(name)));
    return [element('p', {}, fill(words.isMeant, word), ...buttons)];
  });
}
