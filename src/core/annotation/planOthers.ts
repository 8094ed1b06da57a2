import { isMap, isScalar, type YAMLMap } from 'yaml';
import { type NewValue, setKeys } from '../yaml/mapLayout';
import { pairOf } from '../yaml/nodes';
import { readYaml } from '../yaml/readYaml';
import { same, shapeOf } from '../yaml/shape';
import { columnOf, lineEnd, lineStart, pairEnd, rangeOf, type Splice, textEnd, UnknownLayout } from '../yaml/splice';
import { flowText, keyLines } from '../yaml/writeYaml';
import type { Correction, DocumentFacts } from './annotation';
import { ANNOTATION_KEYS, DOCUMENT_KEYS } from './entryKeys';
import { type Plan, RefusedEdit } from './plan';
import { indexOfEntry } from './planAnnotations';
import { aboveKey, behindOld, listAtEnd, planAdditions, planRemovals } from './planLists';
import { setEntryKeys } from './setEntryKeys';
import type { SidecarSource } from './sidecar';
import type { FactsChange, SidecarOperation } from './sidecarOperation';
import { correctionLine } from './writeEntry';

type Operation<K> = Extract<SidecarOperation, { kind: K }>;

export function planAddCorrection(source: SidecarSource, operation: Operation<'addCorrection'>): Plan {
  const { correction, source: written } = operation;
  const items = source.correctionItems;
  const { follows, precedes } = written ?? {};
  const indexOf = (one: Correction | null | undefined) => (one ? items.findIndex(({ value }) => same(value, one)) : -1);
  const index = indexOf(follows);
  const next = precedes === null ? items.length : indexOf(precedes);
  const place =
    follows === null || index >= 0
      ? { follows: behindOld(items, correction.target, index, next < 0 ? undefined : next), above: written?.above }
      : {};
  const lines = written?.lines ?? correctionLine(correction);
  const { splices, expected } = planAdditions(source, 'corrections', items, [{ value: correction, lines, ...place }]);
  return { splices, corrections: expected, undo: [{ kind: 'deleteCorrection', correction }] };
}

export function planDeleteCorrection(source: SidecarSource, { correction }: Operation<'deleteCorrection'>): Plan {
  const items = source.correctionItems;
  const index = items.findIndex(({ value }) => value !== undefined && same(value, correction));
  if (index < 0) throw new RefusedEdit({ code: 'missingEntry', detail: correction.target.exact });
  const { splices, expected, removed } = planRemovals(source, 'corrections', items, new Set([index]));
  const { lines, above } = removed.get(index)!;
  const before = index === 0 ? null : items[index - 1]!.value;
  const behind = index === items.length - 1 ? null : items[index + 1]!.value;
  const place =
    before === undefined ? {} : { follows: before, above, ...(behind === undefined ? {} : { precedes: behind }) };
  const list = items.length === 1 ? listAtEnd(source, 'corrections', lines) : undefined;
  return {
    splices: list ? [list] : splices,
    corrections: expected,
    undo: [{ kind: 'addCorrection', correction, source: { lines, ...place } }],
  };
}

export function planFacts(source: SidecarSource, { facts, ifStill }: Operation<'setDocument'>): Plan {
  const current = source.sidecar.document;
  const now = (like: FactsChange): FactsChange =>
    Object.fromEntries(Object.keys(like).map((key) => [key, current[key as keyof DocumentFacts] ?? null]));
  if (ifStill && !same(now(ifStill), ifStill)) throw new RefusedEdit({ code: 'changedSince', detail: 'document' });
  const changed = Object.entries(facts).filter(([key, value]) => !same(now({ [key]: null }), { [key]: value }));
  const after = Object.entries({ ...current, ...facts }).filter(([, value]) => value !== null);
  return {
    splices: setDocumentKeys(source, Object.fromEntries(changed.map(([key, value]) => [key, asWritten(value)]))),
    facts: Object.fromEntries(after),
    undo: [{ kind: 'setDocument', facts: now(facts), ifStill: facts }],
  };
}

/** The attributes go into brackets, on one line. */
const asWritten = (value: string | Readonly<Record<string, string>> | null): NewValue | null =>
  typeof value === 'object' && value !== null ? { yaml: flowText(value) } : value;

