import type { Span } from '../text/span';
import { readBracket, readDefinition, readHeadline } from './definition';
import { readEnumeration } from './enumeration';
import { type Formula, INITIALS, itemCounts } from './formula';
import { readInitials } from './initials';
import { readKeyed } from './keyed';
import { readClausesBehind, readListBefore, readListBehind } from './listAround';
import { readNamedAfter } from './namedAfter';
import { readQuotedRow } from './quotedRow';
import { readScattered } from './scattered';

/*
 * Where a text spells out what a formula stands for. All offsets count in the text of one section, a paragraph a line.
 * Each reader knows one way of spelling out; the number of items found has to fit the numerals.
 */

export interface FoundItems {
  readonly items: readonly Span[];
  /** The text announces the items (即, 一是) but their number fits no reading of the numerals. */
  readonly fits: boolean;
}

/** Reads the items of the formula at `[start, end)`, quotation marks outside it; undefined where it is not spelled out here. */
export function readItems(
  text: string,
  { start, end }: Span,
  formula: Formula,
  onlyCounted: boolean,
): FoundItems | undefined {
  const counts = itemCounts(formula);
  const name = text.slice(start, end);
  if (INITIALS.test(name)) {
    const words = readInitials(text, end, name);
    return words && { items: words, fits: true };
  }
  const isQuoted = /[”」』"“]/u.test(text[end] ?? '');
  const after = isQuoted ? end + 1 : end;
  const before = isQuoted ? start - 1 : start;
  const named = onlyCounted ? undefined : readNamedAfter(text, before, formula);
  const listed = onlyCounted || named ? undefined : readListBefore(text, before, counts);
  // 降费、补舱、直航“三张牌”：…: what is said behind explains the items
  if (isQuoted && listed?.at(-1)?.end === before) return { items: listed, fits: true };
  const sure = onlyCounted
    ? undefined
    : (readBracket(text, after, counts) ??
      readQuotedRow(text, after, counts) ??
      readKeyed(text, { start, end }, after, formula));
  const told = sure ?? named;
  if (told) return { items: told, fits: true };
  const headline = formula.digits && /^1?$/u.test(String(formula.numbers)) ? readHeadline(text, end) : undefined;
  if (headline) return { items: [headline], fits: true };
  const misfits: FoundItems[] = [];
  for (const read of onlyCounted ? [readEnumeration] : [readDefinition, readEnumeration]) {
    const items = read(text, after, formula);
    if (!items || items.length === 0) continue;
    if (counts.has(items.length)) return { items, fits: true };
    if (items.length > 1) misfits.push({ items, fits: false });
  }
  if (onlyCounted) return undefined;
  const items =
    listed ??
    readScattered(text, { start, end }, after, formula) ??
    readListBehind(text, after, counts) ??
    readClausesBehind(text, after, formula);
  return items ? { items, fits: true } : misfits[0];
}
