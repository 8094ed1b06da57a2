import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Annotation, Correction, Sidecar } from './annotation';
import { EMPTY_SIDECAR, SIDECAR_VERSION } from './annotation';
import { EntryReader, type Reading } from './readEntry';
import { readYaml } from './readYaml';

/** Why a sidecar, or one entry of it, cannot be understood. `line` counts from 0. */
export interface SidecarProblem {
  readonly code: 'conflictMarkers' | 'unparseable' | 'newerVersion' | 'notASidecar' | 'badEntry' | 'duplicateId';
  readonly line: number;
  /** The parser's own words, where it has any (English, for the log and the diagnostic's detail); else the id. */
  readonly detail: string;
}

export interface ParsedSidecar {
  readonly sidecar: Sidecar;
  readonly problems: readonly SidecarProblem[];
  /** The line, counted from 0, of each annotation and each correction, in their order in `sidecar`. */
  readonly lines: { readonly annotations: readonly number[]; readonly corrections: readonly number[] };
  /** False where writing could lose something: the file does not parse, or a newer program wrote it. */
  readonly writable: boolean;
}

/** One item of a list of the file; what it means is undefined where it is a bad entry. */
export interface SourceItem<T> {
  readonly node: unknown;
  readonly line: number;
  readonly value?: T;
}

/** What editing and merging need besides the meaning: where everything stands. */
export interface SidecarSource extends ParsedSidecar {
  readonly text: string;
  /** Null in a file without keys. */
  readonly root: YAMLMap | null;
  readonly annotationItems: readonly SourceItem<Annotation>[];
  readonly correctionItems: readonly SourceItem<Correction>[];
}

const CONFLICT_MARKER = /^(<{7}|={7}|>{7}|\|{7})( |$)/mu;

/** Reads a sidecar. Never throws: what cannot be understood is listed under `problems`. */
export function parseSidecar(text: string): ParsedSidecar {
  const { sidecar, problems, lines, writable } = readSidecar(text);
  return { sidecar, problems, lines, writable };
}

export function readSidecar(text: string): SidecarSource {
  const nothing = { sidecar: EMPTY_SIDECAR, lines: { annotations: [], corrections: [] }, text, root: null };
  const refuse = (code: SidecarProblem['code'], line: number, detail: string): SidecarSource => ({
    ...nothing,
    annotationItems: [],
    correctionItems: [],
    problems: [{ code, line, detail }],
    writable: false,
  });
  const marker = CONFLICT_MARKER.exec(text);
  if (marker) return refuse('conflictMarkers', text.slice(0, marker.index).split('\n').length - 1, marker[0].trim());
  const { document, error, aliases, lineAt } = readYaml(text);
  if (error) return refuse('unparseable', lineAt(error.offset), error.detail);
  const root = document?.contents as unknown;
  const empty = root === null || root === undefined || (isScalar(root) && root.value === null && root.source === '');
  if (!empty && !isMap(root)) return refuse('notASidecar', 0, 'the file is not a map of keys');

  const map = empty ? null : (root as YAMLMap);
  const lineOf = (node: unknown) => lineAt((node as { range?: number[] } | undefined)?.range?.[0] ?? 0);
  const version = pairOf(map, 'version');
  const number = isScalar(version?.value) ? version.value.value : version?.value;
  if (version && number !== null && number !== SIDECAR_VERSION) {
    return refuse(Number(number) > SIDECAR_VERSION ? 'newerVersion' : 'notASidecar', lineOf(version.key), 'version');
  }
  const list = pairOf(map, 'annotations');
  if (list && !isList(list.value)) {
    return refuse('notASidecar', lineOf(list.key), '"annotations" is not a list');
  }

  const problems: SidecarProblem[] = [];
  const bad = (node: unknown, detail: string) => problems.push({ code: 'badEntry', line: lineOf(node), detail });
  const reader = new EntryReader(aliases);
  const items = <T>(pair: Pair | undefined, read: (node: unknown) => Reading<T>): SourceItem<T>[] =>
    (isSeq(pair?.value) ? pair.value.items : []).map((node) => {
      const reading = read(node);
      if ('value' in reading) return { node, line: lineOf(node), value: reading.value };
      bad(node, reading.fault);
      return { node, line: lineOf(node) };
    });
  const annotationItems = items(list, (node) => reader.annotation(node));
  const corrections = pairOf(map, 'corrections');
  if (corrections && !isList(corrections.value)) bad(corrections.key, '"corrections" is not a list');
  const correctionItems = items(corrections, (node) => reader.correction(node));
  const facts = pairOf(map, 'document');
  const document_ = reader.facts(facts?.value);
  if ('fault' in document_) bad(facts?.key, `"document" is ${document_.fault}`);

  const ids = new Set<string>();
  for (const { value, line } of annotationItems) {
    if (value && ids.has(value.id)) problems.push({ code: 'duplicateId', line, detail: value.id });
    if (value) ids.add(value.id);
  }
  const good = <T>(all: readonly SourceItem<T>[]) => all.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const lines = <T>(all: readonly SourceItem<T>[]) => all.flatMap(({ value, line }) => (value ? [line] : []));
  return {
    text,
    root: map,
    annotationItems,
    correctionItems,
    sidecar: {
      document: 'value' in document_ ? document_.value : {},
      annotations: good(annotationItems),
      corrections: good(correctionItems),
    },
    lines: { annotations: lines(annotationItems), corrections: lines(correctionItems) },
    problems: problems.sort((a, b) => a.line - b.line),
    writable: true,
  };
}

/** The pair of a key that is written as a word. */
export const pairOf = (map: YAMLMap | null | undefined, key: string): Pair | undefined =>
  map?.items.find((pair) => isScalar(pair.key) && pair.key.value === key);

const isList = (node: unknown): boolean => node === null || isSeq(node) || (isScalar(node) && node.value === null);
