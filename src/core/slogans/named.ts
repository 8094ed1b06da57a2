import { isAmong } from '../text/characters';
import type { Span } from '../text/span';

/*
 * Items that repeat the words of the formula itself, wherever they stand near it: 源、网、荷、储 of “源网荷储”; 一是联网，…
 * 二是补网，… of “联网、补网”; 断路、断电、断网 of “三断”.
 */

const REACH = 400;
const HAN = /\p{Script=Han}/u;
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
  const begins = (index: number) => index >= 0 && isAmong('。；，：、“\n是叫个', window.charCodeAt(index - 1));
  let first = window.indexOf(parts[0]!);
  while (first >= 0 && !(begins(first) && /^\p{Script=Han}{2}/u.test(window.slice(first + parts[0]!.length))))
    first = window.indexOf(parts[0]!, first + 1);
  if (first < 0) return undefined;
  for (const length of [2, 3]) {
    const noun = window.slice(first + 1, first + 1 + length);
    const items: Span[] = [];
    let next = first;
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
  if (name.length !== 2 || count < 3 || !HAN.test(shared)) return undefined;
  const { from, window } = around(text, mention);
  for (const place of [0, 1]) {
    const isItem = (at: number) => window[at + place] === shared && HAN.test(window[at + 1 - place] ?? '');
    for (let found = window.indexOf(shared, place); found >= 0; found = window.indexOf(shared, found + 1)) {
      const start = found - place;
      const starts = Array.from({ length: count }, (_, index) => start + index * 3);
      const end = starts.at(-1)! + 2;
      if (starts.some((at) => (window[at - 1] === '、' ? at === start : at !== start)) || !starts.every(isItem))
        continue;
      // one more item, or the beginning of one
      if (window[end] === '、' || (window[end + 1] === '、' && HAN.test(window[end]!))) continue;
      return starts.map((at) => ({ start: from + at, end: from + at + 2 }));
    }
  }
  return undefined;
}

function around(text: string, { start, end }: Span): { from: number; window: string } {
  const from = Math.max(0, start - REACH);
  return { from, window: text.slice(from, end + REACH) };
}
