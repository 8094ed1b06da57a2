import { partitionPoint } from '../text/search';
import { median } from './median';
import type { Segment } from './pageSegments';

/** Segments of one column, or of one part of a page above or below columns, from top to bottom. */
export type Column = readonly Segment[];

const FEWEST = 3;
/** A blank that is set within a title, in heights of its letters. */
const BLANK = 1.6;
/** So many lines on the left make a column beside which the last one may have begun just so. */
const COLUMN = 8;

/** The columns of a page in the order in which people read them: down, then right; what lies across them parts them. */
export function pageColumns(segments: readonly Segment[], depth = 0): Column[] {
  if (segments.length < 2 * FEWEST || depth > 6) return segments.length === 0 ? [] : [[...segments]];
  const gutter = findGutter(segments);
  if (gutter === undefined) return [segments];
  const runs: { readonly isAcross: boolean; readonly segments: Segment[] }[] = [];
  const size = median(segments.map((segment) => segment.size));
  const sorted = [...segments].sort(byPlace);
  sorted.forEach((segment, index) => {
    const isTitle = isTitleAt(sorted, index, size);
    const isAcross = isTitle || (segment.right > gutter && segment.left < gutter);
    if (runs.at(-1)?.isAcross === isAcross) runs.at(-1)!.segments.push(segment);
    else runs.push({ isAcross, segments: [segment] });
  });
  return runs.flatMap(({ isAcross, segments: run }) => {
    const left = run.filter(({ right }) => right <= gutter);
    const right = run.filter(({ left: begin }) => begin >= gutter);
    if (isAcross || left.length === 0 || right.length === 0 || isTable(left, right)) return [run];
    return [...pageColumns(left, depth + 1), ...pageColumns(right, depth + 1)];
  });
}

/**
 * Whether a segment is a title above or below columns, however short it is: larger than most, with nothing beside it but
 * the rest of a title that a blank parts, which stands in from the edge where columns begin.
 */
function isTitleAt(sorted: readonly Segment[], index: number, usual: number): boolean {
  const { y, size } = sorted[index]!;
  if (size <= 1.25 * usual) return false;
  const row = sorted
    .slice(Math.max(0, index - 3), index + 4)
    .filter((other) => Math.abs(other.y - y) <= 0.8 * size)
    .sort((a, b) => a.left - b.left);
  if (row.length === 1) return true;
  const isOne = row.every((segment, at) => {
    const before = row[at - 1];
    return segment.size > 1.25 * usual && (!before || segment.left - before.right <= BLANK * size);
  });
  const edge = sorted.reduce((least, { left }) => Math.min(least, left), Infinity);
  return isOne && row[0]!.left > edge + usual;
}

const byPlace = (a: Segment, b: Segment): number => a.y - b.y || a.left - b.left;

/**
 * Where an upright strip runs down the page that few segments cross and that has some on both sides. Undefined where
 * there is none.
 */
function findGutter(segments: readonly Segment[]): number | undefined {
  const edges = [...segments].sort((a, b) => a.right - b.right);
  let best: { at: number; score: number } | undefined;
  const seen = new Set<number>();
  for (const { right, size } of edges) {
    const at = right + 0.4 * size;
    const key = Math.round(at / Math.max(1, size / 2));
    if (seen.has(key)) continue;
    seen.add(key);
    let [before, behind, crossing] = [0, 0, 0];
    for (const segment of segments) {
      if (segment.right <= at) before++;
      else if (segment.left >= at) behind++;
      else crossing++;
    }
    const fewer = Math.min(before, behind);
    const isLast = behind > 0 && before >= COLUMN;
    if ((fewer < FEWEST && !isLast) || crossing > 0.25 * (before + behind)) continue;
    const score = fewer - 2 * crossing;
    if (!best || score > best.score) best = { at, score };
  }
  return best && best.score > 0 ? best.at : undefined;
}

/** Cells of rows stand at the same heights, and are short or of many widths; lines of running text fill their column. */
function isTable(left: readonly Segment[], right: readonly Segment[]): boolean {
  const heights = left.map(({ y }) => y).sort((a, b) => a - b);
  const aligned = right.filter(({ y, size }) => {
    const at = partitionPoint(heights.length, (index) => heights[index]! < y - 0.35 * size);
    return at < heights.length && heights[at]! < y + 0.35 * size;
  }).length;
  if (aligned < 0.6 * right.length && aligned < 0.6 * left.length) return false;
  const isLast = right.length < FEWEST && left.length >= COLUMN;
  return !isRunning(left) || (!isRunning(right) && !isLast);
}

/** In heights of letters. */
const NARROWEST = 7;

/** Whether many segments are about as long as the longest, and long enough for a column of text. */
function isRunning(segments: readonly Segment[]): boolean {
  const widths = segments.map(({ left, right, size }) => (right - left) / Math.max(size, 0.1)).sort((a, b) => a - b);
  const longest = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const long = widths.filter((width) => width >= 0.85 * longest).length;
  return longest >= NARROWEST && long >= 0.4 * widths.length;
}
