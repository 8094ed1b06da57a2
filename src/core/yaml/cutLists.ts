import { isBlank } from './blank';
import { lineEnd } from './splice';

/** A block list under a key of the file, cut into the lines of its entries. */
export interface CutList {
  readonly key: string;
  /** The column of its dashes. */
  readonly indent: number;
  /** Where the line of each dash begins. */
  readonly starts: readonly number[];
  /** Behind its last line and what follows of blank lines and comments. */
  readonly end: number;
}

export interface CutText {
  /** The text with a comment of the same length in the place of each list: all other offsets are those of the text. */
  readonly frame: string;
  readonly lists: readonly CutList[];
}

/**
 * Cuts the block lists under some keys of a file into entries by their indents alone, so that each can be read by itself.
 * Undefined where lines tell no borders. That the pieces are YAML is not said: it holds if each of them and the frame is.
 */
export function cutLists(text: string, keys: readonly string[]): CutText | undefined {
  const lists: CutList[] = [];
  let open: { key: string; indent: number; starts: number[] } | undefined;
  const close = (end: number) => {
    if (open && open.starts.length > 0) lists.push({ ...open, end });
    open = undefined;
  };
  for (let at = 0; at < text.length; at = lineEnd(text, at + 1)) {
    let first = at;
    while (text[first] === ' ') first++;
    const column = first - at;
    if (text[first] === '\n' || text[first] === '#') continue;
    if (open && isDash(text, first) && (open.starts.length === 0 || column === open.indent)) {
      open.indent = column;
      open.starts.push(at);
      continue;
    }
    if (open && open.starts.length > 0 && column > open.indent) continue;
    if (text[first] === '\t' || (open && column > 0)) {
      if (isBlank(text.slice(at, lineEnd(text, at + 1)))) continue;
      return undefined;
    }
    close(at);
    // the version of YAML that a directive names would hold for the frame alone
    if (text[at] === '%') return undefined;
    if (column > 0) continue;
    const key = keys.find((name) => text.startsWith(`${name}:`, at));
    if (key && /^[ \t]*(?:#.*)?$/u.test(text.slice(at + key.length + 1, lineEnd(text, at + 1) - 1))) {
      open = { key, indent: 0, starts: [] };
    }
  }
  close(text.length);
  return { frame: frameOf(text, lists), lists };
}

const isDash = (text: string, at: number): boolean => text[at] === '-' && isBlank(text[at + 1] ?? '');

function frameOf(text: string, lists: readonly CutList[]): string {
  let [frame, done] = ['', 0];
  for (const { starts, end } of lists) {
    frame += `${text.slice(done, starts[0])}#${'x'.repeat(end - starts[0]! - 2)}\n`;
    done = end;
  }
  return frame + text.slice(done);
}
