import type { Span } from '../../text/span';
import type { Formula } from '../formula';
import { cut, MEASURE, type Piece } from '../keyed';

/*
 * Items that stand far from the formula and are known by its word: so many clauses in a row that begin with it, end with it, or
 * have it at one place (坚决维护A，坚决维护B of 两个维护; 进机关、进基层 of 两个走进), and no more.
 */

/** How far before the formula the row may begin, and how far behind it may end. */
const BEFORE = 320;
const BEHIND = 1200;
const LONGEST = 40;
/** An item known by a single character is short. */
const SHORT = 10;

/** Rows of just so many clauses that carry the word of a formula of one number. */
export function readAfar(text: string, before: number, after: number, { things, numbers }: Formula): Span[][] {
  const [thing = ''] = things;
  const [count = 0] = numbers;
  const word = thing.replace(MEASURE, '');
  if (things.length !== 1 || word === '' || count < 2 || count > 12) return [];
  const pieces = [
    ...cut(text, Math.max(0, before - BEFORE), before),
    ...cut(text, after, Math.min(text.length, after + BEHIND)),
  ];
  const keys = new Set([word, word.at(-1)!, word[0]!]);
  return [...keys].flatMap((key) => {
    if (key.length < 2 && count < 3) return [];
    const lists = [
      runs(text, pieces, count, key, (words) => words.startsWith(key)),
      runs(text, pieces, count, key, (words) => words.endsWith(key)),
    ];
    if (key.length > 1) lists.push(runs(text, pieces, count, key, (words) => words.indexOf(key) === 2));
    return lists.flat();
  });
}

/** The longest rows of pieces that all carry the word so, where they are just so many. */
function runs(
  text: string,
  pieces: readonly Piece[],
  count: number,
  key: string,
  carries: (words: string) => boolean,
): Span[][] {
  const found: Span[][] = [];
  let row: Piece[] = [];
  const close = () => {
    if (row.length === count) found.push(row.map(({ start, end }) => ({ start, end })));
    row = [];
  };
  for (const piece of pieces) {
    const last = row.at(-1);
    const isNext = last && /^[”」’]?[、，；][“「‘]?$/u.test(text.slice(last.end, piece.start));
    if (last && !isNext) close();
    const isItem = piece.words.length > key.length && piece.words.length <= (key.length > 1 ? LONGEST : SHORT);
    if (isItem && carries(piece.words)) row.push(piece);
    // 推动X进机关、进基层: what governs the row stands before its first item
    else if (row.length === 0 && key.length < 2 && piece.words.length <= LONGEST && piece.words.lastIndexOf(key) > 0)
      row.push({
        ...piece,
        start: piece.start + piece.words.lastIndexOf(key),
        words: piece.words.slice(piece.words.lastIndexOf(key)),
      });
    else close();
  }
  close();
  return found;
}
