import { characterWidth } from './characterWidth';
import type { PageItem } from './pageItem';

/** Words that stand on one line without a wide blank between them. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** The blank, in heights of letters, from which two pieces on one line are apart. */
const APART = 0.95;

/** The pieces of a page put together to runs of words, from top to bottom and left to right. */
export function pageSegments(items: readonly PageItem[]): Segment[] {
  return rowsOf(items.filter(({ text }) => text !== '')).flatMap(segmentsOf);
}

/** The size of most letters. */
export function bodySize(segments: readonly (readonly Segment[])[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of segments.flat()) {
    const key = Math.round(size * 4) / 4;
    weights.set(key, (weights.get(key) ?? 0) + text.length);
  }
  return [...weights].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, -1])[0];
}

/** Items that stand on the same line, raised and lowered ones (notes, exponents) with those beside them. */
function rowsOf(items: readonly PageItem[]): PageItem[][] {
  const rows: { y: number; size: number; items: PageItem[] }[] = [];
  const sized = [...items].sort((a, b) => a.y - b.y || a.x - b.x);
  for (const item of sized) {
    const row = rows.at(-1);
    if (row && item.y - row.y < 0.45 * Math.min(Math.max(row.size, 1), Math.max(item.size, 1)) + 0.5) {
      row.items.push(item);
      if (item.size > row.size) Object.assign(row, { size: item.size, y: Math.max(row.y, item.y) });
    } else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  return raise(rows).map((row) => row.items.sort((a, b) => a.x - b.x));
}

/** A row of small pieces only, just above a row that it fits into, is raised marks of that row. */
function raise<R extends { y: number; size: number; items: PageItem[] }>(rows: R[]): R[] {
  const kept: R[] = [];
  for (let index = 0; index < rows.length; index++) {
    const [row, next] = [rows[index]!, rows[index + 1]];
    const isMark = next !== undefined && row.size < 0.8 * next.size && next.y - row.y < 0.7 * next.size;
    if (isMark && row.items.every(({ text }) => text.trim().length <= 4)) next.items.push(...row.items);
    else kept.push(row);
  }
  return kept;
}

function segmentsOf(row: readonly PageItem[]): Segment[] {
  const segments: Segment[] = [];
  let open: { text: string; left: number; right: number; y: number; size: number; weight: number } | undefined;
  for (const item of row) {
    if (item.text.trim() === '') continue;
    const words = item.text.trim();
    const size = Math.max(item.size, 0.1);
    const right = item.x + item.width;
    const blank = open ? item.x - open.right : 0;
    if (open && blank < APART * Math.max(size, open.size)) {
      // the same words printed twice, for shadow or weight
      if (open.text.endsWith(words) && right <= open.right + 0.3 * size && blank < -0.5 * item.width) continue;
      const spaced = /^\s/u.test(item.text) || blank > 0.18 * size;
      open.text += (spaced && wantsBlank(open.text, words) ? ' ' : '') + words;
      open.right = Math.max(open.right, right);
      if (words.length > open.weight) Object.assign(open, { size, y: item.y, weight: words.length });
    } else {
      open = { text: words, left: item.x, right, y: item.y, size, weight: words.length };
      segments.push(open);
    }
    if (/\s$/u.test(item.text) && open) open.text += ' ';
  }
  return segments.map(({ text, left, right, y, size }) => ({ text: tidy(text), left, right, y, size }));
}

/** Chinese is set without blanks, whatever layout spreads it over a line. */
const wantsBlank = (before: string, after: string): boolean =>
  isNarrow(before.trimEnd().at(-1) ?? '') && isNarrow(after.at(0) ?? '');

const isNarrow = (character: string): boolean => character !== '' && characterWidth(character) === 0.5;

const tidy = (text: string): string => text.trim().replace(/ {2,}/gu, ' ');
