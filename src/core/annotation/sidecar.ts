import { isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Span } from '../text/span';
import { FileText } from '../yaml/fileText';
import { isList, pairOf } from '../yaml/nodes';
import { type FileFault, readVersioned } from '../yaml/readVersioned';
import type { Annotation, Correction, Sidecar } from './annotation';
import { EMPTY_SIDECAR, SIDECAR_VERSION } from './annotation';
import { EntryReader, type Reading } from './readEntry';
import { wideCommas } from './wideCommas';

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
  /** What it is about on that line; the whole line where there are none. */
  readonly columns?: Span;
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
  readonly file: FileText;
  /** As all offsets count in it. */
  readonly text: string;
  /** Null in a file without keys. */
  readonly root: YAMLMap | null;
  readonly annotationItems: readonly SourceItem<Annotation>[];
  readonly correctionItems: readonly SourceItem<Correction>[];
}

const FORMAT = {
  version: SIDECAR_VERSION,
  list: 'annotations',
  keys: ['annotations', 'corrections', 'document'],
  foreign: 'notASidecar',
} as const;

/** Reads a sidecar. Never throws: what cannot be understood is listed under `problems`. */
export function parseSidecar(text: string): ParsedSidecar {
  const { sidecar, problems, lines, writable } = readSidecar(text);
  return { sidecar, problems, lines, writable };
}

export function readSidecar(words: string | FileText): SidecarSource {
  const written = typeof words === 'string' ? new FileText(words) : words;
  const { text } = written;
  const file = readVersioned(written, FORMAT);
  if ('fault' in file) {
    return {
      ...{ file: written, text, root: null, annotationItems: [], correctionItems: [] },
      ...{
        sidecar: EMPTY_SIDECAR,
        lines: { annotations: [], corrections: [] },
        problems: [file.fault],
        writable: false,
      },
    };
  }
  const { root, list, aliases, lineOf } = file;

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
  const corrections = pairOf(root, 'corrections');
  if (corrections && !isList(corrections.value)) bad(corrections.key, '"corrections" is not a list');
  const correctionItems = items(corrections, (node) => reader.correction(node));
  const facts = pairOf(root, 'document');
  const documentFacts = reader.facts(facts?.value);
  if ('fault' in documentFacts) bad(facts?.key, `"document" is ${documentFacts.fault}`);

  for (const { node, value } of annotationItems) {
    if (value) problems.push(...wideCommas(text, node, lineOf));
  }
  const ids = new Set<string>();
  for (const { value, line } of annotationItems) {
    if (value && ids.has(value.id)) problems.push({ code: 'duplicateId', line, detail: value.id });
    if (value) ids.add(value.id);
  }
  const good = <T>(all: readonly SourceItem<T>[]) => all.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const lines = <T>(all: readonly SourceItem<T>[]) => all.flatMap(({ value, line }) => (value ? [line] : []));
  return {
    file: written,
    text,
    root,
    annotationItems,
    correctionItems,
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
