import type { WordKey } from '../messages';
import { button, element } from './dom';
import { words } from './page';

/** A button for each order, the present one pressed; at first it is that of the first. */
export function sortButtons<Sort extends WordKey>(
  sorts: readonly Sort[],
  onSort: (sort: Sort) => void,
  meanings: Partial<Record<Sort, string>> = {},
): HTMLElement {
  const made = sorts.map((sort, index) => {
    const title = meanings[sort];
    const one = button(
      words[sort],
      () => {
        for (const other of made) other.setAttribute('aria-pressed', String(other === one));
        onSort(sort);
      },
      { 'aria-pressed': String(index === 0), ...(title ? { title } : {}) },
    );
    return one;
  });
  return element('p', { class: 'sorts' }, `${words.sortBy}:`, ...made);
}
