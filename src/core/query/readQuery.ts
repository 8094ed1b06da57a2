import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { nearestWord } from '../text/nearestWord';
import { FileText } from '../yaml/fileText';
import { wordOf } from '../yaml/nodes';
import { readYaml } from '../yaml/readYaml';
import { FINDS, type Query } from './query';
import { readDay } from './readDay';

/** Why a query, or one key of it, cannot be understood: then nothing is found, for the answer would be another's. */
export interface QueryProblem {
  readonly code:
    | 'unparseable'
    | 'notAQuery'
    | 'unknownKey'
    | 'badValue'
    | 'badDay'
    | 'reversedDays'
    | 'needsWords'
    | 'ofPassages';
  /** Counts from 0. */
  readonly line: number;
  /** The key, with those above it, or the parser's own words (English). */
  readonly detail: string;
  /** The key that was probably meant, or what would be understood. */
  readonly meant?: string;
}

export interface ParsedQuery {
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
}

/** What the value of a key may be: words, of a fixed list or any; one of them; a day; keys of its own. */
type Shape =
  | { readonly kind: 'words'; readonly known?: readonly string[] }
  | { readonly kind: 'word'; readonly known: readonly string[] }
  | { readonly kind: 'day'; readonly end: 'first' | 'last' }
  | { readonly kind: 'map'; readonly keys?: Readonly<Record<string, Shape>> };

const WORDS: Shape = { kind: 'words' };
const STATES = ['anchored', 'moved', 'normalised', 'revised', 'changed', 'ambiguous', 'orphaned'];

/** The keys of a query, in the order in which they are written. */
export const QUERY_SHAPES: Readonly<Record<keyof Query, Shape>> = {
  find: { kind: 'word', known: FINDS },
  tags: { kind: 'map', keys: { any: WORDS, all: WORDS, none: WORDS } },
  creator: WORDS,
  state: { kind: 'words', known: STATES },
  speaker: WORDS,
  role: WORDS,
  outlet: WORDS,
  kind: { kind: 'words', known: ['question', 'answer', 'moderator', 'statement'] },
  files: WORDS,
  slogan: WORDS,
  indicator: WORDS,
  claim: { kind: 'words', known: ['quantity', 'money', 'percent', 'fraction', 'multiple', 'rank'] },
  words: WORDS,
  from: { kind: 'day', end: 'first' },
  to: { kind: 'day', end: 'last' },
  attributes: { kind: 'map' },
};

/** The words of which the value of a key must be one, or several; none where any will do. */
export function knownWords(key: string): readonly string[] {
  const shape = Object.hasOwn(QUERY_SHAPES, key) ? QUERY_SHAPES[key as keyof Query] : undefined;
  return (shape && 'known' in shape && shape.known) || [];
}

/** The keys of a query, or those below one of its keys; undefined where only words stand below it. */
export function queryKeys(below?: string): readonly string[] | undefined {
  if (below === undefined) return Object.keys(QUERY_SHAPES);
  const shape = Object.hasOwn(QUERY_SHAPES, below) ? QUERY_SHAPES[below as keyof Query] : undefined;
  return shape?.kind === 'map' ? Object.keys(shape.keys ?? {}) : undefined;
}

/** Reads a query in YAML. Never throws: what cannot be understood is listed under `problems`. An empty file asks for all. */
export function readQuery(source: string): ParsedQuery {
  const { text } = new FileText(source);
  const { document, error, lineAt } = readYaml(text);
  const contents: unknown = document?.contents;
  if (error && text.trim() !== '')
    return { query: {}, problems: [{ code: 'unparseable', line: lineAt(error.offset), detail: error.detail }] };
  if (!contents || (isScalar(contents) && contents.value === null)) return { query: {}, problems: [] };
  if (!isMap(contents)) return { query: {}, problems: [{ code: 'notAQuery', line: 0, detail: '' }] };
  const reader = new QueryReader((node) => lineAt((node as { range?: number[] } | null)?.range?.[0] ?? 0));
  // a `version` is what every file of the project may have
  const query = reader.map(contents, { ...QUERY_SHAPES, version: { kind: 'words', known: ['1'] } }, '');
  delete query.version;
  reader.compareDays(contents, query);
  reader.compareFind(contents, query);
  return { query, problems: reader.problems };
}

class QueryReader {
  readonly problems: QueryProblem[] = [];

  constructor(private readonly lineOf: (node: unknown) => number) {}

  map(map: YAMLMap, shapes: Readonly<Record<string, Shape>> | undefined, path: string): Record<string, unknown> {
    const read: Record<string, unknown> = {};
    for (const pair of map.items) {
      const key = wordOf(pair.key) ?? '';
      const shape = shapes ? (Object.hasOwn(shapes, key) ? shapes[key] : undefined) : WORDS;
      if (!shape) {
        const meant = nearestWord(key, Object.keys(shapes!));
        this.report('unknownKey', pair.key, path + key, meant);
        continue;
      }
      const value = this.value(pair, shape, path + key);
      if (value !== undefined) read[key] = value;
    }
    return read;
  }

  /** Undefined where the key says nothing, or nothing that can be understood. */
  private value(pair: Pair, shape: Shape, path: string): unknown {
    const { value } = pair;
    if (value === null || (isScalar(value) && value.value === null)) return undefined;
    if (shape.kind === 'map') {
      if (isMap(value)) return this.map(value, shape.keys, `${path}.`);
      // `tags: [a, b]` says what it means
      if (shape.keys?.any) {
        const any = this.words(value, path);
        return any && { any };
      }
      return this.report('badValue', value, path);
    }
    if (shape.kind === 'words') return this.words(value, path, shape.known);
    const word = wordOf(value) ?? '';
    if (shape.kind === 'word') return shape.known.includes(word) ? word : this.reportKnown(value, path, shape.known);
    return readDay(word, shape.end) ?? this.report('badDay', value, `${path}: ${word}`);
  }

  /** Between a last day and a later first one lies nothing: that is no question. */
  compareDays({ items }: YAMLMap, { from, to }: Query): void {
    if (from === undefined || to === undefined || from <= to) return;
    const last = items.findLast(({ key }) => ['from', 'to'].includes(wordOf(key) ?? ''));
    this.report('reversedDays', last?.key, `${from} – ${to}`);
  }

  /** What is asked of something that cannot have it finds nothing: that is no answer. */
  compareFind({ items }: YAMLMap, { find = 'passages', ...query }: Query): void {
    const nodeOf = (key: string) => items.find((pair) => wordOf(pair.key) === key)?.key;
    if (find === 'words' && !query.words) this.report('needsWords', nodeOf('find'), 'find');
    if (find === 'passages') return;
    for (const key of ['creator', 'state'] as const) if (query[key]) this.report('ofPassages', nodeOf(key), key, find);
  }

  private words(node: unknown, path: string, known?: readonly string[]): readonly string[] | undefined {
    const words = (isSeq(node) ? node.items : [node]).map(wordOf);
    // an empty list says nothing, as an empty value does
    if (words.length === 0) return undefined;
    if (words.includes(undefined)) return this.report('badValue', node, path);
    const unknown = known && words.find((word) => !known.includes(word!));
    return unknown === undefined ? (words as string[]) : this.reportKnown(node, `${path}: ${unknown}`, known!);
  }

  private reportKnown = (node: unknown, path: string, known: readonly string[]): undefined =>
    this.report('badValue', node, path, known.join(', '));

  private report(code: QueryProblem['code'], node: unknown, detail: string, meant?: string): undefined {
    this.problems.push({ code, line: this.lineOf(node), detail, ...(meant === undefined ? {} : { meant }) });
  }
}
