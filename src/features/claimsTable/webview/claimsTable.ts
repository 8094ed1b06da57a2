import {
  FilterModule,
  FormatModule,
  InteractionModule,
  ResizeColumnsModule,
  ResizeTableModule,
  type RowComponent,
  SortModule,
  Tabulator,
} from 'tabulator-tables';
import type { ShowRows, TableMessage, TableRow, TableWords } from '../messages';
import { GridFocus } from './gridFocus';

declare const WORDS: TableWords;
declare function acquireVsCodeApi(): { postMessage(message: TableMessage): void };

const api = acquireVsCodeApi();
const filter = document.querySelector<HTMLInputElement>('#filter')!;
const count = document.querySelector<HTMLElement>('#count')!;
const grid = document.querySelector<HTMLElement>('#table')!;
const empty = document.querySelector<HTMLElement>('#empty')!;
filter.placeholder = WORDS.filter;
filter.setAttribute('aria-label', WORDS.filter);

Tabulator.registerModule([
  ...[FilterModule, FormatModule, InteractionModule, ResizeColumnsModule, ResizeTableModule, SortModule],
]);

type Field = keyof TableRow;

const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
/** Columns of one width: what the first five take leaves them all in sight in half of a window. */
const WIDTHS: Partial<Record<Field, number>> = {
  words: 120,
  value: 120,
  unit: 90,
  kind: 100,
  hedge: 105,
  direction: 120,
};
/** Columns that share the room that is left, and what they take at least. */
const MINIMA: Partial<Record<Field, number>> = { indicator: 160, speaker: 100, period: 90, file: 140, outlet: 110 };
const GROW: Partial<Record<Field, number>> = { indicator: 3 };
/** Columns whose codes are shown in words. */
const CODED = new Set<string>(['kind', 'hedge', 'direction', 'modality']);
const FIELDS = Object.keys(WORDS.columns) as Field[];

const wordsOf = (column: Field, row: TableRow): string => {
  const value = row[column];
  if (column === 'value') return NUMBERS.format(row.value);
  return CODED.has(column) ? (WORDS.values[String(value)] ?? String(value)) : String(value);
};
const dataOf = (row: RowComponent): TableRow => row.getData() as TableRow;

const columns = FIELDS.map((field) => ({
  field,
  title: WORDS.columns[field as keyof TableWords['columns']]!,
  ...(WIDTHS[field] ? { width: WIDTHS[field] } : {}),
  minWidth: WIDTHS[field] ? 60 : (MINIMA[field] ?? 95),
  widthGrow: GROW[field] ?? 1,
  hozAlign: field === 'value' ? ('right' as const) : ('left' as const),
  headerHozAlign: field === 'value' ? ('right' as const) : ('left' as const),
  sorter: field === 'value' ? ('number' as const) : ('string' as const),
  formatter: (cell: { getRow(): RowComponent }) => {
    const span = document.createElement('span');
    span.textContent = wordsOf(field, dataOf(cell.getRow()));
    span.title = span.textContent;
    return span;
  },
}));

/** Shapes, which tell the sorted column also where its colour is that of the others. */
const SORTED = { asc: '▲', desc: '▼', none: '△' };

const table = new Tabulator(grid, {
  height: '100%',
  layout: 'fitColumns',
  index: 'id',
  headerSortElement: (_column, direction) => SORTED[direction],
  rowFormatter: (row) => {
    const { words, indicator, speaker, reference } = dataOf(row);
    const element = row.getElement();
    element.setAttribute('aria-label', [words, indicator, speaker].filter(Boolean).join(', '));
    // the editor's own menu shows the commands that the manifest names for this section
    const context = { webviewSection: 'claim', preventDefaultContextMenuItems: true, ...reference };
    element.dataset.vscodeContext = JSON.stringify(context);
    focus.dress(row);
  },
  columns: columns as never,
});
const focus = new GridFocus(table, grid, (row, leave) =>
  api.postMessage({ kind: 'reveal', id: dataOf(row).id, focus: leave }),
);

let built = false;
let pending: ShowRows | undefined;
let shown = '';

async function show(message: ShowRows): Promise<void> {
  const { rows, withFiles, label } = message;
  grid.setAttribute('aria-label', label);
  // whatever happens in the text may change rows, and seldom does: a table that is built anew is read out anew
  const key = JSON.stringify(message);
  if (key === shown) return;
  shown = key;
  await table.replaceData(rows as TableRow[]);
  for (const field of FIELDS) {
    const hasWords = rows.length === 0 || rows.some((row) => wordsOf(field, row) !== '');
    const isUsed = hasWords && (field !== 'file' || withFiles);
    if (isUsed) table.showColumn(field);
    else table.hideColumn(field);
  }
  table.redraw();
}

function applyFilter(): void {
  const sought = filter.value.toLowerCase().split(/\s+/u).filter(Boolean);
  if (sought.length === 0) table.clearFilter(true);
  else {
    table.setFilter((row: TableRow) => {
      const words = FIELDS.map((field) => wordsOf(field, row))
        .join('\t')
        .toLowerCase();
      return sought.every((part) => words.includes(part));
    });
  }
}

function showCount(matching: number): void {
  count.textContent = WORDS.count.replace('{0}', () => NUMBERS.format(matching));
  const all = table.getDataCount();
  const words = all === 0 ? WORDS.none : WORDS.noMatch.replace('{1}', NUMBERS.format(all));
  empty.textContent = matching > 0 ? '' : words.replace('{0}', () => filter.value.trim());
}

table.on('tableBuilt', () => {
  built = true;
  focus.begin();
  if (pending) void show(pending);
});
table.on('rowClick', (_event, row) => {
  focus.make(row);
  api.postMessage({ kind: 'reveal', id: dataOf(row).id, focus: false });
});
// a width that somebody chose stays
table.on('columnResized', (column) => {
  column.getDefinition().width = column.getWidth();
});
table.on('dataFiltered', (_filters, rows) => showCount(rows.length));
table.on('dataProcessed', () => showCount(table.getDataCount('active')));
filter.addEventListener('input', applyFilter);
filter.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    filter.value = '';
    applyFilter();
  } else if (event.key === 'ArrowDown') {
    event.preventDefault();
    focus.enter();
  }
});
window.addEventListener('message', ({ data }: MessageEvent<ShowRows>) => {
  if (data.kind !== 'rows') return;
  if (built) void show(data);
  else pending = data;
});
api.postMessage({ kind: 'ready' });
