import { isMap } from 'yaml';
import { isBlank, withoutBlankEnd } from '../yaml/blank';
import { type Comment, commentsIn } from '../yaml/comments';
import { pairOf } from '../yaml/nodes';
import { lineEnd, lineStart, pairEnd, rangeOf, type Splice } from '../yaml/splice';
import type { ListKey } from './entryKeys';
import { entryNames } from './entryNames';
import { layoutOf } from './layoutOf';
import type { SidecarSource } from './sidecar';

/** How often a merge has each comment: what either side added, and what neither took away. */
export function wantedComments(
  base: SidecarSource,
  ours: SidecarSource,
  theirs: SidecarSource,
): ReadonlyMap<string, number> {
  const [o, a, b] = [base, ours, theirs].map(counted) as [Counts, Counts, Counts];
  const wanted = new Map<string, number>();
  for (const text of new Set([...a.keys(), ...b.keys()])) {
    const [was, mine, other] = [o, a, b].map((counts) => counts.get(text)?.length ?? 0) as [number, number, number];
    const isAdded = mine >= was && other >= was;
    wanted.set(text, isAdded ? Math.max(mine, other) : Math.max(Math.min(mine, other), mine + other - was));
  }
  return wanted;
}

/** Whether a merge has every comment as often as is wanted, and no oftener. */
export function hasComments(wanted: ReadonlyMap<string, number>, source: SidecarSource): boolean {
  const counts = counted(source);
  return (
    [...wanted].every(([comment, count]) => (counts.get(comment)?.length ?? 0) === count) &&
    [...counts.keys()].every((comment) => wanted.has(comment))
  );
}

/** The comments that are wanted and that `merged` has not, from theirs if they stand there, else from ours. */
export function missingComments(
  wanted: ReadonlyMap<string, number>,
  ours: SidecarSource,
  theirs: SidecarSource,
  merged: SidecarSource,
): { readonly source: SidecarSource; readonly comment: Comment }[] {
  const [a, b, m] = [ours, theirs, merged].map(counted) as [Counts, Counts, Counts];
  return [...wanted].flatMap(([text, count]) => {
    const inTheirs = b.get(text);
    const missing = Math.max(0, count - (m.get(text)?.length ?? 0));
    const source = inTheirs ? theirs : ours;
    return (inTheirs ?? a.get(text)!).slice(0, missing).map((comment) => ({ source, comment }));
  });
}

type Counts = ReadonlyMap<string, readonly Comment[]>;

function counted(source: SidecarSource): Counts {
  const counts = new Map<string, Comment[]>();
  for (const comment of commentsOf(source)) counts.set(comment.text, [...(counts.get(comment.text) ?? []), comment]);
  return counts;
}

/** The comments of a file, of which only those entries are looked at that may have some. */
function commentsOf({ text, cut }: SidecarSource): Comment[] {
  if (!cut) return commentsIn(text);
  const inLists = cut.lists.flatMap(({ key, starts, end }) =>
    starts.flatMap((start, index) => {
      const words = text.slice(start, starts[index + 1] ?? end);
      if (!words.includes('#')) return [];
      const before = start - key.length - 2;
      return commentsIn(`${key}:\n${words}`).map((comment) => ({ ...comment, offset: comment.offset + before }));
    }),
  );
  const around = commentsIn(cut.frame).filter(({ offset }) => !cut.lists.some(({ starts }) => starts[0] === offset));
  return [...around, ...inLists].sort((a, b) => a.offset - b.offset);
}

/**
 * Puts comments back: beside the words that they stood beside or above the line that they stood above, where that is
 * there once, else above the entry or key that they were about, else at the end.
 */
export function putComments(
  merged: SidecarSource,
  missing: readonly { readonly source: SidecarSource; readonly comment: Comment }[],
): Splice[] {
  const inOrder = [...missing].sort((a, b) => a.comment.offset - b.comment.offset);
  const gone = new Set(missing.map(({ comment }) => comment.text));
  return inOrder.map(({ source, comment }) => {
    const about = aboutOf(source, comment.offset);
    const place = about && placeOf(merged, about);
    const { words, next } = linesAt(source.text, comment, gone);
    const range = place ?? { from: 0, to: merged.text.length };
    const beside = isBlank(words) ? undefined : lineOf(merged.text, range, words);
    if (beside) {
      const space = words.slice(withoutBlankEnd(words).length) || ' ';
      return { from: beside.to, to: beside.to, text: space + comment.text };
    }
    const above = isBlank(words) && next !== undefined ? lineOf(merged.text, range, next)?.from : undefined;
    const at = above ?? place?.line ?? merged.text.length;
    const column = /^ *(?=[^ \n])/u.exec(merged.text.slice(at, at + 80))?.[0] ?? '';
    return { from: at, to: at, text: `${column}${comment.text}\n` };
  });
}

/** What stands before a comment on its line, and the next line that is not itself missing. */
function linesAt(text: string, { offset }: Comment, gone: ReadonlySet<string>): { words: string; next?: string } {
  const words = text.slice(lineStart(text, offset), offset);
  for (let at = lineEnd(text, offset); at < text.length; at = lineEnd(text, at + 1)) {
    const line = text.slice(at, lineEnd(text, at + 1)).trim();
    if (line !== '' && !gone.has(line)) return { words, next: line };
  }
  return { words };
}

/** The one line within a range that says so, without the blanks around it. */
function lineOf(text: string, { from, to }: { from: number; to: number }, words: string) {
  const found: { from: number; to: number }[] = [];
  for (let at = from; at < to; ) {
    const end = text.indexOf('\n', at);
    if (text.slice(at, end).trim() === words.trim()) found.push({ from: at, to: end });
    at = end + 1;
  }
  return found.length === 1 ? found[0] : undefined;
}

/** An entry of a list, or a key of the file. */
type About = { readonly list: ListKey; readonly name: string } | { readonly key: string };

function aboutOf(source: SidecarSource, offset: number): About | undefined {
  const { text, root } = source;
  const pairs = isMap(root) ? root.items : [];
  for (const pair of pairs) {
    const key = String((pair.key as { value?: unknown } | null)?.value);
    const list = key === 'annotations' || key === 'corrections' ? key : undefined;
    if (list && offset > rangeOf(pair.key).from) {
      const { items } = layoutOf(source, list);
      const index = items.findIndex(({ to }) => offset < to);
      const line = lineStart(text, rangeOf(pair.key).from);
      // beside the key of the list it is about the list
      if (index >= 0 && lineStart(text, offset) !== line) return { list, name: entryNames(source, list)[index]! };
    }
    if (offset < pairEnd(pair) || lineStart(text, offset) <= lineStart(text, pairEnd(pair))) return { key };
  }
  return undefined;
}

/** Where the lines of an entry or a key begin, and the range around it, if they are still there. */
function placeOf(merged: SidecarSource, about: About): { line: number; from: number; to: number } | undefined {
  const { text, root } = merged;
  const pair = pairOf(root, 'list' in about ? about.list : about.key);
  if (!pair) return undefined;
  const line = lineStart(text, rangeOf(pair.key).from);
  const whole = { line, from: 0, to: text.length };
  if (!('list' in about)) return whole;
  const layout = layoutOf(merged, about.list);
  const index = entryNames(merged, about.list).indexOf(about.name);
  if (index < 0 || layout.style !== 'block') return whole;
  return { line: layout.items[index]!.from, ...layout.items[index]! };
}
