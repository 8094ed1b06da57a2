import { groupBy } from '../groupBy';
import { partitionPoint } from '../text/search';
import type { DropReason } from './importedLine';
import { pageNumberOf, saysPageNumber } from './pageNumber';
import type { Segment } from './pageSegments';
import type { SetPage } from './setPage';
import { furnitureKey } from './textFurniture';

/** The part of a page's height at its upper and lower edge in which heads and feet stand. */
const EDGE = 0.14;

interface Candidate {
  readonly page: number;
  readonly segment: Segment;
  readonly key: string;
  /** Distance from the edge it is near to, rounded; the sign tells which edge. */
  readonly place: number;
}

/** What recurs at the heads and feet of pages, or is a browser's: their titles, dates, addresses and numbers. */
export function pageFurniture(pages: readonly SetPage[]): Map<Segment, DropReason> {
  const dropped = new Map<Segment, DropReason>();
  for (const { margins } of pages) for (const segment of margins) dropped.set(segment, reasonOf(segment));
  const rest = pages.map(({ segments }) => segments.filter((segment) => !dropped.has(segment)));
  const candidates = rest.flatMap((all, page) => candidatesOf(all, page, pages[page]!.height));
  const needed = Math.max(2, Math.ceil(pages.length * 0.3));
  const places = new Set<number>();
  for (const group of groupBy(candidates, ({ key, place }) => `${place} ${key}`).values()) {
    const on = new Set(group.map(({ page }) => page)).size;
    if (on < needed) continue;
    for (const { segment, place } of group) {
      dropped.set(segment, reasonOf(segment));
      places.add(place);
    }
  }
  for (const { segment, place } of candidates) {
    if (dropped.has(segment)) continue;
    // on the line of known heads: a head that changes from page to page
    if (places.has(place) && pages.length > 2) dropped.set(segment, reasonOf(segment));
    else if (pageNumberOf(segment.text) === undefined) continue;
    else if (saysPageNumber(segment.text) || pages.length === 1) dropped.set(segment, 'pageNumber');
  }
  return dropped;
}

const reasonOf = ({ text }: Segment): DropReason => (pageNumberOf(text) === undefined ? 'pageHead' : 'pageNumber');

/** Near an edge of the page, parted from its text by a blank, and no sentence. */
function candidatesOf(segments: readonly Segment[], page: number, height: number): Candidate[] {
  const rows = rowHeights(segments);
  const steps = rows.slice(1).map((y, index) => y - rows[index]!);
  // lines within paragraphs stand closest
  const pitch = steps.sort((a, b) => a - b)[Math.floor(steps.length * 0.3)] ?? 0;
  return segments.flatMap((segment) => {
    const { y, size, text } = segment;
    const isUpper = y < height * EDGE;
    if (!isUpper && y < height * (1 - EDGE)) return [];
    const key = furnitureKey(text) || (pageNumberOf(text) === undefined ? '' : '#');
    if (key === '') return [];
    const at = Math.max(0, partitionPoint(rows.length, (index) => rows[index]! <= y + 0.1) - 1);
    if (!parted(rows, at, isUpper ? 1 : -1, Math.max(1.5 * size, 1.3 * pitch))) return [];
    return [{ page, segment, key, place: Math.round((isUpper ? y : y - height) / 3) }];
  });
}

/** Whether at most two rows stand between the row at `at` and a blank of `blank` towards the middle of the page. */
function parted(rows: readonly number[], at: number, step: 1 | -1, blank: number): boolean {
  for (let index = at, count = 0; count < 3; index += step, count++) {
    const next = rows[index + step];
    if (next === undefined || Math.abs(next - rows[index]!) > blank) return true;
  }
  return false;
}

/** The heights at which something stands, from top to bottom. */
function rowHeights(segments: readonly Segment[]): number[] {
  const rows: number[] = [];
  for (const { y, size } of [...segments].sort((a, b) => a.y - b.y)) {
    if (rows.length === 0 || y - rows.at(-1)! > 0.4 * size) rows.push(y);
  }
  return rows;
}
