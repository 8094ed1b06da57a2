import { isMap, isSeq, type Pair, type YAMLMap } from 'yaml';
import { dashColumn, indentLines, insertItems, type ListLayout, layList } from '../yaml/listLayout';
import { setKeys } from '../yaml/mapLayout';
import { pairOf, wordOf } from '../yaml/nodes';
import { columnOf, lineEnd, lineStart, pairEnd, rangeOf, type Splice, textEnd, UnknownLayout } from '../yaml/splice';
import { flowText } from '../yaml/writeYaml';
import { RefusedTagChange } from './codebookOperation';
import { type CodebookProblem, type CodebookSource, readCodebook, type SourceTag, TAG_KEYS } from './readCodebook';
import { commentsOf } from './tagShape';

/** A tag of the file with the way down to it. */
export interface Located {
  readonly item: SourceTag;
  readonly indexes: readonly number[];
}

/** Works something out once for each list, however often it is asked for. */
function onceFor<List extends object, T>(work: (list: List) => T): (list: List) => T {
  const known = new WeakMap<List, T>();
  return (list) => {
    const before = known.get(list);
    if (before !== undefined) return before;
    const now = work(list);
    known.set(list, now);
    return now;
  };
}

const duplicatesOf = onceFor((problems: readonly CodebookProblem[]) => {
  const twice = problems.filter(({ code }) => code === 'duplicateTag');
  return new Map(twice.map((problem) => [problem.detail, problem] as const).reverse());
});

/** Where each name stands first. */
const namesOf = onceFor(
  (siblings: readonly SourceTag[]) =>
    new Map(siblings.flatMap(({ tag }, index) => (tag ? [[tag.name, index] as const] : [])).reverse()),
);

/** The one tag at `path`. Throws `RefusedTagChange`. */
export function locate({ items, problems }: CodebookSource, path: string): Located {
  const twice = duplicatesOf(problems).get(path);
  if (twice) throw new RefusedTagChange(twice);
  let siblings = items;
  let item: SourceTag | undefined;
  const indexes: number[] = [];
  for (const name of path.split('/')) {
    const index = namesOf(siblings).get(name);
    if (index === undefined) throw new RefusedTagChange({ code: 'missingTag', detail: path });
    item = siblings[index]!;
    indexes.push(index);
    siblings = item.children;
  }
  return { item: item!, indexes };
}

export interface TagList {
  readonly map: YAMLMap | null;
  readonly key: 'tags' | 'children';
  readonly pair: Pair | undefined;
  readonly siblings: readonly SourceTag[];
  /** The way down to the tag that has the list. */
  readonly indexes: readonly number[];
}

/** The list of the tags below `parent`, of those at the top where it is empty. */
export function listOf(source: CodebookSource, parent: string): TagList {
  const found = parent === '' ? undefined : locate(source, parent);
  const map = found ? (found.item.node as YAMLMap) : source.root;
  const key = found ? 'children' : 'tags';
  const pair = pairOf(map, key);
  const { anchor, tag } = (isSeq(pair?.value) ? pair.value : {}) as { anchor?: string; tag?: string };
  if (anchor || tag) throw new UnknownLayout('a list that others may refer to');
  return { map, key, pair, siblings: found ? found.item.children : source.items, indexes: found ? found.indexes : [] };
}

/** Takes `children` away together with all tags below, where `insertLines` would put the key back as it stood. */
export function emptiedKey(text: string, map: YAMLMap, pair: Pair, { style, items }: ListLayout): Splice[] | undefined {
  if (style === 'flow') {
    const rank = (at: number) => TAG_KEYS.indexOf(wordOf(map.items[at]?.key) ?? '');
    const before = map.items.indexOf(pair) - 1;
    const isInOrder = rank(before) >= 0 && map.items.every((other, at) => other === pair || rank(at) <= rank(before));
    return map.flow && isInOrder ? setKeys(text, map, { children: null }, TAG_KEYS) : undefined;
  }
  const from = items[0]!.from;
  const to = items.at(-1)!.to;
  if (items.some((item, index) => index > 0 && item.from !== items[index - 1]!.to)) return undefined;
  const start = lineStart(text, rangeOf(pair.key).from);
  const isPlain = pair === map.items.at(-1) && /^ *children:[ \t\r\n]*$/u.test(text.slice(start, from));
  return isPlain ? [{ from: start, to, text: '' }] : undefined;
}

/** The tags that lines hold, read on their own. */
export function itemsOf(lines: string): readonly SourceTag[] {
  const { items } = readCodebook(`tags:\n${indentLines(lines, 2)}`);
  if (items.length === 0 || items.some(({ tag }) => !tag)) throw new UnknownLayout('lines that are not those of tags');
  return items;
}

/** The name of an item, also of one that means nothing because another has it. */
export const nameIn = (node: unknown): unknown => (isMap(node) ? node.get('name') : undefined);

/** Puts the lines of tags into a list, behind `gap` of those that stand there. Throws `UnknownLayout`. */
export function insertLines(
  text: string,
  list: TagList,
  lines: string,
  gap: number,
  above: string | undefined,
): Splice[] {
  const { map, key, pair, siblings } = list;
  const flow = () => inBrackets(lines);
  if (pair && siblings.length > 0) return insertItems(text, pair, layList(text, pair), [{ gap, lines, above, flow }]);
  if (map?.flow) return setKeys(text, map, { [key]: { yaml: `[${flow()}]` } }, TAG_KEYS);
  const column = map?.items[0] ? columnOf(text, rangeOf(map.items[0].key).from) : 0;
  // a tag that is put back stands as far in as it did, unless its parent has moved meanwhile
  const own = dashColumn(lines);
  const indented = indentLines(lines, above !== undefined && own >= column && own <= column + 8 ? own : column + 2);
  if (pair) return insertItems(text, pair, layList(text, pair), [{ gap, lines: indented, above: above ?? '', flow }]);
  const last = map?.items.at(-1);
  const at = last && key === 'children' ? lineEnd(text, pairEnd(last)) : textEnd(text);
  return [{ from: at, to: at, text: `${' '.repeat(column)}${key}:\n${indented}` }];
}

/** Tags on one line, as they are written where that is what they are already. */
function inBrackets(lines: string): string {
  const words = /^ *- (\{.*\})[ \t\r\n]*$/u.exec(lines)?.[1];
  return words && commentsOf(lines).length === 0
    ? words
    : itemsOf(lines)
        .map(({ node }) => flowText(node))
        .join(', ');
}
