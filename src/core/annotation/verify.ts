import type { Steps } from '../steps';
import { withoutBlankEnd } from '../yaml/blank';
import { pairOf } from '../yaml/nodes';
import { canonical, same, shapesOf } from '../yaml/shape';
import { DOCUMENT_KEYS } from './entryKeys';
import type { Expected, Plan } from './plan';
import type { SidecarSource, SourceItem } from './sidecar';

/** True where `after` says what was planned, and has every word that was not to change as it was. */
export function* holds(before: SidecarSource, plan: Plan, after: SidecarSource): Steps<boolean> {
  if (!after.writable) return false;
  const keep = <T>(items: readonly SourceItem<T>[]): Expected<T>[] => items.map((kept) => ({ kept }));
  return (
    (yield* holdsList(before, plan.annotations ?? keep(before.annotationItems), after, after.annotationItems)) &&
    (yield* holdsList(before, plan.corrections ?? keep(before.correctionItems), after, after.correctionItems)) &&
    same(after.sidecar.document, plan.facts ?? before.sidecar.document) &&
    holdsKeys(documentKeys(before), plan.documentKeys, documentKeys(after)) &&
    holdsKeys(fileKeys(before), plan.fileKeys, fileKeys(after))
  );
}

function* holdsList<T>(
  before: SidecarSource,
  expected: readonly Expected<T>[],
  after: SidecarSource,
  items: readonly SourceItem<T>[],
): Steps<boolean> {
  if (items.length !== expected.length) return false;
  for (const [index, item] of expected.entries()) {
    if (!holdsItem(before, item, after, items[index]!)) return false;
    yield;
  }
  return true;
}

function holdsItem<T>(
  before: SidecarSource,
  expected: Expected<T>,
  after: SidecarSource,
  item: SourceItem<T>,
): boolean {
  const { value, others } = item;
  if ('kept' in expected) {
    return wordsOf(before, expected.kept) === wordsOf(after, item) && !expected.kept.value === !value;
  }
  if (!same(value, expected.value)) return false;
  return !expected.others || canonical([...expected.others].sort()) === canonical([...others].sort());
}

const wordsOf = ({ text }: SidecarSource, { from, to }: SourceItem<unknown>): string =>
  withoutBlankEnd(text.slice(from, to));

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
