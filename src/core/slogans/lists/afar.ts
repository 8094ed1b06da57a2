import type { Span } from '../../text/span';
import type { Formula } from '../formula';
import { bare, cut, MEASURE, type Piece } from '../keyed';

/*
 * Items that stand far from the formula and are known by its word: so many clauses in a row that begin with it, end with it, or
 * have it at one place (坚决维护A，坚决维护B of 两个维护; 进机关、进基层 of 两个走进), and no more.
 */

/** How far before the formula the row may begin, and how far behind it may end. */
const BEFORE = 320;
const BEHIND = 1200;
const LONGEST = 40;
/** Figures and questions spell nothing out: 农业强不强. */
const NO_ITEM = /\d|(.)不\1/u;
/** An item known by a single character is short. */
const SHORT = 10;

/** Rows of just so many clauses that carry the word of a formula of one number. */
export function readAfar(text: string, before: number, after: number, { things, numbers }: Formula): Span[][] {
  const [thing = ''] = things;
  const [count = 0] = numbers;
  const word = thing.replace(MEASURE, '');
  if (things.length !== 1 || word === '' || count < 2 || count > 12) return [];
  const [from, to] = [Math.max(0, before - BEFORE), Math.min(text.length, after + BEHIND)];
  const around = text.slice(from, before) + text.slice(after, to);
  const keys = [...new Set([word, word.at(-1)!, word[0]!])].filter(
    (key) => (key.length > 1 || count > 2) && around.split(key).length > count,
  );
  if (keys.length === 0) return [];
  const pieces = [...cut(text, from, before), ...cut(text, after, to)];
  return keys.flatMap((key) => {
    const lists = [
      rows(text, pieces, count, { key, carries: (words) => words.startsWith(key), mayBeGoverned: key.length < 2 }),
      rows(text, pieces, count, { key, carries: (words) => words.endsWith(key) }),
    ];
    if (key.length > 1) lists.push(rows(text, pieces, count, { key, carries: (words) => words.indexOf(key) === 2 }));
    return lists.flat();
  });
}

interface Wanted {
  readonly key: string;
  readonly carries: (words: string) => boolean;
  /** 推动X进机关、进基层: what governs the row may stand before its first item. */
  readonly mayBeGoverned?: boolean;
}

/** The longest rows of pieces that all carry the word so, where they are just so many. */
function rows(
  text: string,
  pieces: readonly Piece[],
  count: number,
  { key, carries, mayBeGoverned = false }: Wanted,
): Span[][] {
  const found: Span[][] = [];
  let row: Piece[] = [];
  const close = () => {
    if (row.length === count && !row.some(({ words }) => NO_ITEM.test(words))) found.push(row.map(bare));
    row = [];
  };
  const longest = key.length > 1 ? LONGEST : SHORT;
  for (const piece of pieces) {
    // most pieces do not
    if (!piece.words.includes(key)) {
      close();
      continue;
    }
    const last = row.at(-1);
    if (last && !/^[”」’]?[、，；][“「‘]?$/u.test(text.slice(last.end, piece.start))) close();
    const item = row.length === 0 && mayBeGoverned ? withoutGovernor(piece, key) : piece;
    if (carries(item.words) && item.words.length > key.length && item.words.length <= longest) row.push(item);
    else close();
  }
  close();
  return found;
}

function withoutGovernor(piece: Piece, key: string): Piece {
  const at = Math.max(0, piece.words.lastIndexOf(key));
  return { ...piece, start: piece.start + at, words: piece.words.slice(at) };
}
