import type { Span } from '../text/span';

/*
 * Items that repeat the words of the formula itself, wherever they stand near it: 源、网、荷、储 of “源网荷储”; 一是联网，…
 * 二是补网，… of “联网、补网”; 断路、断电、断网 of “三断”.
 */

const REACH = 400;
const ENUMERATORS = ['一是', '二是', '三是', '四是', '五是', '六是'];

/** Items named by a phrase of three or more words or single characters. */
export function readNamedParts(text: string, mention: Span, name: string): Span[] | undefined {
  const parts = name.split(name.includes('、') ? '、' : '');
  if (parts.length < 3 || parts.length > ENUMERATORS.length) return undefined;
  const { from, window } = around(text, mention);
  if (name.includes('、')) return counted(window, from, parts);
  return counted(window, from, parts) ?? listed(window, from, parts) ?? withNoun(text, mention.end, parts);
}

function counted(window: string, from: number, parts: readonly string[]): Span[] | undefined {
  const items: Span[] = [];
  let next = 0;
  for (const [index, part] of parts.entries()) {
    const at = window.indexOf(`${ENUMERATORS[index]}${part}`, next);
    if (at < 0) return undefined;
    const start = from + at + ENUMERATORS[index]!.length;
    items.push({ start, end: start + part.length });
    next = at + 1;
  }
  return items;
}

function listed(window: string, from: number, parts: readonly string[]): Span[] | undefined {
  const at = window.indexOf(parts.join('、'));
  if (at < 0) return undefined;
  let start = from + at;
  return parts.map((part) => {
    const item = { start, end: start + part.length };
    start = item.end + 1;
    return item;
  });
}

/** 严大快同 explained as 严保护，…；大保护，…: each character begins a clause, with the same noun behind it. */
function withNoun(text: string, at: number, parts: readonly string[]): Span[] | undefined {
  const window = text.slice(at, at + REACH);
  const begins = (index: number) => index >= 0 && /[。；，：、“\n是叫个]/u.test(window[index - 1] ?? '');
  const first = [...window.matchAll(new RegExp(`${parts[0]}(?=\\p{Script=Han}{2})`, 'gu'))].find(({ index }) =>
    begins(index),
  );
  if (!first) return undefined;
  for (const length of [2, 3]) {
    const noun = window.slice(first.index + 1, first.index + 1 + length);
    const items: Span[] = [];
    let next = first.index;
    for (const part of parts) {
      const index = window.indexOf(`${part}${noun}`, next);
      if (!begins(index)) break;
      items.push({ start: at + index, end: at + index + 1 + length });
      next = index + 1;
    }
    if (items.length === parts.length) return items;
  }
  return undefined;
}

/** Items that share the character that the formula counts: 断路、断电、断网 of 三断. */
export function readSharedCharacter(text: string, mention: Span, name: string, count: number): Span[] | undefined {
  const shared = name.at(-1)!;
  if (name.length !== 2 || count < 3 || !/\p{Script=Han}/u.test(shared)) return undefined;
  const { from, window } = around(text, mention);
  // seldom, and quicker to see than to look for the list
  if (window.split(shared).length <= count) return undefined;
  for (const item of [`${shared}\\p{Script=Han}`, `\\p{Script=Han}${shared}`]) {
    const list = new RegExp(`(?<!、)${item}(?:、${item}){${count - 1}}(?!\\p{Script=Han}?、)`, 'u').exec(window);
    if (!list) continue;
    return Array.from({ length: count }, (_, index) => {
      const start = from + list.index + index * 3;
      return { start, end: start + 2 };
    });
  }
  return undefined;
}

function around(text: string, { start, end }: Span): { from: number; window: string } {
  const from = Math.max(0, start - REACH);
  return { from, window: text.slice(from, end + REACH) };
}
