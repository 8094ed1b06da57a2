import {
  FilterModule,
  FormatModule,
  InteractionModule,
  ResizeColumnsModule,
  SelectRowModule,
  SortModule,
  Tabulator,
} from 'tabulator-tables';
import type { ShowRows, TableMessage, TableRow, TableWords } from '../messages';

declare const WORDS: TableWords;
declare function acquireVsCodeApi(): { postMessage(message: TableMessage): void };

const api = acquireVsCodeApi();
const filter = document.querySelector<HTMLInputElement>('#filter')!;
const count = document.querySelector<HTMLElement>('#count')!;
filter.placeholder = WORDS.filter;
filter.setAttribute('aria-label', WORDS.filter);

Tabulator.registerModule([
  ...[FilterModule, FormatModule, InteractionModule, ResizeColumnsModule, SelectRowModule, SortModule],
]);

const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
const WIDTHS: Partial<Record<keyof TableRow, number>> = {
  file: 150,
  words: 130,
  value: 130,
  unit: 80,
  indicator: 220,
  speaker: 110,
};
/** Columns whose codes are shown in words. */
const CODED = new Set<string>(['kind', 'hedge', 'direction', 'modality']);

const wordsOf = (column: string, row: TableRow): string => {
  const value = row[column as keyof TableRow];
  if (column === 'value') return NUMBERS.format(row.value);
  return CODED.has(column) ? (WORDS.values[String(value)] ?? String(value)) : String(value);
};

const columns = Object.entries(WORDS.columns).map(([field, title]) => ({
  field,
  title: title!,
  ...(WIDTHS[field as keyof TableRow] ? { width: WIDTHS[field as keyof TableRow] } : {}),
  minWidth: 60,
  hozAlign: field === 'value' ? ('right' as const) : ('left' as const),
  sorter: field === 'value' ? ('number' as const) : ('string' as const),
  formatter: (cell: { getRow(): { getData(): TableRow } }) => {
    const span = document.createElement('span');
    span.textContent = wordsOf(field, cell.getRow().getData());
    span.title = span.textContent;
    return span;
  },
}));

/** Shapes, which tell the sorted column also where its colour is that of the others. */
const SORTED = { asc: '▲', desc: '▼', none: '△' };

const table = new Tabulator('#table', {
  height: '100%',
  layout: 'fitDataStretch',
  index: 'id',
  placeholder: WORDS.empty,
  headerSortElement: (_column, direction) => SORTED[direction],
  selectableRows: 1,
  // the editor's own menu shows the commands that the manifest names for this section
  rowFormatter: (row) => {
    const { reference } = row.getData() as TableRow;
    const context = { webviewSection: 'claim', preventDefaultContextMenuItems: true, ...reference };
    row.getElement().dataset.vscodeContext = JSON.stringify(context);
  },
  columns: columns as never,
});

let built = false;
let pending: ShowRows | undefined;

async function show({ rows, withFiles }: ShowRows): Promise<void> {
  await table.replaceData(rows as TableRow[]);
  if (withFiles) table.showColumn('file');
  else table.hideColumn('file');
}

function applyFilter(): void {
  const sought = filter.value.toLowerCase().split(/\s+/u).filter(Boolean);
  const fields = Object.keys(WORDS.columns);
  if (sought.length === 0) table.clearFilter(true);
  else {
    table.setFilter((row: TableRow) => {
      const words = fields
        .map((field) => wordsOf(field, row))
        .join('\t')
        .toLowerCase();
      return sought.every((part) => words.includes(part));
    });
  }
}

/** Arrow keys go from row to row, as in the editor's own lists. */
function move(step: 1 | -1): void {
  const rows = table.getRows('active');
  const [selected] = table.getSelectedRows();
  const at = selected ? rows.findIndex((row) => row.getIndex() === selected.getIndex()) : step > 0 ? -1 : rows.length;
  const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  if (!next) return;
  table.deselectRow();
  next.select();
  void table.scrollToRow(next, 'nearest', false);
  api.postMessage({ kind: 'reveal', id: (next.getData() as TableRow).id });
}

table.on('tableBuilt', () => {
  built = true;
  if (pending) void show(pending);
});
table.on('rowClick', (_event, row) => api.postMessage({ kind: 'reveal', id: (row.getData() as TableRow).id }));
const showCount = (rows: number) => {
  count.textContent = WORDS.count.replace('{0}', NUMBERS.format(rows));
};
table.on('dataFiltered', (_filters, rows) => showCount(rows.length));
table.on('dataProcessed', () => showCount(table.getDataCount('active')));
filter.addEventListener('input', applyFilter);
document.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Escape' && document.activeElement === filter) {
    filter.value = '';
    applyFilter();
  }
});
window.addEventListener('message', ({ data }: MessageEvent<ShowRows>) => {
  if (data.kind !== 'rows') return;
  if (built) void show(data);
  else pending = data;
});
api.postMessage({ kind: 'ready' });
