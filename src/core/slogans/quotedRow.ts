import type { Span } from '../text/span';
import { readFormula } from './formula';
import { findQuotes } from './quotes';

/*
 * Items that are keywords in quotation marks, each at the beginning of a sentence, part or paragraph and followed by what
 * explains it: ——“净”。…⏎——“干”。…; “预报”要往前赶；“预警”要直达村口.
 */

/** How far behind a formula the first may stand, how far the next behind one, and how long they are. */
const NEAR = 60;
const GAP = 240;
const LENGTH = 12;

const BEGINS =
  /(?:[。；：？！，\n]|^|——)\s*(?:[-—·•*]+\s*)?(?:(?:一是|二是|三是|四是|五是|六是|首先|其次|再次|最后|所谓)，?|第[一二三四五六七八九十][个字]?[是，]?)?$/u;
/** What goes on behind a keyword that it names: a mark, or a word that says what it is or has to do; no noun that it belongs to. */
const EXPLAINED = /^(?:[。，：]|——|字|就?是|指|[要则靠管讲重即]|字?(?:当头|为先|打头|主要))/u;

export function readQuotedRow(text: string, at: number, counts: ReadonlySet<number>): Span[] | undefined {
  const count = Math.max(0, ...counts);
  if (count < 2 || !/[“「]/u.test(text.slice(at, at + NEAR))) return undefined;
  const window = text.slice(at, Math.min(text.length, at + GAP * count));
  const row: Span[] = [];
  for (const { start, end } of findQuotes(window)) {
    if (start > (row.at(-1)?.end ?? NEAR - GAP) + GAP) break;
    const isHead =
      end - start <= LENGTH &&
      BEGINS.test(window.slice(Math.max(0, start - 12), start - 1)) &&
      EXPLAINED.test(window.slice(end + 1, end + 4)) &&
      !readFormula(window.slice(start, end));
    if (isHead) row.push({ start: at + start, end: at + end });
    else if (row.length === 0) return undefined;
  }
  const lengths = row.map(({ start, end }) => end - start);
  const isAlike = Math.max(...lengths) - Math.min(...lengths) <= 2;
  return row.length === count && isAlike ? row : undefined;
}
