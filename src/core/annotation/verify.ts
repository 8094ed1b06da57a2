import { withoutBlankEnd } from '../yaml/blank';
import { pairOf } from '../yaml/nodes';
import { canonical, same, shapesOf } from '../yaml/shape';
import { rangeOf } from '../yaml/splice';
import { DOCUMENT_KEYS, otherShapes } from './entryKeys';
import type { Expected, Plan } from './plan';
import type { SidecarSource, SourceItem } from './sidecar';

/** True where `after` says what was planned, and has every word that was not to change as it was. */
export function holds(before: SidecarSource, plan: Plan, after: SidecarSource): boolean {
  if (!after.writable) return false;
  const keep = <T>(items: readonly SourceItem<T>[]): Expected<T>[] => items.map((kept) => ({ kept }));
  return (
    holdsList('annotations', before, plan.annotations ?? keep(before.annotationItems), after, after.annotationItems) &&
    holdsList('corrections', before, plan.corrections ?? keep(before.correctionItems), after, after.correctionItems) &&
    same(after.sidecar.document, plan.facts ?? before.sidecar.document) &&
    holdsKeys(documentKeys(before), plan.documentKeys, documentKeys(after)) &&
    holdsKeys(fileKeys(before), plan.fileKeys, fileKeys(after))
  );
}

function holdsList<T>(
  list: 'annotations' | 'corrections',
  before: SidecarSource,
  expected: readonly Expected<T>[],
  after: SidecarSource,
  items: readonly SourceItem<T>[],
): boolean {
  if (items.length !== expected.length) return false;
  return expected.every((item, index) => {
    const { node, value } = items[index]!;
    if ('kept' in item) {
      return wordsOf(before, item.kept.node) === wordsOf(after, node) && !item.kept.value === !value;
    }
    if (!same(value, item.value)) return false;
    return !item.others || canonical([...item.others].sort()) === canonical([...otherShapes(node, list)].sort());
  });
}

const wordsOf = ({ text }: SidecarSource, node: unknown): string => {
  const { from, to } = rangeOf(node);
  return withoutBlankEnd(text.slice(from, to));
};

const documentKeys = ({ root }: SidecarSource) => shapesOf(pairOf(root, 'document')?.value, DOCUMENT_KEYS);

/** The keys of the file that are not lists of entries, by what they say, or for those that nobody changes, by their words. */
function fileKeys(source: SidecarSource): Map<string, string> {
  return shapesOf(source.root, ['annotations', 'corrections', 'document']);
}

function holdsKeys(
  before: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, string | undefined> | undefined,
  after: ReadonlyMap<string, string>,
): boolean {
  const expected = new Map<string, string | undefined>([...before, ...(changed ?? [])]);
  for (const [key, shape] of expected) if (shape !== after.get(key)) return false;
  for (const key of after.keys()) if (expected.get(key) === undefined) return false;
  return true;
}
