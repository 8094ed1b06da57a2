import type { RowComponent, Tabulator } from 'tabulator-tables';

const CURRENT = 'current';

/**
 * The keyboard in the table, which Tabulator leaves to others: two stops of the Tab key, a header and a row. Left and
 * Right go from header to header, Enter and Space sort; Up, Down, Page Up, Page Down, Home and End go from row to row
 * and show it, Enter goes to the text, Shift+F10 and the Menu key open the menu of the row. Tabulator keeps in the page
 * only those rows that are in sight, so the current one is known by its index, not by its element.
 */
export class GridFocus {
  private index: number | undefined;
  private header: HTMLElement | undefined;
  /** Whether the focus was last in a row: it goes back there when the row is drawn anew or the window comes back. */
  private inRows = true;
  private menuKeyIsDown = false;

  constructor(
    private readonly table: Tabulator,
    private readonly grid: HTMLElement,
    /** Shows the place of the row; with `leave`, goes there. */
    private readonly reveal: (row: RowComponent, leave: boolean) => void,
  ) {}

  /** To be called once the table is built. */
  begin(): void {
    const { table, grid } = this;
    for (const column of table.getColumns()) {
      column.getElement().tabIndex = -1;
      column.getElement().addEventListener('keydown', (event) => this.onHeaderKey(event));
    }
    table.on('columnVisibilityChanged', () => this.markHeader());
    table.on('renderComplete', () => this.onDrawn());
    table.on('scrollVertical', () => this.markRows());
    this.holder.addEventListener('focus', () => this.focusRow());
    document.addEventListener('focusin', ({ target }) => {
      this.inRows = target instanceof HTMLElement && target.closest('.tabulator-row') !== null;
      const header = target instanceof HTMLElement && target.closest<HTMLElement>('.tabulator-col');
      if (header) this.markHeader(header);
    });
    // rows that are scrolled out of sight lose the focus to the page
    document.addEventListener('keydown', (event) => this.onRowKey(event));
    document.addEventListener('keyup', (event) => this.onKeyUp(event));
    window.addEventListener('focus', () => this.restore());
    grid.setAttribute('aria-multiselectable', 'false');
    this.markHeader();
    this.onDrawn();
  }

  /** Sets what tells whether `row` is the current one. */
  dress(row: RowComponent): void {
    const element = row.getElement();
    const isCurrent = row.getIndex() === this.index;
    element.tabIndex = isCurrent ? 0 : -1;
    element.classList.toggle(CURRENT, isCurrent);
    element.setAttribute('aria-selected', String(isCurrent));
  }

  make(row: RowComponent): void {
    const before = this.current();
    this.index = row.getIndex();
    if (before) this.dress(before);
    this.dress(row);
    this.markRows();
  }

  /** Goes to the current row, from outside. */
  enter(): void {
    const row = this.focusRow();
    if (row) this.reveal(row, false);
  }

  private get holder(): HTMLElement {
    return this.grid.querySelector<HTMLElement>('.tabulator-tableholder')!;
  }

  private rows(): RowComponent[] {
    return this.table.getRows('active');
  }

  private current(): RowComponent | undefined {
    return this.rows().find((row) => row.getIndex() === this.index);
  }

  private focusRow(row = this.current()): RowComponent | undefined {
    if (!row) return undefined;
    this.make(row);
    void this.table.scrollToRow(row, 'nearest', false);
    row.getElement().focus({ preventScroll: true });
    return row;
  }

  private onDrawn(): void {
    const [first] = this.rows();
    if (first && !this.current()) this.make(first);
    this.grid.setAttribute('aria-rowcount', String(this.rows().length + 1));
    this.markRows();
    this.restore();
  }

  /** Numbers the rows that are drawn; while the current one is not, the table itself takes its place as a stop. */
  private markRows(): void {
    for (const row of this.table.getRows('visible')) {
      row.getElement().setAttribute('aria-rowindex', String(Number(row.getPosition()) + 1));
    }
    const isDrawn = this.current()?.getElement().isConnected ?? true;
    this.holder.tabIndex = isDrawn ? -1 : 0;
  }

  private restore(): void {
    if (this.inRows && document.hasFocus() && document.activeElement === document.body) this.focusRow();
  }

  private onRowKey(event: KeyboardEvent): void {
    const { target } = event;
    const isInRow = target === document.body || (target instanceof HTMLElement && target.closest('.tabulator-row'));
    if (!isInRow || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = this.current();
    if (!row) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) this.menuKeyIsDown = true;
    else if (event.shiftKey) return;
    else if (event.key === 'Enter' || event.key === ' ') this.reveal(row, event.key === 'Enter');
    else {
      const next = this.rowAt(event.key, row);
      if (!next) return;
      this.focusRow(next);
      if (next.getIndex() !== row.getIndex()) this.reveal(next, false);
    }
    event.preventDefault();
  }

  private rowAt(key: string, row: RowComponent): RowComponent | undefined {
    const rows = this.rows();
    const at = rows.findIndex((other) => other.getIndex() === row.getIndex());
    const page = Math.max(1, Math.floor(this.holder.clientHeight / row.getElement().offsetHeight) - 1);
    const targets: Record<string, number> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      PageUp: at - page,
      PageDown: at + page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[key];
    return target === undefined ? undefined : rows[Math.min(Math.max(target, 0), rows.length - 1)];
  }

  /** The menu opens when its key is let go, as in the editor's lists: earlier, the key would act on the menu as well. */
  private onKeyUp(event: KeyboardEvent): void {
    if (!this.menuKeyIsDown || (event.key !== 'ContextMenu' && event.key !== 'F10')) return;
    this.menuKeyIsDown = false;
    event.preventDefault();
    const element = this.focusRow()?.getElement();
    if (!element) return;
    const { left } = this.grid.getBoundingClientRect();
    const { bottom } = element.getBoundingClientRect();
    const at = { clientX: left + 12, clientY: bottom };
    element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }));
  }

  private onHeaderKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const columns = this.table.getColumns().filter((column) => column.isVisible());
    const at = columns.findIndex((column) => column.getElement() === event.currentTarget);
    const targets: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: columns.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      const column = columns[Math.min(Math.max(target, 0), columns.length - 1)]!;
      void this.table.scrollToColumn(column, 'center', false);
      column.getElement().focus({ preventScroll: true });
    } else if (event.key === 'Enter' || event.key === ' ') columns[at]?.getElement().click();
    else if (event.key === 'ArrowDown') this.enter();
    else return;
    event.preventDefault();
  }

  /** One header is a stop of the Tab key: that which had the focus last, else the first. */
  private markHeader(header = this.header): void {
    const visible = this.table.getColumns().filter((column) => column.isVisible());
    const elements = visible.map((column) => column.getElement());
    this.header = header && elements.includes(header) ? header : elements[0];
    for (const column of this.table.getColumns()) {
      const element = column.getElement();
      element.tabIndex = element === this.header ? 0 : -1;
    }
  }
}
