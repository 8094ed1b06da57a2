import type { EntrySource } from '../yaml/entrySource';
import { UnknownLayout } from '../yaml/splice';
import { type TakeBack, takeBack, takenBack } from '../yaml/takeBack';
import { itemLines } from '../yaml/writeYaml';
import {
  asFormerPath,
  type CodebookTag,
  isColor,
  isTagName,
  isWithin,
  joinPath,
  nameOf,
  parentOf,
  readFormerly,
  writeFormerly,
} from './codebook';
import { type CodebookOperation, type CodebookRefused, RefusedTagChange, type TagValues } from './codebookOperation';
import { type CodebookProblem, type CodebookSource, readCodebook } from './readCodebook';
import { locate } from './tagList';
import { demand, insertTags, removeTags, respellOldNames, type Step, setTag, siblingNamed } from './tagStep';

/** What is not understood where these are would be lost in a merge. */
const LOSABLE = new Set<CodebookProblem['code']>(['badTag', 'noName', 'unusableName', 'badList', 'duplicateTag']);

/** The text as it changes step by step, and what takes all steps back. */
export class CodebookEditing {
  readonly undo: CodebookOperation[] = [];

  constructor(public source: CodebookSource) {}

  /** Carries out operations one after the other. Throws `RefusedTagChange` and `UnknownLayout`. */
  performAll(operations: readonly CodebookOperation[]): void {
    for (let next = 0; next < operations.length; ) {
      const paths = deletedTogether(operations, next);
      if (paths.length < 2) this.perform(operations[next++]!);
      else {
        for (const operation of operations.slice(next, next + paths.length)) demand(this.source, operation);
        this.take(removeTags(this.source, paths));
        next += paths.length;
      }
    }
  }

  private perform(operation: CodebookOperation): void {
    demand(this.source, operation);
    switch (operation.kind) {
      case 'addTag':
        this.add(operation);
        break;
      case 'renameTag':
        this.rename(operation.path, operation.name);
        break;
      case 'moveTag':
        this.move(operation.path, operation.to);
        break;
      case 'mergeTag':
        this.merge(operation.path, operation.into);
        break;
      case 'deleteTag':
        this.remove(operation.path);
        break;
      case 'changeTag': {
        const { kind: _, path, ...values } = operation;
        this.set(path, values);
        break;
      }
      case 'restoreTag':
        this.insert(operation.parent, operation.source);
        break;
      case 'setTag':
        this.set(operation.path, operation.values);
        break;
      case 'takeBack':
        this.takeBack(operation);
        break;
    }
  }

  private takeBack(operation: TakeBack<CodebookOperation>): void {
    const now = this.source;
    const earlier = takenBack(now.file.raw, operation);
    if (earlier === undefined) {
      if (operation.otherwise.length === 0) refuse('changedSince', '');
      this.performAll(operation.otherwise);
      return;
    }
    const source = readCodebook(earlier);
    this.take({ source, undo: [takeBack(earlier, now.file.raw, redoing(now, operation))] });
  }

  private add({ path, color, description }: Extract<CodebookOperation, { kind: 'addTag' }>): void {
    const names = path.split('/');
    const bad = names.find((name) => !isTagName(name));
    if (bad !== undefined) refuse('badName', bad);
    refuseColor(color);
    let parent = '';
    while (names.length > 1 && this.has(joinPath(parent, names[0]!))) parent = joinPath(parent, names.shift()!);
    const [own, ...parents] = names.reverse();
    const tag = parents.reduce<object>((child, name) => ({ name, children: [child] }), {
      name: own,
      color,
      description,
    });
    this.insert(parent, { lines: itemLines(tag) });
  }

  private rename(path: string, name: string): void {
    const tag = this.tag(path);
    if (!isTagName(name)) refuse('badName', name);
    if (name === tag.name) return;
    const now = joinPath(parentOf(path), name);
    if (siblingNamed(this.source, path, name)) refuse('tagExists', now);
    const former = (old: string) => readFormerly(path, old);
    if (tag.formerly.some((old) => writeFormerly(now, former(old)) !== old))
      this.take(respellOldNames(this.source, path, (old) => writeFormerly(now, former(old))));
    this.set(path, { name, formerly: oldNames([...tag.formerly.map(former), tag.name], now) });
  }

  private move(path: string, to: string): void {
    const tag = this.tag(path);
    if (to === parentOf(path)) return;
    if (to !== '' && isWithin(to, path)) refuse('intoItself', to);
    const now = joinPath(to, tag.name);
    if (this.has(now)) refuse('tagExists', now);
    const { lines } = this.remove(path);
    this.insert(to, { lines });
    this.take(respellOldNames(this.source, now, (old) => writeFormerly(now, formerPath(tag, old))));
    this.set(now, { formerly: oldNames(formerPaths(tag), now) });
  }