export function planOtherKeys(source: SidecarSource, operation: Operation<'setOtherKeys'>): Plan {
  const { of, keys } = operation;
  const { text, root, annotationItems } = source;
  const values = Object.fromEntries(
    Object.entries(keys).map(([key, yaml]): [string, NewValue | null] => [key, yaml === null ? null : { yaml }]),
  );
  const shapes = new Map(
    Object.entries(keys).map(([key, yaml]) => [key, yaml === null ? undefined : shapeOfText(yaml)]),
  );
  const undo = (map: unknown): SidecarOperation[] => [{ kind: 'setOtherKeys', of, keys: currentKeys(map, keys) }];
  if (of === 'document') {
    const splices = setDocumentKeys(source, values);
    return { splices, documentKeys: shapes, undo: undo(pairOf(root, 'document')?.value) };
  }
  if (of === 'file') {
    if (!root) throw new UnknownLayout('a file without keys');
    return { splices: setKeys(text, root, values, []), fileKeys: shapes, undo: undo(root) };
  }
  const index = indexOfEntry(source, of.id);
  const { entry, value, others: was } = annotationItems[index]!;
  const others = new Map<string, string>(was);
  for (const [key, shape] of shapes) {
    if (shape === undefined) others.delete(key);
    else others.set(key, shape);
  }
  return {
    splices: setEntryKeys(entry, entry.node as YAMLMap, values, ANNOTATION_KEYS),
    annotations: annotationItems.map((item, at) => (at === index ? { value: value!, others } : { kept: item })),
    undo: undo(entry.node),
  };
}

const shapeOfText = (yaml: string): string => shapeOf(readYaml(yaml).document?.contents);

function currentKeys(map: unknown, like: object): Record<string, string | null> {
  const yaml = (key: string) => {
    const pair = isMap(map) ? pairOf(map, key) : undefined;
    return pair ? flowText(pair.value) : null;
  };
  return Object.fromEntries(Object.keys(like).map((key) => [key, yaml(key)]));
}

/** Sets keys of the document part, which stands above the annotations and appears and goes with its keys. */
function setDocumentKeys(source: SidecarSource, values: Readonly<Record<string, NewValue | null>>): Splice[] {
  const { text, root } = source;
  if (root?.flow) throw new UnknownLayout('a file in brackets');
  const pair = pairOf(root, 'document');
  const given = Object.entries(values).filter(([, value]) => value !== null);
  const empty = !pair || pair.value === null || (isScalar(pair.value) && pair.value.value === null);
  if (!empty && !isMap(pair.value)) throw new UnknownLayout('a document part that is no map');
  if (!empty && (pair.value as YAMLMap).items.length > 0) {
    const map = pair.value as YAMLMap;
    const stays = map.items.some(({ key }) => isScalar(key) && values[String(key.value)] !== null);
    if (stays || given.length > 0) return setKeys(text, map, values, DOCUMENT_KEYS);
    const from = lineStart(text, rangeOf(pair.key).from);
    const to = lineEnd(text, pairEnd(pair));
    // comments stay, and so does the key that they stand under
    if (text.slice(from, to).includes('#')) return setKeys(text, map, values, DOCUMENT_KEYS);
    return [{ from, to, text: '' }];
  }
  if (given.length === 0) return [];
  const indent = root?.items[0] ? columnOf(text, rangeOf(root.items[0].key).from) : 0;
  const pad = ' '.repeat(indent + 2);
  const ordered = given.sort(([a], [b]) => DOCUMENT_KEYS.indexOf(a) - DOCUMENT_KEYS.indexOf(b));
  const lines = ordered
    .flatMap(([key, value]) => (isYaml(value) ? `${key}: ${value.yaml}\n` : keyLines(key, value)).split('\n'))
    .map((line) => (line === '' ? '' : `${pad}${line}\n`))
    .join('');
  if (pair) return fillDocument(source, pair, lines);
  const lists = pairOf(root, 'annotations') ?? pairOf(root, 'corrections');
  const at = lists ? aboveKey(source, lists) : textEnd(text);
  return [{ from: at, to: at, text: `${' '.repeat(indent)}document:\n${lines}` }];
}

const isYaml = (value: NewValue | null): value is { yaml: string } =>
  typeof value === 'object' && value !== null && 'yaml' in value;

/** Puts the first keys under a `document:` that has none. */
function fillDocument({ text }: SidecarSource, pair: NonNullable<ReturnType<typeof pairOf>>, lines: string): Splice[] {
  const colon = text.indexOf(':', rangeOf(pair.key).to) + 1;
  const to = Math.max(pairEnd(pair), colon);
  if (!/^[ \t]*(\{[ \t]*\}|null|~|)$/u.test(text.slice(colon, to))) throw new UnknownLayout('an odd document part');
  const head = lineEnd(text, to);
  return [
    { from: colon, to, text: '' },
    { from: head, to: head, text: lines },
  ];
}
