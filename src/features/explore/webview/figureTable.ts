import {
  FilterModule,
  FormatModule,
  InteractionModule,
  MoveColumnsModule,
  PersistenceModule,
  ResizeColumnsModule,
  ResizeTableModule,
  type RowComponent,
  SortModule,
  Tabulator,
} from 'tabulator-tables';
import type { ContextRow, FigureColumn, TableLayout } from '../messages';
import { element, fill } from './dom';
import { GridFocus } from './gridFocus';
import { api, collate, fileOf, known, openPlace, type Shown, words } from './page';

Tabulator.registerModule([
  ...[FilterModule, FormatModule, InteractionModule, MoveColumnsModule, PersistenceModule],
  ...[ResizeColumnsModule, ResizeTableModule, SortModule],
]);

/** A figure with its place in the answer. */
type TableRow = ContextRow & { readonly index: number };

const EXACT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
/** In 万 and 亿, as the texts have it. */
const SHORT = new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 4 });

/** Columns of one width: what the first five take leaves them all in sight in half of a window. */
const WIDTHS: Partial<Record<FigureColumn, number>> = {
  ...{ text: 120, value: 100, upper: 100, unit: 80, kind: 100, hedge: 105, direction: 120, date: 100 },
};
/** Columns that share the room that is left, and what they take at least. */
const MINIMA: Partial<Record<FigureColumn, number>> = {
  ...{ indicator: 150, speaker: 100, period: 90, file: 140, outlet: 110, sentence: 260 },
};
const GROW: Partial<Record<FigureColumn, number>> = { indicator: 3, sentence: 4 };
/** Shown only where a person wants it, and only where there are several transcripts. */
const EXTRA: ReadonlySet<FigureColumn> = new Set(['upper', 'basis', 'tags']);
const OF_SEVERAL: ReadonlySet<FigureColumn> = new Set(['file', 'date']);
const FIELDS = Object.keys(words.columns) as FigureColumn[];

/** Shapes, which tell the sorted column also where its colour is that of the others. */
const SORTED = { asc: '▲', desc: '▼', none: '△' };

/** `8–10`, or the one number that it is. */
const range = ({ value, upper }: NonNullable<ContextRow['figure']>, format: Intl.NumberFormat): string =>
  [value, ...(upper === null ? [] : [upper])].map((bound) => format.format(bound)).join('–');

const dataOf = (row: RowComponent): TableRow => row.getData() as TableRow;

/** What a cell says in full. */
function wordsOf(column: FigureColumn, row: ContextRow): string {
  const { figure } = row;
  switch (column) {
    case 'value':
      return figure ? range(figure, EXACT) : '';
    case 'upper':
      return figure?.upper == null ? '' : EXACT.format(figure.upper);
    case 'file':
      return fileOf(row.path);
    case 'tags':
      return row.tags.join('; ');
    case 'text':
    case 'speaker':
    case 'outlet':
    case 'date':
    case 'sentence':
      return row[column];
    case 'kind':
    case 'hedge':
    case 'direction':
    case 'modality':
      return words.codes[column][figure?.[column] ?? ''] ?? '';
    default:
      return figure?.[column] ?? '';
  }
}

/** Figures as a table that sorts and filters, whose rows lead to the text. */
export class FigureTable {
  readonly element = element('div', { class: 'figures' });
  private readonly filter = element('input', { id: 'filter', type: 'search', 'aria-label': words.filter });
  private readonly count = element('span', { id: 'count', role: 'status' });
  private readonly empty = element('p', { id: 'empty', role: 'status' });
  private readonly grid = element('div', { id: 'table' });
  private readonly choosers = new Map<FigureColumn, HTMLInputElement>();
  private readonly table: Tabulator;
  private readonly focus: GridFocus;
  private isBuilt = false;
  private rows: readonly ContextRow[] = [];
  private shownRows = '';

  constructor(private layout: TableLayout) {
    this.filter.placeholder = words.filter;
    const choices = element('div', {}, ...FIELDS.map((field) => this.chooser(field)));
    const choose = element('details', { class: 'columns' }, element('summary', {}, words.chooseColumns), choices);
    this.element.append(
      element('p', { id: 'filters' }, this.filter, this.count, choose),
      element('div', { class: 'grid' }, this.grid, this.empty),
    );
    this.table = this.build();
    this.focus = new GridFocus(this.table, this.grid, (row, leave) => openPlace(dataOf(row), leave ? 'go' : 'open'));
    this.listen();
  }

  /** Shows other rows; those that are shown already are not read out anew. */
  show(rows: readonly ContextRow[]): void {
    this.rows = rows;
    if (this.isBuilt) void this.fill();
  }

  /** What matches the filter, in the order that is seen, with numbers in full; both bounds of ranges. */
  shown(): Shown {
    const rows = this.table.getRows('active').map(dataOf);
    const hasRange = rows.some(({ figure }) => figure?.upper != null);
    const isChosen = (field: FigureColumn) => this.choosers.get(field)!.checked;
    // in the order in which a person has put them
    const columns = this.table.getColumns().map((column) => column.getField() as FigureColumn);
    const fields = columns.filter((field) => isChosen(field) || (field === 'upper' && hasRange && isChosen('value')));
    return {
      header: fields.map((field) => words.columns[field]),
      cells: rows.map((row) => fields.map((field) => exported(field, row))),
    };
  }

  destroy(): void {
    this.table.destroy();
  }

  private async fill(): Promise<void> {
    this.grid.setAttribute('aria-label', known.label);
    const key = JSON.stringify([known.label, this.rows]);
    if (key === this.shownRows) return;
    this.shownRows = key;
    await this.table.replaceData(this.rows.map((row, index): TableRow => ({ ...row, index })));
    this.showColumns();
  }

