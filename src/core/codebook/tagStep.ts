import { isSeq, type YAMLMap } from 'yaml';
import type { EntrySource } from '../yaml/entrySource';
import { type ListLayout, layList, removeItems } from '../yaml/listLayout';
import { setKeys } from '../yaml/mapLayout';
import { pairOf, wordOf } from '../yaml/nodes';
import { same } from '../yaml/shape';
import { applySplices, rangeOf, refuseReferences, type Splice, UnknownLayout } from '../yaml/splice';
import { flowText } from '../yaml/writeYaml';
import { joinPath, nameOf, parentOf } from './codebook';
import { type CodebookOperation, RefusedTagChange, type TagValues } from './codebookOperation';
import { type CodebookSource, readCodebook, TAG_KEYS } from './readCodebook';
import { emptiedKey, insertLines, itemsOf, listOf, locate, nameIn } from './tagList';
import {
  type CodebookShape,
  commentsOf,
  isNothing,
  sameShape,
  shapeOfCodebook,
  shapeOfTag,
  without,
  withSiblings,
  withValues,
} from './tagShape';

/** A codebook after one step, and what takes the step back, in this order. */
export interface Step {
  readonly source: CodebookSource;
  readonly undo: readonly CodebookOperation[];
}

/** Carries out splices and reads the result, which must be `expected`. */
function proceed(source: CodebookSource, splices: readonly Splice[], expected: CodebookShape): CodebookSource {
  const next = readCodebook(source.file.spliced(splices));
  if (!next.writable || !sameShape(shapeOfCodebook(next), expected)) throw new UnknownLayout('an unexpected result');
  return next;
}

/** Gives keys of a tag new values on the lines of those keys. Throws `RefusedTagChange` and `UnknownLayout`. */
export function setTag(source: CodebookSource, path: string, values: TagValues): Step {
  const { item, indexes } = locate(source, path);
  const tag = item.tag!;
  const before: TagValues = {
    ...('name' in values ? { name: tag.name } : {}),
    ...('color' in values ? { color: tag.color ?? null } : {}),
    ...('description' in values ? { description: tag.description ?? null } : {}),
    ...('note' in values ? { note: tag.note ?? null } : {}),
    ...('formerly' in values ? { formerly: tag.formerly } : {}),
  };
  const changed = Object.entries(values).filter(([key, value]) => !same(before[key as keyof TagValues], value));
  const written = Object.fromEntries(changed.map(([key, value]) => [key, isNothing(value) ? null : value]));
  const shape = shapeOfCodebook(source);
  const splices = setKeys(source.text, item.node as YAMLMap, written, TAG_KEYS);
  const tags = withSiblings(shape.tags, indexes.slice(0, -1), (siblings) => {
    const index = indexes.at(-1)!;
    siblings[index] = withValues(siblings[index]!, Object.fromEntries(changed));
  });
  // a comment beside a key or an old name goes with it, and no other
  const goes =
    Object.values(written).includes(null) || tag.formerly.some((old) => values.formerly?.includes(old) === false);
  const comments = goes ? commentsOf(applySplices(source.text, splices)) : shape.comments;
  if (!without(shape.comments, comments)) throw new UnknownLayout('a new comment');
  const now = values.name === undefined ? path : joinPath(parentOf(path), values.name);
  return {
    source: proceed(source, splices, { ...shape, tags, comments }),
    undo: [{ kind: 'setTag', path: now, values: before, ifStill: values }],
  };
}

/** Writes old names of a tag otherwise, each in its place. Throws `RefusedTagChange` and `UnknownLayout`. */
export function respellOldNames(source: CodebookSource, path: string, spell: (name: string) => string): Step {
  const { item, indexes } = locate(source, path);
  const before = item.tag!.formerly;
  const written = pairOf(item.node as YAMLMap, 'formerly')?.value;
  const splices = (isSeq(written) ? written.items : [written]).flatMap((word): Splice[] => {
    const name = wordOf(word);
    if (name === undefined || spell(name) === name) return [];
    refuseReferences(word);
    return [{ ...rangeOf(word), text: flowText(spell(name)) }];
  });
  const formerly = before.map(spell);
  const shape = shapeOfCodebook(source);
  const tags = withSiblings(shape.tags, indexes.slice(0, -1), (siblings) => {
    const index = indexes.at(-1)!;
    const own = new Map(siblings[index]!.own);
    if (splices.length > 0) own.set('formerly', JSON.stringify(isSeq(written) ? formerly : formerly[0]));
    siblings[index] = { ...siblings[index]!, own };
  });
  return {
    source: proceed(source, splices, { ...shape, tags }),
    undo: [{ kind: 'setTag', path, values: { formerly: before }, ifStill: { formerly } }],
  };
}

