import type { DropReason } from './importedLine';
import { pageNumberOf, saysPageNumber } from './pageNumber';

const NEAR = 3;

/**
 * The heads, feet and numbers of pages among the lines of a text, by index. Numbers are known by counting on from page to
 * page; heads and feet stand near them, or near a form feed, again and again.
 */
export function textFurniture(lines: readonly string[]): Map<number, DropReason> {
  const dropped = new Map<number, DropReason>();
  const numbers = countingOn(lines);
  for (const index of numbers) dropped.set(index, 'pageNumber');
  const borders = lines.flatMap((line, index) => (numbers.has(index) || line.includes('\f') ? [index] : []));
  const seen = new Map<string, number[]>();
  for (const border of borders) {
    for (const index of around(lines, border, numbers)) {
      const key = furnitureKey(lines[index]!);
      if (key !== '') seen.set(key, [...(seen.get(key) ?? []), index]);
    }
  }
  for (const found of seen.values()) {
    const places = [...new Set(found)];
    if (places.length >= Math.max(2, borders.length * 0.3)) for (const index of places) dropped.set(index, 'pageHead');
  }
  return dropped;
}

/** What is the same in heads that differ by their number; empty for what is no head. */
export function furnitureKey(line: string): string {
  const key = line.replace(/[\s\f]+/gu, '').replace(/\d+/gu, '#');
  return key.length > 60 || /[。！？：:，；]$/u.test(key) || !/[\p{L}#]/u.test(key) ? '' : key;
}

/** Lines that are numbers of pages: two at least, each higher by one than the one before. */
function countingOn(lines: readonly string[]): Set<number> {
  const candidates = lines.flatMap((line, index) => {
    const number = pageNumberOf(line.replace(/\f/gu, ''));
    return number === undefined ? [] : [{ index, number, said: saysPageNumber(line) }];
  });
  const kept = new Set<number>();
  for (let at = 0; at < candidates.length; ) {
    let end = at + 1;
    const goesOn = () => {
      const [before, next] = [candidates[end - 1]!, candidates[end]];
      return next !== undefined && next.number === before.number + 1 && next.index - before.index >= 6;
    };
    while (goesOn()) end++;
    const run = candidates.slice(at, end);
    if (run.length >= 2 || run[0]!.said) for (const { index } of run) kept.add(index);
    at = end;
  }
  return kept;
}

/** The lines with words next to a border between pages. */
function around(lines: readonly string[], border: number, numbers: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    let taken = 0;
    for (let index = border + step; taken < NEAR - 1 && index >= 0 && index < lines.length; index += step) {
      if (lines[index]!.trim() === '' || numbers.has(index)) continue;
      found.push(index);
      taken++;
    }
  }
  if (lines[border]!.trim() !== '' && !numbers.has(border)) found.push(border);
  return found;
}
