import type { Span } from '../../text/span';
import type { Formula } from '../formula';
import { cut, ITEM_LENGTH, MEASURE, nextMention, type Piece, WINDOW } from '../keyed';

/*
 * What a formula of several parts stands for, each item carrying the word of its part at its beginning or end, in whatever
 * order the parts come: 避开A、B，选择C；避开D，选择E of 两避两选. A pause within an item is no border of it.
 */

/** How far behind the formula the first item may begin, and each from the one before. */
const NEAR = 60;
const GAP = 80;

/** Every way in which so many clauses behind the formula carry the words of its parts. */
export function readPartByPart(text: string, { start, end }: Span, at: number, { things, numbers }: Formula): Span[][] {
  const keys = things.map((thing) => thing.replace(MEASURE, ''));
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (keys.length < 2 || total < 3 || total > 12 || new Set(keys).size < keys.length) return [];
  const window = text.slice(at, at + WINDOW);
  const reach = window.slice(0, nextMention(window, text.slice(start, end)));
  // a part of which nothing is told is told nowhere
  if (!keys.every((key) => reach.includes(key))) return [];
  const pieces = cut(text, at, at + reach.length);
  const lists = [
    gather(clausesOf(text, pieces), keys, numbers, 'startsWith', at),
    gather(pieces, keys, numbers, 'endsWith', at),
  ];
  return lists.filter((items) => items !== undefined);
}

/** Pieces between commas and stronger marks: what 、 sets off belongs to the clause. */
function clausesOf(text: string, pieces: readonly Piece[]): Piece[] {
  const clauses: Piece[] = [];
  for (const piece of pieces) {
    const before = clauses.at(-1);
    if (piece.joint === '、' && before && before.end === piece.start - 1) {
      clauses[clauses.length - 1] = { ...before, end: piece.end, words: text.slice(before.start, piece.end) };
    } else clauses.push(piece);
  }
  return clauses;
}

function gather(
  pieces: readonly Piece[],
  keys: readonly string[],
  numbers: readonly number[],
  side: 'startsWith' | 'endsWith',
  at: number,
): Span[] | undefined {
  const left = [...numbers];
  const items: Span[] = [];
  for (const { start, end, words } of pieces) {
    if (left.every((count) => count === 0) || start > (items.at(-1)?.end ?? at + NEAR - GAP) + GAP) break;
    const which = keys.findIndex((key) => words[side](key) && words.length > key.length + 1);
    if (which < 0 || words.length > ITEM_LENGTH) continue;
    if (left[which]!-- === 0) return undefined;
    items.push({ start, end });
  }
  return left.every((count) => count === 0) ? items : undefined;
}
