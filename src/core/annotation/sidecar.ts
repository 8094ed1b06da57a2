import { isScalar, isSeq, type Pair, Scalar, type YAMLMap, YAMLSeq } from 'yaml';
import { finish, type Steps } from '../steps';
import type { Span } from '../text/span';
import { type CutText, cutLists } from '../yaml/cutLists';
import { FileText } from '../yaml/fileText';
import { isList, pairOf } from '../yaml/nodes';
import { type FileFault, readVersioned, type VersionedFile } from '../yaml/readVersioned';
import { columnOf } from '../yaml/splice';
import type { Annotation, Correction, Sidecar } from './annotation';
import { EMPTY_SIDECAR, SIDECAR_VERSION } from './annotation';
import { EntryCache, type EntryFacts, type EntryNode, factsOf, parseAlone } from './entryCache';
import type { ListKey } from './entryKeys';
import { EntryReader } from './readEntry';

/** Why a sidecar, or one entry of it, cannot be understood. `line` counts from 0. */
export interface SidecarProblem {
  readonly code:
    | FileFault<'notASidecar'>['code']
    | 'badEntry'
    | 'duplicateId'
    /** The bytes are not UTF-8. */
    | 'notText'
    /** The file is there, and the system does not let it be read. */
    | 'unreadable'
    /** Tags in brackets between full-width commas are, for YAML, one tag. */
    | 'wideComma';
  readonly line: number;
  /** What it is about, from that line to `endLine` where it is on several; the whole line where there are none. */
  readonly columns?: Span;
  readonly endLine?: number;
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

/** One entry of a list of the file, its offsets in the text of the file. */
export interface SourceItem<T> extends EntryFacts<T> {
  readonly line: number;
  /** Read when it is asked for. */
  readonly entry: EntryNode;
}

/** What editing and merging need besides the meaning: where everything stands. */
export interface SidecarSource extends ParsedSidecar {
  readonly file: FileText;
  /** As all offsets count in it. */
  readonly text: string;
  /** Null in a file without keys. A list that was cut has no entries in it, and stands there as one scalar. */
  readonly root: YAMLMap | null;
  readonly annotationItems: readonly SourceItem<Annotation>[];
  readonly correctionItems: readonly SourceItem<Correction>[];
  /** How the lists were cut, where their entries were read one by one. */
  readonly cut?: CutText;
  readonly cache: EntryCache;
}

const LISTS: readonly ListKey[] = ['annotations', 'corrections'];
const FORMAT = {
  version: SIDECAR_VERSION,
  list: 'annotations',
  keys: [...LISTS, 'document'],
  foreign: 'notASidecar',
} as const;

/** Reads a sidecar. Never throws: what cannot be understood is listed under `problems`. */
export const parseSidecar = (text: string, cache?: EntryCache): ParsedSidecar => finish(parseSteps(text, cache));

/** The same in steps, where the entries can be read one by one. */
export function* parseSteps(text: string, cache?: EntryCache): Steps<ParsedSidecar> {
  const { sidecar, problems, lines, writable } = yield* readSteps(text, cache);
  return { sidecar, problems, lines, writable };
}

export const readSidecar = (words: string | FileText, cache?: EntryCache): SidecarSource =>
  finish(readSteps(words, cache));

/** Reads a sidecar, an entry a step. */
export function* readSteps(words: string | FileText, cache = new EntryCache()): Steps<SidecarSource> {
  const file = typeof words === 'string' ? new FileText(words) : words;
  return (yield* readByEntry(file, cache)) ?? readWhole(file, cache);
}

type Items = Record<ListKey, readonly SourceItem<Annotation | Correction>[]>;

/** Reads each entry by its own lines; undefined where that might be another reading than that of the whole. */
function* readByEntry(file: FileText, cache: EntryCache): Steps<SidecarSource | undefined> {
  const { text } = file;
  const cut = cutLists(text, LISTS);
  yield;
  if (!cut || cut.lists.length === 0) return undefined;
  const frame = readVersioned(file, FORMAT, cut.frame);
  if ('fault' in frame || frame.aliases.size > 0) return undefined;
  // a list that was not cut is in the frame
  const items = itemsIn(file, frame);
  for (const { key, starts, end } of cut.lists) {
    const list = key as ListKey;
    const read: SourceItem<Annotation | Correction>[] = [];
    for (const [index, start] of starts.entries()) {
      const lines = text.slice(start, starts[index + 1] ?? end);
      const facts = cache.read(list, lines);
      if (!facts) return undefined;
      read.push(new CutItem(facts, list, lines, start, file));
      yield;
    }
    items[list] = read;
    const pair = pairOf(frame.root, list);
    // what goes on in another column than the dashes was left in the frame
    if (!pair || !isBlankNode(pair.value)) return undefined;
    standIn(pair, read);
  }
  return { ...sourceOf(file, frame, items, cache), cut };
}

/** An entry that was read by itself. */
class CutItem<T> implements SourceItem<T> {
  readonly value?: T;
  readonly fault?: string;
  readonly others: EntryFacts<T>['others'];
  readonly from: number;
  readonly to: number;
  readonly wide: EntryFacts<T>['wide'];
  readonly line: number;

