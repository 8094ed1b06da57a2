import { isMap, isSeq } from 'yaml';
import { commentsIn } from '../yaml/comments';
import { isList, pairOf } from '../yaml/nodes';
import { canonical, shapeOf, shapesOf } from '../yaml/shape';
import type { TagValues } from './codebookOperation';
import type { CodebookSource, SourceTag } from './readCodebook';

/** What a tag says, with the keys that this program does not know, however it is laid out. */
export interface TagShape {
  readonly own: ReadonlyMap<string, string>;
  readonly children: readonly TagShape[];
}

/** What a codebook says in all its words, to compare what an edit did with what it was to do. */
export interface CodebookShape {
  readonly keys: ReadonlyMap<string, string>;
  readonly tags: readonly TagShape[];
  /** All comments, sorted. */
  readonly comments: readonly string[];
}

export function shapeOfTag({ node, children }: SourceTag): TagShape {
  if (!isMap(node)) return { own: new Map([['', shapeOf(node)]]), children: [] };
  const list = pairOf(node, 'children');
  const own = shapesOf(node, list && isList(list.value) ? ['children'] : []);
  const value = list?.value;
  const { anchor, tag } = (isSeq(value) ? value : {}) as { anchor?: string; tag?: string };
  if (anchor || tag) own.set('children', `${anchor} ${tag}`);
  return { own, children: children.map(shapeOfTag) };
}

const shapes = new WeakMap<CodebookSource, CodebookShape>();

export function shapeOfCodebook(source: CodebookSource): CodebookShape {
  const { text, root, items } = source;
  const known = shapes.get(source);
  if (known) return known;
  const shape = { keys: shapesOf(root, ['tags']), tags: items.map(shapeOfTag), comments: commentsOf(text) };
  shapes.set(source, shape);
  return shape;
}

export const sameShape = (a: CodebookShape, b: CodebookShape): boolean => canonical(plain(a)) === canonical(plain(b));

const plain = ({ keys, tags, comments }: CodebookShape) => ({
  keys: [...keys].sort(),
  tags: tags.map(plainTag),
  comments,
});

const plainTag = ({ own, children }: TagShape): object => ({ own: [...own].sort(), children: children.map(plainTag) });

/** The list of siblings that `indexes` lead to, changed by `change`; all but the last of them lead down. */
export function withSiblings(
  tags: readonly TagShape[],
  indexes: readonly number[],
  change: (siblings: TagShape[]) => void,
): TagShape[] {
  const copy = [...tags];
  const [index, ...below] = indexes;
  if (index === undefined) change(copy);
  else copy[index] = { ...tags[index]!, children: withSiblings(tags[index]!.children, below, change) };
  return copy;
}

export function withValues({ own, children }: TagShape, values: TagValues): TagShape {
  const changed = new Map(own);
  for (const [key, value] of Object.entries(values)) {
    if (isNothing(value)) changed.delete(key);
    else changed.set(key, JSON.stringify(value));
  }
  return { own: changed, children };
}

/** Whether a value means that its key goes. */
export const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** The comments of a text, sorted. */
export const commentsOf = (text: string): string[] =>
  commentsIn(text)
    .map((comment) => comment.text)
    .sort();

/** The first without the second, each as often as it is there; undefined where something of the second is not there. */
export function without(all: readonly string[], gone: readonly string[]): string[] | undefined {
  const left = [...all];
  for (const item of gone) {
    const at = left.indexOf(item);
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return left;
}
