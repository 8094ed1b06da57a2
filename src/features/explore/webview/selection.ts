import type { ContextRow } from '../messages';
import { button, element, fill } from './dom';
import { api, cited, placedWords, words } from './page';

/** Passages that are ticked, and what can be done with all of them at once. */
export class Selection {
  readonly element = element('p', { class: 'selection', hidden: '' });
  private readonly ticked = new Set<ContextRow>();
  private readonly boxes = new Map<ContextRow, HTMLInputElement>();
  private readonly count = element('span', { role: 'status' });
  private readonly actions: readonly HTMLButtonElement[];
  /** From here on all are ticked by a click with Shift. */
  private last: ContextRow | undefined;

  constructor(private readonly rows: () => readonly ContextRow[]) {
    const annotations = () => this.chosen().flatMap(({ path, id }) => (id === '' ? [] : [{ path, id }]));
    this.actions = [
      button(words.tagPassage, () => api.postMessage({ kind: 'tagPlaces', places: this.chosen().map(placedWords) })),
      button(words.editTags, () => api.postMessage({ kind: 'editTags', annotations: annotations() })),
      button(words.copy, () => api.postMessage({ kind: 'copy', rows: this.chosen().map(cited) })),
    ];
    const all = button(words.selectAll, () => {
      const isAll = this.ticked.size === this.rows().length;
      for (const row of this.rows()) this.tick(row, !isAll);
      this.update();
    });
    this.element.append(all, this.count, ...this.actions);
  }

  /** The box that ticks a row. */
  box(row: ContextRow): HTMLElement {
    const box = element('input', { type: 'checkbox', 'aria-label': words.select });
    box.checked = this.ticked.has(row);
    box.addEventListener('click', ({ shiftKey }) => {
      const [from, to] = [this.last ?? row, row].map((one) => this.rows().indexOf(one)).sort((a, b) => a - b);
      const meant = shiftKey ? this.rows().slice(from, to! + 1) : [row];
      for (const one of meant) this.tick(one, box.checked);
      this.last = row;
      this.update();
    });
    this.boxes.set(row, box);
    return box;
  }

  private tick(row: ContextRow, isTicked: boolean): void {
    if (isTicked) this.ticked.add(row);
    else this.ticked.delete(row);
    const box = this.boxes.get(row);
    if (box) box.checked = isTicked;
  }

  /** In the order in which they stand. */
  private chosen(): ContextRow[] {
    return this.rows().filter((row) => this.ticked.has(row));
  }

  update(): void {
    this.element.hidden = this.rows().length === 0;
    this.count.textContent = this.ticked.size > 0 ? fill(words.selected, this.ticked.size) : '';
    for (const action of this.actions) action.hidden = this.ticked.size === 0;
    this.actions[1]!.disabled = [...this.ticked].every(({ id }) => id === '');
  }
}
