type Child = Node | string | undefined;

/** An element with attributes (those that are undefined are left out) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function button(label: string, onPress: () => void, attributes: Readonly<Record<string, string>> = {}) {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', onPress);
  return made;
}

/** A table with a row of column headers, and a header in front of each row. */
export function table(
  caption: string,
  header: readonly (Node | string)[],
  rows: readonly (readonly (Node | string)[])[],
): HTMLTableElement {
  return element(
    'table',
    { 'aria-label': caption },
    element('thead', {}, element('tr', {}, ...header.map((title) => element('th', { scope: 'col' }, title)))),
    element('tbody', {}, ...tableRows(rows)),
  );
}

/** Rows of such a table. */
export const tableRows = (rows: readonly (readonly (Node | string)[])[]): HTMLTableRowElement[] =>
  rows.map(([first, ...cells]) =>
    element('tr', {}, element('th', { scope: 'row' }, first ?? ''), ...cells.map((cell) => element('td', {}, cell))),
  );

/** So many rows are put on the page at once. */
const PAGE = 200;

/** A table of `count` rows, of which more are shown as somebody wants them: `more` says how many there are. */
export function longTable(
  caption: string,
  header: readonly (Node | string)[],
  count: number,
  rowAt: (index: number) => readonly (Node | string)[],
  more: string,
): { readonly table: HTMLTableElement; readonly rest: HTMLButtonElement } {
  const rowsFrom = (from: number) =>
    Array.from({ length: Math.min(PAGE, count - from) }, (_, index) => rowAt(from + index));
  const made = table(caption, header, rowsFrom(0));
  const body = made.tBodies[0]!;
  const rest = button('', () => {
    const from = body.rows.length;
    body.append(...tableRows(rowsFrom(from)));
    tell();
    body.rows[from]?.querySelector('button')?.focus();
  });
  const tell = () => {
    const left = count - body.rows.length;
    rest.hidden = left === 0;
    rest.textContent = fill(more, left);
  };
  tell();
  return { table: made, rest };
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(name: string, attributes: Readonly<Record<string, string | number>>, ...children: readonly Node[]) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** `words` with its places filled in: `{0}`, `{1}`. */
export const fill = (words: string, ...values: readonly (string | number)[]): string =>
  words.replace(/\{(\d)\}/gu, (_, index: string) => String(values[Number(index)] ?? ''));