  private merge(path: string, into: string): void {
    const tag = this.tag(path);
    this.tag(into);
    if (isWithin(into, path)) refuse('intoItself', into);
    const { source } = this;
    const unclear = source.problems.find(({ code, line }) => LOSABLE.has(code) && this.isOwnLine(path, line));
    if (unclear) throw new RefusedTagChange(unclear);
    for (const { name } of tag.children) {
      const twin = joinPath(into, name);
      if (twin !== path && this.has(twin)) this.merge(joinPath(path, name), twin);
    }
    const moved = this.tag(path).children.map((child) => this.remove(child.path).lines);
    this.remove(path);
    for (const lines of moved) this.insert(into, { lines });
    const target = this.tag(into);
    const joined = (one: string | undefined, other: string | undefined) =>
      [...new Set([one, other].filter(Boolean))].join('\n\n');
    this.set(into, {
      ...(tag.description ? { description: joined(target.description, tag.description) } : {}),
      ...(tag.note ? { note: joined(target.note, tag.note) } : {}),
      formerly: oldNames([...target.formerly.map((old) => readFormerly(into, old)), ...formerPaths(tag)], into),
    });
  }

  /** Whether a line, counted from 0, is one of the tag's, or of those below it. */
  private isOwnLine(path: string, line: number): boolean {
    const { node } = locate(this.source, path).item;
    const [start, , end] = (node as { range: [number, number, number] }).range;
    const lineAt = (offset: number) => this.source.text.slice(0, offset).split('\n').length - 1;
    return line >= lineAt(start) && line <= lineAt(Math.max(start, end - 1));
  }

  private set(path: string, values: TagValues): void {
    refuseColor(values.color);
    if (Object.keys(values).length > 0) this.take(setTag(this.source, path, values));
  }

  private insert(parent: string, written: EntrySource<string>): void {
    this.take(insertTags(this.source, parent, written));
  }

  private remove(path: string): EntrySource<string> {
    const step = removeTags(this.source, [path]);
    this.take(step);
    return step.written[0]!;
  }

  private take({ source, undo }: Step): void {
    this.source = source;
    this.undo.unshift(...undo);
  }

  private tag = (path: string): CodebookTag => locate(this.source, path).item.tag!;

  private has = (path: string): boolean => this.source.lines.has(path);
}

/** The paths of the tags below one that operations from `first` on delete: what was imported is taken back at once. */
function deletedTogether(operations: readonly CodebookOperation[], first: number): readonly string[] {
  const paths = new Set<string>();
  for (let next = first; next < operations.length; next++) {
    const operation = operations[next]!;
    if (operation.kind !== 'deleteTag' || paths.has(operation.path)) break;
    const [other = operation.path] = paths;
    if (parentOf(other) !== parentOf(operation.path)) break;
    paths.add(operation.path);
  }
  return [...paths];
}

/** What does again what is taken back, where it can be told from the tags alone. */
function redoing(now: CodebookSource, { otherwise }: TakeBack<CodebookOperation>): readonly CodebookOperation[] {
  const editing = new CodebookEditing(now);
  try {
    editing.performAll(otherwise);
    return editing.undo;
  } catch (error) {
    if (!(error instanceof RefusedTagChange || error instanceof UnknownLayout)) throw error;
    return [];
  }
}

function refuse(code: Extract<CodebookRefused, { detail: string }>['code'], detail: string): never {
  throw new RefusedTagChange({ code, detail } as CodebookRefused);
}

function refuseColor(color: string | null | undefined): void {
  if (typeof color === 'string' && !isColor(color)) refuse('badColorValue', color);
}

/** An old name of a tag as a whole path, which holds wherever the tag goes. */
const formerPath = ({ path }: CodebookTag, written: string): string => {
  const old = readFormerly(path, written);
  return old.includes('/') ? old : asFormerPath(joinPath(parentOf(path), old));
};

const formerPaths = (tag: CodebookTag): string[] => [
  ...tag.formerly.map((old) => formerPath(tag, old)),
  asFormerPath(tag.path),
];

/** As they are written: without repetitions, and without the name that the tag has now. */
const oldNames = (names: readonly string[], path: string): string[] =>
  [...new Set(names)]
    .filter((name) => name !== nameOf(path) && name !== asFormerPath(path))
    .map((name) => writeFormerly(path, name));
