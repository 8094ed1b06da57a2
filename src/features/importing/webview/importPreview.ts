import type { PreviewMessage, PreviewRow, PreviewWords, ShowPreview } from '../messages';

declare const WORDS: PreviewWords;
declare function acquireVsCodeApi(): { postMessage(message: PreviewMessage): void };

const editor = acquireVsCodeApi();
const bar = document.getElementById('bar')!;
const main = document.getElementById('rows')!;
let onlyLeftOut = false;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function show({ documents, shown, rows, remarks, place, confirm }: ShowPreview): void {
  const left = rows.filter(({ isLeftOut }) => isLeftOut).length;
  const kept = rows.filter(({ isLeftOut, text }) => !isLeftOut && text.trim() !== '').length;
  const count = WORDS.count.replace('{0}', String(kept)).replace('{1}', String(left));
  const choice = element(
    'select',
    { id: 'document', ariaLabel: WORDS.document },
    ...documents.map((name, index) => element('option', { value: String(index), selected: index === shown }, name)),
  );
  choice.onchange = () => editor.postMessage({ kind: 'choose', document: choice.selectedIndex });
  const filter = element('input', { type: 'checkbox', id: 'only', checked: onlyLeftOut });
  filter.onchange = () => {
    onlyLeftOut = filter.checked;
    fill(rows);
  };
  const button = element('button', { id: 'confirm' }, confirm);
  button.onclick = () => editor.postMessage({ kind: 'confirm' });
  bar.replaceChildren(
    ...(documents.length > 1 ? [choice] : [element('strong', {}, documents[0] ?? '')]),
    button,
    element('span', { id: 'place' }, place),
    element('span', { id: 'count', role: 'status' }, count),
    element('label', {}, filter, WORDS.onlyLeftOut),
    ...remarks.map((words) => element('p', { className: 'remark' }, words)),
  );
  fill(rows);
}

function fill(rows: readonly PreviewRow[]): void {
  const focused = document.activeElement?.getAttribute('data-row');
  const heading = element(
    'div',
    { className: 'row heading' },
    element('div', {}, WORDS.original),
    element('div', {}, WORDS.transcript),
  );
  const shown = rows.flatMap((row, index) => (onlyLeftOut && row.reason === undefined ? [] : [rowOf(row, index)]));
  main.replaceChildren(heading, ...shown);
  if (focused) document.querySelector<HTMLElement>(`button[data-row="${focused}"]`)?.focus();
}

function rowOf({ text, reason, isLeftOut }: PreviewRow, index: number): HTMLElement {
  const original = element('div', { className: 'original' }, text);
  const transcript = element('div', { className: 'transcript' }, isLeftOut ? '' : text);
  if (reason !== undefined) {
    original.append(element('span', { className: 'reason' }, reason));
    const button = element('button', { className: 'toggle' }, isLeftOut ? WORDS.takeBack : WORDS.leaveOut);
    button.dataset.row = String(index);
    button.setAttribute('aria-label', `${isLeftOut ? WORDS.takeBack : WORDS.leaveOut}: ${text}`);
    const toggle = () => editor.postMessage({ kind: 'toggle', row: index });
    button.onclick = toggle;
    original.onclick = toggle;
    transcript.append(button);
  }
  return element('div', { className: `row${isLeftOut ? ' left-out' : ''}` }, original, transcript);
}

window.addEventListener('message', ({ data }: MessageEvent<ShowPreview>) => show(data));
editor.postMessage({ kind: 'ready' });
