import type { FlowLine } from './flowLine';
import type { ImportedLine } from './importedLine';
import { joinLines } from './joinLines';
import { compoundsOf, join } from './joinWords';
import { median } from './median';
import { type Column, pageColumns } from './pageColumns';
import { pageFurniture } from './pageFurniture';
import type { PageItem } from './pageItem';
import { bodySize, type Segment } from './pageSegments';
import type { SetPage } from './setPage';

/** A note of page foot or end begins with its mark. */
const NOTE = /^(?:[①-⑳⓪❶-❿*＊†‡]|[[［〔【]\d{1,3}[\]］〕】]|注(?:释|釋)?[\d：:]|\d{1,2}\s?(?=[\p{Script=Han}“《]))/u;

/**
 * The paragraphs of set pages, one a line, in the order in which people read them. Heads, feet, numbers and watermarks of
 * pages are left out where they stand; notes at the foot of a page go to the end of the text.
 */
export function cleanPages(pages: readonly SetPage[]): ImportedLine[] {
  const furniture = pageFurniture(pages);
  const body = bodySize(pages.map(({ segments }) => segments));
  const columns: Column[] = [];
  const notes: Column[] = [];
  /** What stands before the column of this index, and is left out. */
  const dropped = new Map<number, ImportedLine[]>();
  pages.forEach(({ items, segments, height }) => {
    const aside: ImportedLine[] = [];
    const upright = segments.filter((segment) => {
      const reason = furniture.get(segment);
      if (reason !== undefined) aside.push({ text: segment.text, dropped: reason });
      return reason === undefined;
    });
    aside.push(...turned(items));
    dropped.set(columns.length, [...(dropped.get(columns.length) ?? []), ...aside]);
    for (const column of pageColumns(upright)) {
      const at = noteStart(column, body, height);
      if (at > 0) columns.push(column.slice(0, at));
      if (at < column.length) notes.push(column.slice(at));
    }
  });
  return [...paragraphs(columns, dropped), ...paragraphs(notes, new Map())];
}

/** Words at an angle are marks of the page, not text of it. They are told, and left out. */
const turned = (items: readonly PageItem[]): ImportedLine[] =>
  items
    .filter(({ isTurned, text }) => isTurned && text.trim() !== '')
    .map(({ text }) => ({ text: text.trim(), dropped: 'watermark' }));

/** Where notes begin at the foot of a column: the first of the small lines there that bears a mark. */
function noteStart(column: Column, body: number, height: number): number {
  let start = column.length;
  while (start > 0 && column[start - 1]!.size < 0.92 * body && column[start - 1]!.y > 0.4 * height) start--;
  while (start < column.length && !NOTE.test(column[start]!.text)) start++;
  return start;
}

/** A row of a column: its segments from left to right. */
type Row = readonly Segment[];

function paragraphs(columns: readonly Column[], dropped: ReadonlyMap<number, readonly ImportedLine[]>): ImportedLine[] {
  const rows = columns.map(rowsOf);
  const edges = edgesOf(rows);
  const flow = rows.flatMap((column, index) => flowLines(column, edges[index]!));
  const firsts = new Map<number, number>();
  rows.reduce((at, column, index) => {
    firsts.set(at, index);
    return at + column.length;
  }, 0);
  const joins = joinLines(flow);
  const known = compoundsOf(flow.map(({ text }) => text).join('\n'));
  const lines: ImportedLine[] = [];
  let last = -1;
  flow.forEach(({ text }, index) => {
    const column = firsts.get(index);
    if (column !== undefined) lines.push(...(dropped.get(column) ?? []));
    if (joins[index] && last >= 0) lines[last] = { text: join(lines[last]!.text, text, known) };
    else last = lines.push({ text }) - 1;
  });
  for (const [column, left] of dropped) if (column >= rows.length) lines.push(...left);
  return lines;
}

function rowsOf(column: Column): Row[] {
  const rows: Segment[][] = [];
  for (const segment of [...column].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && segment.y - row[0]!.y < 0.45 * Math.min(segment.size, row[0]!.size)) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** The edges between which the lines of each column are set: a short one has those of others that begin where it does. */
function edgesOf(columns: readonly (readonly Row[])[]): Edges[] {
  const own = columns.map((rows) => ({
    left: rows.reduce((least, row) => Math.min(least, row[0]!.left), Infinity),
    right: usualRight(rows),
    size: rows[0]?.[0]?.size ?? 1,
    count: rows.length,
  }));
  const models = own.filter(({ count }) => count >= 3);
  return own.map((column) => {
    if (column.count >= 6) return column;
    const near = models.find(({ left, right }) => column.left >= left - column.size && column.left < right);
    const like = models.find(({ left }) => Math.abs(left - column.left) < column.size) ?? near;
    if (!like) return column;
    return { left: Math.min(column.left, like.left), right: Math.max(column.right, like.right) };
  });
}

/** The right edge, to which the longest lines reach; a single one that goes beyond does not count. */
function usualRight(rows: readonly Row[]): number {
  const ends = rows.map((row) => row.at(-1)!.right).sort((a, b) => b - a);
  const size = rows[0]?.[0]?.size ?? 1;
  const [first = 0, second = first] = ends;
  return first - second > 2 * size && rows.length > 6 ? second : first;
}

function flowLines(rows: readonly Row[], { left, right }: Edges): FlowLine[] {
  const steps = rows.map((row, index) => (index === 0 ? 0 : row[0]!.y - rows[index - 1]![0]!.y));
  return rows.map((row, index) => {
    const size = Math.max(...row.slice(0, 40).map((segment) => segment.size));
    const pitch = pitchOf(steps, rows, index);
    const isRow = isTableRow(rows, index);
    return {
      text: row.map(({ text }) => text).join(isRow ? '\t' : ' '),
      indent: (row[0]!.left - left) / size,
      room: (right - row.at(-1)!.right) / size,
      gap: index === 0 ? undefined : pitch === 0 ? 0 : steps[index]! / pitch - 1,
      size,
      ...(isRow ? { isRow } : {}),
    };
  });
}

/** The usual distance of lines around one. */
function pitchOf(steps: readonly number[], rows: readonly Row[], index: number): number {
  const near = steps.slice(Math.max(1, index - 12), index + 13);
  const size = rows[index]![0]!.size;
  const usual = near.filter((step) => step < 3 * size);
  // the smaller half: blanks between paragraphs are not usual even where paragraphs are short
  return median([...usual].sort((a, b) => a - b).slice(0, Math.max(1, Math.ceil(usual.length * 0.7))));
}

/** Several cells beside each other, and in a row next to it as well. */
const isTableRow = (rows: readonly Row[], index: number): boolean =>
  rows[index]!.length > 1 && [rows[index - 1], rows[index + 1]].some((row) => row !== undefined && row.length > 1);