  private build(): Tabulator {
    return new Tabulator(this.grid, {
      height: '100%',
      layout: 'fitColumns',
      index: 'index',
      movableColumns: true,
      headerSortElement: (_column, direction) => SORTED[direction],
      persistence: { sort: true, columns: ['width'] },
      persistenceReaderFunc: (_id: string, type: string) => this.layout.kept?.[type] ?? false,
      persistenceWriterFunc: (_id: string, type: string, data: unknown) =>
        this.keep({ kept: { ...this.layout.kept, [type]: data } }),
      rowFormatter: (row) => {
        const data = dataOf(row);
        const { text, speaker, figure, path, line, column } = data;
        const made = row.getElement();
        made.setAttribute('aria-label', [text, figure?.indicator, speaker].filter(Boolean).join(', '));
        // the editor's own menu shows the commands that the manifest names for this section
        const [at, from] = [(line ?? 1) - 1, (column ?? 1) - 1];
        const reference = { kind: 'claim', uri: path, range: [at, from, at, from + text.length] };
        const context = { webviewSection: 'claim', preventDefaultContextMenuItems: true, ...reference };
        made.dataset.vscodeContext = JSON.stringify(context);
        this.focus.dress(row);
      },
      columns: FIELDS.map(columnOf) as never,
    });
  }

  private listen(): void {
    const { table, filter } = this;
    table.on('tableBuilt', () => {
      this.isBuilt = true;
      this.focus.begin();
      void this.fill();
    });
    table.on('rowClick', (_event, row) => {
      this.focus.make(row);
      openPlace(dataOf(row));
    });
    // a width that somebody chose stays
    table.on('columnResized', (column) => {
      column.getDefinition().width = column.getWidth();
    });
    table.on('dataFiltered', (_filters, rows) => this.showCount(rows.length));
    table.on('dataProcessed', () => this.showCount(table.getDataCount('active')));
    filter.addEventListener('input', () => this.applyFilter());
    filter.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        filter.value = '';
        this.applyFilter();
      } else if (event.key === 'ArrowDown') {
        event.preventDefault();
        this.focus.enter();
      }
    });
  }

  private chooser(field: FigureColumn): HTMLElement {
    const box = element('input', { type: 'checkbox', id: `column-${field}` });
    box.addEventListener('change', () => {
      this.keep({ columns: { ...this.layout.columns, [field]: box.checked } });
      this.showColumns();
    });
    this.choosers.set(field, box);
    return element('label', { for: box.id }, box, words.columns[field]);
  }

  private keep(change: TableLayout): void {
    this.layout = { ...this.layout, ...change };
    api.postMessage({ kind: 'layout', layout: this.layout });
  }

  /** Columns that say something, unless a person has chosen otherwise. */
  private showColumns(): void {
    const { rows, layout } = this;
    const isSeveral = new Set(rows.map(({ path }) => path)).size > 1;
    for (const field of FIELDS) {
      const says = rows.length === 0 || rows.some((row) => wordsOf(field, row) !== '');
      const isWanted = says && !EXTRA.has(field) && (isSeveral || !OF_SEVERAL.has(field));
      const isShown = layout.columns?.[field] ?? isWanted;
      this.choosers.get(field)!.checked = isShown;
      if (isShown) this.table.showColumn(field);
      else this.table.hideColumn(field);
    }
    this.table.redraw();
  }

  private applyFilter(): void {
    const sought = this.filter.value.toLowerCase().split(/\s+/u).filter(Boolean);
    if (sought.length === 0) {
      this.table.clearFilter(true);
      return;
    }
    this.table.setFilter((row: TableRow) => {
      const all = FIELDS.map((field) => wordsOf(field, row))
        .join('\t')
        .toLowerCase();
      return sought.every((part) => all.includes(part));
    });
  }

  private showCount(matching: number): void {
    this.count.textContent = fill(words.countFigures, EXACT.format(matching));
    const all = this.table.getDataCount();
    const message = all === 0 ? words.noFigures : fill(words.noMatch, this.filter.value.trim(), EXACT.format(all));
    this.empty.textContent = matching > 0 ? '' : message;
  }
}

/** As spreadsheets want it: numbers without marks between digits. */
const exported = (field: FigureColumn, row: ContextRow): string =>
  field === 'value' || field === 'upper' ? String(row.figure?.[field] ?? '') : wordsOf(field, row);

function columnOf(field: FigureColumn): object {
  const isNumber = field === 'value' || field === 'upper';
  const align = isNumber ? 'right' : 'left';
  return {
    field,
    title: words.columns[field],
    ...(WIDTHS[field] ? { width: WIDTHS[field] } : {}),
    minWidth: WIDTHS[field] ? 60 : (MINIMA[field] ?? 95),
    widthGrow: GROW[field] ?? 1,
    ...{ hozAlign: align, headerHozAlign: align },
    sorter: (_a: unknown, _b: unknown, a: RowComponent, b: RowComponent) => compareRows(field, dataOf(a), dataOf(b)),
    formatter: (cell: { getRow(): RowComponent }) => {
      const row = dataOf(cell.getRow());
      const full = wordsOf(field, row);
      return element('span', { title: full }, field === 'value' && row.figure ? range(row.figure, SHORT) : full);
    },
  };
}

/** Values of one unit stand together: 3亿吨 is not less than 40%. */
function compareRows(field: FigureColumn, a: ContextRow, b: ContextRow): number {
  if (field !== 'value') return collate(wordsOf(field, a), wordsOf(field, b));
  return collate(a.figure?.unit ?? '', b.figure?.unit ?? '') || (a.figure?.value ?? 0) - (b.figure?.value ?? 0);
}
