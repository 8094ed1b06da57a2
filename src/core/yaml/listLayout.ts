import { type CST, isSeq, type Pair, type YAMLSeq } from 'yaml';
import { isBlank } from './blank';
import { columnOf, lineEnd, lineStart, pairEnd, rangeOf, type Splice, UnknownLayout } from './splice';

/** Where the items of a list stand: whole lines in a block list, the item alone in a flow list. */
export interface ListLayout {
  readonly style: 'block' | 'flow' | 'empty';
  readonly items: readonly { readonly from: number; readonly to: number }[];
  /** How far the dashes of a block list are indented. */
  readonly indent: number;
  /** Where a first item's lines would begin. */
  readonly head: number;
}

/** Says where the items under a key stand. Throws `UnknownLayout`. */
export function layList(text: string, pair: Pair): ListLayout {
  const list = pair.value;
  const head = lineEnd(text, rangeOf(pair.key).to);
  if (!isSeq(list) || list.items.length === 0) {
    // the brackets of an empty list may end lines below
    const below = lineEnd(text, Math.max(pairEnd(pair), rangeOf(pair.key).to));
    return { style: 'empty', items: [], indent: columnOf(text, rangeOf(pair.key).from) + 2, head: below };
  }
  if (list.flow) return { style: 'flow', items: list.items.map(rangeOf), indent: 0, head };
  return { ...layBlock(text, list, head), head };
}

/** Comments directly above a dash and as far in belong to its item, and so do deeper ones directly below the item. */
export function layBlock(text: string, list: YAMLSeq, head: number): Omit<ListLayout, 'head'> {
  const dashes = (list.srcToken as CST.BlockSequence).items.flatMap(({ start }) => {
    const dash = start.find(({ type }) => type === 'seq-item-ind');
    return dash ? [dash.offset] : [];
  });
  if (dashes.length !== list.items.length) throw new UnknownLayout('a list whose dashes cannot be told');
  const ends = list.items.map((item) => rangeOf(item).to);
  return { style: 'block', items: layItems(text, dashes, ends, head), indent: columnOf(text, dashes[0]!) };
}

/** The same by the offsets of the dashes and of where the words behind each end. Throws `UnknownLayout`. */
export function layItems(
  text: string,
  dashes: readonly number[],
  ends: readonly number[],
  head: number,
): ListLayout['items'] {
  const indent = columnOf(text, dashes[0]!);
  const items: { from: number; to: number }[] = [];
  for (const [index, dash] of dashes.entries()) {
    const start = lineStart(text, dash);
    if (!isBlank(text.slice(start, dash))) throw new UnknownLayout('a dash behind other words');
    items.push({
      from: commentsAbove(text, start, items.at(-1)?.to ?? head, indent),
      to: commentsBelow(text, lineEnd(text, Math.max(ends[index]!, dash + 1)), indent),
    });
  }
  return items;
}

function commentsAbove(text: string, at: number, limit: number, indent: number): number {
  let above = at;
  while (above > limit) {
    const start = lineStart(text, above - 1);
    if (start < limit || commentIndent(text, start) !== indent) break;
    above = start;
  }
  return above;
}

/** Behind the comments that stand deeper than `indent` from `at` on: they belong to what is above them. */
export function commentsBelow(text: string, at: number, indent: number): number {
  let below = at;
  while (below < text.length && (commentIndent(text, below) ?? -1) > indent) below = lineEnd(text, below + 1);
  return below;
}

/** How far the comment that a line consists of is indented; undefined for any other line. */
function commentIndent(text: string, start: number): number | undefined {
  let at = start;
  while (text[at] === ' ') at++;
  return text[at] === '#' ? at - start : undefined;
}

/** Takes items out of a list. Throws `UnknownLayout`. */
export function removeItems(text: string, pair: Pair, layout: ListLayout, gone: ReadonlySet<number>): Splice[] {
  if (layout.style !== 'flow') return [...gone].map((index) => ({ ...layout.items[index]!, text: '' }));
  return removeFromBrackets(text, layout.items, gone, rangeOf(pair.value).to - 1);
}

