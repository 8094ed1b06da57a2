import { isAlias, isCollection, isMap, isNode, isSeq, type Pair } from 'yaml';

/** Replaces `from`–`to` of a text whose line ends are LF, as those inside `text` are. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Thrown inside editing where the text is laid out in a way that cannot be edited without guessing. */
export class UnknownLayout extends Error {}

/** The splices in the order of the text, those at one place as they are given. Throws `UnknownLayout`. */
export function inOrder(splices: readonly Splice[]): readonly Splice[] {
  const sorted = [...splices].sort((a, b) => a.from - b.from || a.to - b.to);
  for (const [index, { from }] of sorted.entries()) {
    if (index > 0 && from < sorted[index - 1]!.to) throw new UnknownLayout('two changes of the same words');
  }
  return sorted;
}

/** A text that is no file's with all splices carried out. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const splice of inOrder(splices)) {
    parts.push(text.slice(at, splice.from), splice.text);
    at = splice.to;
  }
  return parts.join('') + text.slice(at);
}

export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** The offset behind the line that `offset` ends in; a block scalar already ends behind its own line. */
export function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

const END_MARK = /^\.\.\.[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*$/u;

/** Where what is added at the end of a text goes: before the `...` that ends it, if one does. */
export function textEnd(text: string): number {
  const mark = text.lastIndexOf('\n...') + 1;
  return END_MARK.test(text.slice(mark)) ? mark : text.length;
}

/** How far in a place is on its line. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

/** The range of a node without the comments behind it. */
export function rangeOf(node: unknown): { from: number; to: number } {
  const range = isNode(node) ? node.range : undefined;
  if (!range) throw new UnknownLayout('a node without a place');
  return { from: range[0], to: contentEnd(node) };
}

/** Block collections end, for the parser, behind the comments that follow them: what counts is their last word. */
function contentEnd(node: unknown): number {
  const range = isNode(node) ? node.range! : undefined;
  if (!isCollection(node) || node.flow) return range ? range[1] : 0;
  const last = node.items.at(-1);
  if (last === undefined) return range ? range[0] : 0;
  return isMap(node) ? pairEnd(last as Pair) : contentEnd(last);
}

/**
 * Where the value of a pair ends, or the colon where it has none: the parser puts an empty value anywhere behind it.
 */
export function pairEnd({ key, value, srcToken }: Pair): number {
  const range = isNode(value) ? value.range : undefined;
  if (range && range[0] !== range[1]) return contentEnd(value);
  const sep = srcToken && 'sep' in srcToken ? srcToken.sep : undefined;
  const colon = sep?.find(({ type }) => type === 'map-value-ind');
  return colon ? colon.offset + 1 : contentEnd(key);
}

/**
 * Refuses what others may refer to and, unless it is to go as a whole, what refers to others or has a type of its own.
 */
export function refuseReferences(node: unknown, goes = false): void {
  if (!isNode(node)) return;
  if (isAlias(node)) {
    if (!goes) throw new UnknownLayout('an alias');
    return;
  }
  if (node.anchor || (node.tag && !goes)) throw new UnknownLayout('an anchor or a tag');
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      refuseReferences(key, goes);
      refuseReferences(value, goes);
    }
  } else if (isSeq(node)) for (const item of node.items) refuseReferences(item, goes);
}