/** Takes tags out that are below the same one, with all below them. Throws `RefusedTagChange` and `UnknownLayout`. */
export function removeTags(
  source: CodebookSource,
  paths: readonly string[],
): Step & { readonly written: readonly EntrySource<string>[] } {
  const { text } = source;
  const located = paths.map((path) => locate(source, path));
  const parent = parentOf(paths[0]!);
  const { map, key, pair, siblings } = listOf(source, parent);
  for (const { item } of located) refuseReferences(item.node, true);
  const gone = new Set(located.map(({ indexes }) => indexes.at(-1)!));
  const layout = layList(text, pair!);
  const written = runsOf(text, layout, gone).map(({ first, lines, above }): EntrySource<string> => {
    const before = first === 0 ? null : siblings[first - 1]!.tag?.name;
    return { lines, ...(before === undefined ? {} : { follows: before, above }) };
  });
  const shape = shapeOfCodebook(source);
  const tags = withSiblings(shape.tags, located[0]!.indexes.slice(0, -1), (all) => {
    all.splice(0, all.length, ...all.filter((_, index) => !gone.has(index)));
  });
  const comments = without(
    shape.comments,
    written.flatMap(({ lines }) => commentsOf(lines)),
  );
  if (!comments) throw new UnknownLayout('comments that cannot be told apart');
  const isAll = gone.size === siblings.length && key === 'children';
  const splices = (isAll && emptiedKey(text, map!, pair!, layout)) || removeItems(text, pair!, layout, gone);
  return {
    source: proceed(source, splices, { ...shape, tags, comments }),
    undo: written.map((one) => ({ kind: 'restoreTag', parent, source: one })),
    written,
  };
}

interface Run {
  readonly first: number;
  /** As in a block list. */
  readonly lines: string;
  /** What stands between the item before it and it. */
  readonly above: string;
}

/** Items as they are written, those together between whose lines nothing stands. */
function runsOf(text: string, { style, items, head }: ListLayout, chosen: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  let isOpen = false;
  for (const [index, { from, to }] of items.entries()) {
    const isChosen = chosen.has(index);
    if (isChosen) {
      const lines = style === 'flow' ? `- ${text.slice(from, to)}\n` : text.slice(from, to);
      const above = style === 'flow' ? '' : text.slice(items[index - 1]?.to ?? head, from);
      const last = runs.at(-1);
      if (isOpen && last && above === '') runs.splice(-1, 1, { ...last, lines: last.lines + lines });
      else runs.push({ first: index, lines, above });
    }
    isOpen = isChosen;
  }
  return runs;
}

/** Puts one tag or several, as they are written, below `parent`. Throws `RefusedTagChange` and `UnknownLayout`. */
export function insertTags(
  source: CodebookSource,
  parent: string,
  { lines, follows, above }: EntrySource<string>,
): Step {
  const items = itemsOf(lines);
  const list = listOf(source, parent);
  const taken = new Set(list.siblings.map(({ node }) => nameIn(node)));
  const paths = items.map(({ tag }) => joinPath(parent, tag!.name));
  const twice = paths.find((path) => taken.has(nameOf(path)));
  if (twice !== undefined) throw new RefusedTagChange({ code: 'tagExists', detail: twice });
  const behind = follows ? list.siblings.findIndex(({ tag }) => tag?.name === follows) : -1;
  const isPlaced = follows === null || behind >= 0;
  const gap = isPlaced ? behind + 1 : list.siblings.length;
  const shape = shapeOfCodebook(source);
  const tags = withSiblings(shape.tags, list.indexes, (all) => all.splice(gap, 0, ...items.map(shapeOfTag)));
  const comments = [...shape.comments, ...commentsOf(lines)].sort();
  const splices = insertLines(source.text, list, lines, gap, isPlaced ? above : undefined);
  const next = proceed(source, splices, { ...shape, tags, comments });
  return {
    source: next,
    undo: paths.map((path) => ({ kind: 'deleteTag', path, ifStill: locate(next, path).item.tag! })),
  };
}

/** What `ifStill` asks for. Throws `RefusedTagChange`. */
export function demand(source: CodebookSource, operation: CodebookOperation): void {
  if (!('ifStill' in operation) || operation.ifStill === undefined) return;
  const { path, ifStill } = operation;
  const tag = locate(source, path).item.tag!;
  const now = operation.kind === 'deleteTag' ? tag : pick(tag as TagValues, ifStill);
  if (!same(now, ifStill)) throw new RefusedTagChange({ code: 'changedSince', detail: path });
}

const pick = (tag: TagValues, like: object): TagValues =>
  Object.fromEntries(Object.keys(like).map((key) => [key, tag[key as keyof TagValues] ?? null]));

export const siblingNamed = (source: CodebookSource, path: string, name: string): boolean =>
  listOf(source, parentOf(path)).siblings.some(({ tag }) => tag?.name === name && name !== nameOf(path));
