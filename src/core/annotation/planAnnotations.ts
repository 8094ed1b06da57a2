import { isMap, type YAMLMap } from 'yaml';
import type { NewValue } from '../yaml/mapLayout';
import { pairOf } from '../yaml/nodes';
import { same } from '../yaml/shape';
import { refuseReferences, type Splice, UnknownLayout } from '../yaml/splice';
import type { Annotation } from './annotation';
import type { EntryNode } from './entryCache';
import { ANNOTATION_KEYS, TARGET_KEYS } from './entryKeys';
import { layoutOf } from './layoutOf';
import { type Expected, type Plan, RefusedEdit } from './plan';
import { behindOld, othersOf, overwriteItem, planAdditions, planRemovals, writtenItem } from './planLists';
import { setEntryKeys } from './setEntryKeys';
import type { SidecarSource } from './sidecar';
import type { AnnotationChange, SidecarOperation } from './sidecarOperation';
import { entryLines } from './writeEntry';

type Operation<K> = Extract<SidecarOperation, { kind: K }>;

/** The index of the one entry with this id. Throws `RefusedEdit`. */
export function indexOfEntry(source: SidecarSource, id: string): number {
  const twice = source.problems.find(({ code, detail }) => code === 'duplicateId' && detail === id);
  if (twice) throw new RefusedEdit(twice);
  const index = source.annotationItems.findIndex(({ value }) => value?.id === id);
  if (index < 0) throw new RefusedEdit({ code: 'missingEntry', detail: id });
  return index;
}

export function planAdds(
  source: SidecarSource,
  operations: readonly (Operation<'add'> | Operation<'restore'>)[],
): Plan {
  const items = source.annotationItems;
  const indexes = new Map(items.map(({ value }, index) => [value?.id, index]));
  const additions = operations.map((operation) => {
    const { annotation } = operation;
    const index = indexes.get(annotation.id);
    if (index !== undefined) {
      throw new RefusedEdit({ code: 'duplicateId', line: items[index]!.line, detail: annotation.id });
    }
    if (operation.kind === 'add') return { value: annotation, lines: entryLines(annotation) };
    const { lines, follows, precedes, above } = operation.source;
    const old = follows === null ? -1 : follows === undefined ? undefined : indexes.get(follows);
    const next = precedes === null ? items.length : precedes === undefined ? undefined : indexes.get(precedes);
    const behind = old === undefined ? undefined : behindOld(items, annotation.target, old, next);
    // one that is put back in the same batch goes behind its neighbour of that batch
    if (behind !== undefined) indexes.set(annotation.id, behind);
    return { value: annotation, lines, follows: behind, above };
  });
  const { splices, expected } = planAdditions(source, 'annotations', items, additions);
  return {
    splices,
    annotations: expected,
    undo: operations.map(({ annotation }) => ({ kind: 'delete', id: annotation.id, ifStill: annotation })),
  };
}

export function planDeletes(source: SidecarSource, operations: readonly Operation<'delete'>[]): Plan {
  const items = source.annotationItems;
  const gone = new Set<number>();
  for (const { id, ifStill } of operations) {
    const index = indexOfEntry(source, id);
    if (ifStill && !same(items[index]!.value, ifStill)) throw new RefusedEdit({ code: 'changedSince', detail: id });
    gone.add(index);
  }
  const { splices, expected, removed } = planRemovals(source, 'annotations', items, gone);
  const undo = [...gone]
    .sort((a, b) => a - b)
    .map((index): SidecarOperation => {
      const annotation = items[index]!.value!;
      const before = index === 0 ? null : items[index - 1]!.value?.id;
      // one that goes with it is put back behind it
      let next = index + 1;
      while (gone.has(next)) next++;
      const behind = next < items.length ? items[next]!.value?.id : null;
      const { lines, above } = removed.get(index)!;
      const place =
        before === undefined ? {} : { follows: before, above, ...(behind === undefined ? {} : { precedes: behind }) };
      return { kind: 'restore', annotation, source: { lines, ...place } };
    });
  return { splices, annotations: expected, undo };
}

export function planReplacements(source: SidecarSource, operations: readonly Operation<'replace'>[]): Plan {
  const { text, annotationItems } = source;
  const layout = layoutOf(source, 'annotations');
  const splices: Splice[] = [];
  const undo: SidecarOperation[] = [];
  const expected: Expected<Annotation>[] = annotationItems.map((kept) => ({ kept }));
  for (const { annotation, lines } of operations) {
    const index = indexOfEntry(source, annotation.id);
    const { entry, value } = annotationItems[index]!;
    refuseReferences(entry.node, true);
    splices.push(overwriteItem(layout, index, lines));
    undo.unshift({ kind: 'replace', annotation: value!, lines: writtenItem(text, layout, index).lines });
    expected[index] = { value: annotation, others: othersOf(source, lines, 'annotations') };
  }
  return { splices, undo, annotations: expected };
}

export function planChanges(source: SidecarSource, operations: readonly Operation<'change'>[]): Plan {
  const splices: Splice[] = [];
  const undo: SidecarOperation[] = [];
  const changed = new Map<number, Annotation>();
  for (const { id, changes, ifStill } of operations) {
    const index = indexOfEntry(source, id);
    const { entry, value } = source.annotationItems[index]!;
    const current = value!;
    if (ifStill && !same(pick(current, ifStill), ifStill)) throw new RefusedEdit({ code: 'changedSince', detail: id });
    const before = pick(current, changes);
    splices.push(...changeEntry(entry, current, changes));
    undo.unshift({ kind: 'change', id, changes: before, ifStill: changes });
    changed.set(index, withChanges(current, changes));
  }
  const annotations = source.annotationItems.map((item, index) => {
    const value = changed.get(index);
    return value ? { value, others: item.others } : { kept: item };
  });
  return { splices, undo, annotations };
}

/** What an annotation has now under the keys of a change, null for none. */
export const pick = (annotation: Annotation, like: AnnotationChange): AnnotationChange =>
  Object.fromEntries(Object.keys(like).map((key) => [key, annotation[key as keyof Annotation] ?? null]));

function withChanges(annotation: Annotation, changes: AnnotationChange): Annotation {
  const merged = Object.entries({ ...annotation, ...changes });
  return Object.fromEntries(
    merged.filter(([, value]) => value !== null && value !== undefined),
  ) as unknown as Annotation;
}

function changeEntry(entry: EntryNode, current: Annotation, changes: AnnotationChange): Splice[] {
  const values: Record<string, NewValue | null> = {};
  const splices: Splice[] = [];
  for (const [key, value] of Object.entries(changes)) {
    if (same(current[key as keyof Annotation] ?? null, value)) continue;
    if (key !== 'target') values[key] = value as NewValue | null;
    else splices.push(...changeTarget(entry, current, changes.target!));
  }
  return [...splices, ...setEntryKeys(entry, entry.node as YAMLMap, values, ANNOTATION_KEYS)];
}

function changeTarget(
  entry: EntryNode,
  current: Annotation,
  target: NonNullable<AnnotationChange['target']>,
): Splice[] {
  const node = pairOf(entry.node as YAMLMap, 'target')?.value;
  if (!isMap(node)) throw new UnknownLayout('a target that stands elsewhere');
  refuseReferences(node);
  const entries = (TARGET_KEYS as (keyof typeof target)[]).map((key) => [key, target[key] ?? null] as const);
  const values = Object.fromEntries(entries.filter(([key, value]) => (current.target[key] ?? null) !== value));
  return setEntryKeys(entry, node, values, TARGET_KEYS);
}
