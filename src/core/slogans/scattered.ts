import type { Span } from '../text/span';
import type { Formula } from './formula';
import { bare, countsThings, cut, ITEM_LENGTH, MEASURE, nextMention, type Piece, WINDOW } from './keyed';
import { tells } from './lists';

/*
 * Items that end, or begin, with a word of two characters or more that the formula counts, whatever stands between them:
 * …怎么办，原因没查清不放过；…怎么办，整改不到位不放过. Fewer than counted only where the text says how many it tells.
 */

/** How far behind a formula the first may stand, and each from the next. */
const NEAR = 120;
const GAP = 60;

/** 只说两条：, 其中最难的那一个，: how many of all are told here; a single one only where it is picked out of them. */
const TOLD =
  /([两二三四五六七八九])(?:个|条|项|样|点|句|种)[：，—]+$|(?:[其里当][中头面].{0,6}|[那这])(一)(?:个|条|项|样|点|句|种)[：，—]+$/u;

export function readScattered(text: string, { start, end }: Span, at: number, formula: Formula): Span[] | undefined {
  const [thing = ''] = formula.things;
  const [total = 0] = formula.numbers;
  const key = thing.replace(MEASURE, '');
  if (formula.things.length !== 1 || key.length < 2 || total < 2 || key.endsWith('走')) return undefined;
  const window = text.slice(at, at + WINDOW);
  const reach = nextMention(window, text.slice(start, end));
  if (!window.slice(0, reach).includes(key)) return undefined;
  for (const side of ['endsWith', 'startsWith', 'includes'] as const) {
    const items = gather(text, at, at + reach, total, ({ words }) => words[side](key), key);
    if (items) return items;
  }
  return undefined;
}

function gather(
  text: string,
  from: number,
  to: number,
  total: number,
  carries: (piece: Piece) => boolean,
  key: string,
): Span[] | undefined {
  const held: Piece[] = [];
  let told = total;
  for (const piece of cut(text, from, to)) {
    if (piece.start > (held.at(-1)?.end ?? from + NEAR - GAP) + GAP) break;
    const { words } = piece;
    if (!carries(piece) || words.length <= key.length + 1 || words.length > ITEM_LENGTH || countsThings(words))
      continue;
    const stated = held.length === 0 ? TOLD.exec(text.slice(Math.max(from, piece.start - 20), piece.start)) : undefined;
    if (stated) told = Math.min(total, Math.max(1, '零一两三四五六七八九'.indexOf((stated[1] ?? stated[2])!)));
    held.push(piece);
  }
  const isTelling = held.some(({ words }) => tells(words.replace(key, '')));
  return held.length === told && !isTelling ? held.map(bare) : undefined;
}