/** Takes items out of brackets together with the commas that they no longer need. Throws `UnknownLayout`. */
export function removeFromBrackets(
  text: string,
  items: ListLayout['items'],
  gone: ReadonlySet<number>,
  close: number,
): Splice[] {
  const splices: Splice[] = [];
  for (let first = 0; first < items.length; first++) {
    if (!gone.has(first)) continue;
    let last = first;
    while (gone.has(last + 1)) last++;
    const next = items[last + 1];
    const from = next || first === 0 ? items[first]!.from : items[first - 1]!.to;
    const to = next ? next.from : first === 0 ? close : items[last]!.to;
    refuseComments(text, from, to, items.slice(first, last + 1));
    splices.push({ from, to, text: '' });
    first = last;
  }
  return splices;
}

/** Throws `UnknownLayout` where comments stand between the items inside brackets. */
export function refuseComments(text: string, from: number, to: number, items: ListLayout['items']): void {
  const ends = [from, ...items.flatMap((item) => [item.from, item.to]), to];
  const between = ends.map((end, index) => (index % 2 === 0 ? text.slice(end, ends[index + 1]) : '')).join('');
  if (between.includes('#')) throw new UnknownLayout('comments inside brackets');
}

/** An item to put into a list: its lines as in a block list, the dash in any column. */
export interface NewItem {
  /** It goes behind this many of the items that stand there. */
  readonly gap: number;
  readonly lines: string;
  /** What stood between the item before it and it, when it last stood there. */
  readonly above?: string | undefined;
  /** The same item in brackets, for a flow list. */
  readonly flow: () => string;
}

/** Puts items into a list, those of one gap in the order in which they are given. Throws `UnknownLayout`. */
export function insertItems(text: string, pair: Pair, layout: ListLayout, added: readonly NewItem[]): Splice[] {
  if (layout.style === 'flow') return added.map((item) => insertIntoFlow(layout, item));
  const emptied = layout.style === 'empty' ? emptyValue(text, pair) : [];
  const indent = layout.style === 'empty' && added[0]?.above !== undefined ? dashColumn(added[0].lines) : layout.indent;
  const reached = new Map<number, number>();
  return [
    ...emptied,
    ...added.map(({ gap, lines, above }) => {
      const before = layout.items[gap - 1]?.to ?? layout.head;
      const next = layout.items[gap]?.from ?? text.length;
      // words above the first item may be about the list: a new item goes below them, an old one where it was
      const start = reached.get(gap) ?? (gap === 0 && above === undefined && layout.items.length > 0 ? next : before);
      const fits = above !== undefined && text.startsWith(above, start) && start + above.length <= next;
      const at = start + (fits ? above.length : 0);
      reached.set(gap, at);
      return { from: at, to: at, text: indentLines(lines, indent) };
    }),
  ];
}

function insertIntoFlow({ items }: ListLayout, { gap, flow }: NewItem): Splice {
  const at = gap > 0 ? items[gap - 1]!.to : items[0]!.from;
  return { from: at, to: at, text: gap > 0 ? `, ${flow()}` : `${flow()}, ` };
}

/** Takes away the `[]`, `null` or `~` that says that a list is empty. */
function emptyValue(text: string, pair: Pair): Splice[] {
  const colon = text.indexOf(':', rangeOf(pair.key).to) + 1;
  const to = Math.max(pairEnd(pair), colon);
  if (!/^[ \t\n]*(\[[ \t\n]*\]|null|~|)$/u.test(text.slice(colon, to)))
    throw new UnknownLayout('an empty list with words in it');
  return [{ from: colon, to, text: '' }];
}

export const dashColumn = (lines: string): number => /^( *)-/mu.exec(lines)?.[1]?.length ?? 0;

/**
 * Moves lines so that their dash stands in column `indent`. Lines of spaces move as well: in a block scalar those are words.
 */
export function indentLines(lines: string, indent: number): string {
  const shift = indent - dashColumn(lines);
  const ended = lines.endsWith('\n') ? lines : `${lines}\n`;
  if (shift === 0) return ended;
  const move = (line: string) =>
    shift > 0 ? (line === '' ? line : ' '.repeat(shift) + line) : line.replace(new RegExp(`^ {0,${-shift}}`), '');
  return ended.split('\n').map(move).join('\n');
}