  constructor(
    { value, fault, others, from, to, wide }: EntryFacts<T>,
    private readonly list: ListKey,
    private readonly words: string,
    private readonly start: number,
    file: FileText,
  ) {
    // above the lines that were read stood the key of the list
    const moved = start - list.length - 2;
    if (value !== undefined) this.value = value;
    if (fault !== undefined) this.fault = fault;
    this.others = others;
    this.from = from + moved;
    this.to = to + moved;
    this.wide = wide.map((comma) => ({ ...comma, from: comma.from + moved, to: comma.to + moved }));
    this.line = file.lineAt(this.from);
  }

  get entry(): EntryNode {
    return parseAlone(this.list, this.words, this.start);
  }
}

const isBlankNode = (node: unknown): boolean => isScalar(node) && node.value === null && node.source === '';

/** Puts a scalar that reaches from the first entry to the last in the place of a list that was cut out of the frame. */
function standIn(pair: Pair, items: readonly SourceItem<unknown>[]): void {
  const list = new YAMLSeq();
  const scalar = new Scalar(null);
  const end = items.at(-1)!.to;
  list.range = [items[0]!.from, end, end];
  scalar.range = list.range;
  list.items.push(scalar);
  pair.value = list;
}

function readWhole(file: FileText, cache: EntryCache): SidecarSource {
  const frame = readVersioned(file, FORMAT);
  const none = { annotations: [], corrections: [] };
  if ('fault' in frame) {
    const { fault } = frame;
    return {
      ...{ file, text: file.text, root: null, annotationItems: [], correctionItems: [], cache },
      ...{ sidecar: EMPTY_SIDECAR, lines: none, problems: [fault], writable: false },
    };
  }
  return sourceOf(file, frame, itemsIn(file, frame), cache);
}

function itemsIn({ text }: FileText, { root, aliases, lineOf }: VersionedFile): Items {
  const reader = new EntryReader(aliases);
  const under = (list: ListKey) => {
    const value = pairOf(root, list)?.value;
    return (isSeq(value) ? value.items : []).map((node) => ({
      ...factsOf(node, list, reader),
      line: lineOf(node),
      entry: { node, text, offset: 0 },
    }));
  };
  return { annotations: under('annotations'), corrections: under('corrections') };
}

function sourceOf(
  file: FileText,
  { root, aliases, lineOf }: VersionedFile,
  items: Items,
  cache: EntryCache,
): SidecarSource {
  const { text } = file;
  const problems: SidecarProblem[] = [];
  const bad = (line: number, detail: string) => problems.push({ code: 'badEntry', line, detail });
  for (const { line, fault } of [...items.annotations, ...items.corrections]) if (fault !== undefined) bad(line, fault);
  const corrections = pairOf(root, 'corrections');
  if (corrections && !isList(corrections.value)) bad(lineOf(corrections.key), '"corrections" is not a list');
  const facts = pairOf(root, 'document');
  const documentFacts = new EntryReader(aliases).facts(facts?.value);
  if ('fault' in documentFacts) bad(lineOf(facts?.key), `"document" is ${documentFacts.fault}`);
  for (const { from, to, words } of items.annotations.flatMap(({ wide }) => wide)) {
    const columns = { start: columnOf(text, from), end: columnOf(text, to) };
    const [line, endLine] = [file.lineAt(from), file.lineAt(to)];
    problems.push({ code: 'wideComma', line, columns, ...(endLine > line ? { endLine } : {}), detail: words });
  }
  const annotationItems = items.annotations as readonly SourceItem<Annotation>[];
  const correctionItems = items.corrections as readonly SourceItem<Correction>[];
  const ids = new Set<string>();
  for (const { value, line } of annotationItems) {
    if (value && ids.has(value.id)) problems.push({ code: 'duplicateId', line, detail: value.id });
    if (value) ids.add(value.id);
  }
  const good = <T>(all: readonly SourceItem<T>[]) => all.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const lines = <T>(all: readonly SourceItem<T>[]) => all.flatMap(({ value, line }) => (value ? [line] : []));
  return {
    ...{ file, text, root, annotationItems, correctionItems, cache },
    sidecar: {
      document: 'value' in documentFacts ? documentFacts.value : {},
      annotations: good(annotationItems),
      corrections: good(correctionItems),
    },
    lines: { annotations: lines(annotationItems), corrections: lines(correctionItems) },
    problems: problems.sort((a, b) => a.line - b.line),
    writable: true,
  };
}
