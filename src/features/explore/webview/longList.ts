import type { ContextRow } from '../messages';
import { element } from './dom';

/** So many rows are put on the page together. */
const PART = 50;
/** So many parts stay on the page, wherever one has scrolled since. */
const KEPT = 100;
/** Rows are made when they are as near as this to what is seen. */
const NEAR = '1500px 0px';

/** Rows that stand together: on the page, or as high as they are or may be. */
interface Part {
  readonly element: HTMLElement;
  readonly from: number;
  count: number;
  isDrawn: boolean;
}

/** A list of any length: `make` is called for rows that one comes near to, and there is room for all others. */
export class LongList {
  readonly element = element('div', { class: 'rows', role: 'list' });
  /** Called when rows have come. */
  onAdd = (): void => {};
  private readonly watcher = new IntersectionObserver((seen) => this.take(seen), { root: document, rootMargin: NEAR });
  private readonly parts = new Map<Element, Part>();
  private readonly drawn = new Set<Part>();
  private last: Part | undefined;
  private all: ContextRow[] = [];

  constructor(
    private readonly make: (row: ContextRow) => HTMLLIElement,
    label: string,
    /** How high a row may be, in pixels. */
    private readonly rowHeight: number,
  ) {
    this.element.setAttribute('aria-label', label);
    this.element.addEventListener('keydown', (event) => this.onKey(event));
  }

  get rows(): readonly ContextRow[] {
    return this.all;
  }

  /** Takes rows into account that come behind those that are there. */
  add(rows: readonly ContextRow[]): void {
    for (const row of rows) {
      this.all.push(row);
      if (!this.last || this.last.count === PART) this.begin();
      this.last!.count++;
      if (this.last!.isDrawn) this.last!.element.append(this.item(this.all.length - 1));
    }
    for (const part of this.parts.values()) if (!part.isDrawn && part.element.style.height === '') this.keepRoom(part);
    if (this.last && !this.last.isDrawn) this.keepRoom(this.last);
    this.onAdd();
  }

  replace(rows: readonly ContextRow[]): void {
    this.watcher.disconnect();
    this.element.replaceChildren();
    this.parts.clear();
    this.drawn.clear();
    this.last = undefined;
    this.all = [];
    this.add(rows);
  }

  private begin(): void {
    const made = element('div', { class: 'part', role: 'presentation' });
    this.last = { element: made, from: this.all.length - 1, count: 0, isDrawn: false };
    this.parts.set(made, this.last);
    this.element.append(made);
    this.watcher.observe(made);
  }

  private keepRoom({ element: { style }, count }: Part): void {
    style.height = `${count * this.rowHeight}px`;
  }

  private take(seen: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      const part = this.parts.get(target);
      if (isIntersecting && part) this.draw(part);
    }
    const far = seen.flatMap(({ target, isIntersecting }) => (isIntersecting ? [] : (this.parts.get(target) ?? [])));
    const gone = far.filter(({ isDrawn }) => isDrawn).slice(0, Math.max(0, this.drawn.size - KEPT));
    // all are measured before any is changed
    const heights = gone.map((part) => part.element.offsetHeight);
    for (const [at, part] of gone.entries()) this.drop(part, heights[at]!);
  }

  private draw(part: Part): void {
    if (part.isDrawn) return;
    part.isDrawn = true;
    this.drawn.add(part);
    part.element.style.height = '';
    part.element.append(...Array.from({ length: part.count }, (_, at) => this.item(part.from + at)));
  }

  private drop(part: Part, height: number): void {
    part.element.style.height = `${height}px`;
    part.element.replaceChildren();
    part.isDrawn = false;
    this.drawn.delete(part);
  }

  /** Up and Down go from row to row. */
  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = event.target instanceof Element ? event.target.closest('[aria-posinset]') : null;
    if (step === 0 || !row || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const index = Number(row.getAttribute('aria-posinset')) - 1 + step;
    const part = [...this.parts.values()][Math.floor(index / PART)];
    if (index < 0 || !part) return;
    this.draw(part);
    part.element.children[index - part.from]?.querySelector('button')?.focus();
    event.preventDefault();
  }

  private item(index: number): HTMLLIElement {
    const made = this.make(this.all[index]!);
    made.setAttribute('role', 'listitem');
    made.setAttribute('aria-posinset', String(index + 1));
    // more may come
    made.setAttribute('aria-setsize', '-1');
    return made;
  }
}
