const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ...{ ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] },
};

/** The keyboard in a table of buttons: one stop of the Tab key, and arrow keys, which go past empty cells. */
export function cellFocus(table: HTMLTableElement): void {
  const buttonAt = (row: number, column: number) => table.rows[row]?.cells[column]?.querySelector('button');
  let stop = table.tBodies[0]?.querySelector('button');
  if (stop) stop.tabIndex = 0;
  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    if (stop) stop.tabIndex = -1;
    stop = target;
    stop.tabIndex = 0;
  });
  table.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const cell = event.target instanceof Element ? event.target.closest('td') : null;
    if (!step || !cell || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    let [row, column] = [(cell.parentElement as HTMLTableRowElement).rowIndex, cell.cellIndex];
    do {
      row += step[0];
      column += step[1];
    } while (table.rows[row]?.cells[column] && !buttonAt(row, column));
    buttonAt(row, column)?.focus();
  });
}
