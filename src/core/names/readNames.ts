import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { nearestWord } from '../text/nearestWord';
import { FileText } from '../yaml/fileText';
import { pairOf, wordOf } from '../yaml/nodes';
import { readYaml } from '../yaml/readYaml';

/** Why a file of names, or one entry of it, cannot be understood. */
export interface NamesProblem {
  readonly code:
    | 'unparseable'
    | 'notNames'
    /** The entry is left out: it has no name. */
    | 'noName'
    | 'badList'
    | 'unknownKey'
    /** A name that an earlier entry has as well; here it counts for nothing. */
    | 'ambiguousName';
  /** Counts from 0. */
  readonly line: number;
  /** The name or key, or the parser's own words (English). */
  readonly detail: string;
  /** The key that was probably meant, or the entry that has the name. */
  readonly meant?: string;
}

/** What entries of such a file may hold. */
export interface NamesFormat<Same extends string, List extends string, Word extends string> {
  /** The key of the list; the list may also stand alone. */
  readonly list: string;
  /** Keys for other names of the same, for other words, and for single words. */
  readonly same: Same;
  readonly lists: readonly List[];
  readonly words: readonly Word[];
  /** Two names with one key are one name. */
  readonly keyOf: (name: string) => string;
}

export type NameEntry<Same extends string, List extends string, Word extends string> = { readonly name: string } & {
  readonly [key in Same | List]: readonly string[];
} & { readonly [key in Word]?: string };

/** A file of names with the nodes that it was read from. */
export interface NamesSource<Same extends string, List extends string, Word extends string> {
  readonly file: FileText;
  readonly entries: readonly NameEntry<Same, List, Word>[];
  /** The node of each entry. */
  readonly nodes: readonly YAMLMap[];
  readonly problems: readonly NamesProblem[];
  /** The list and, unless it stands alone, the key that it is under. */
  readonly list: YAMLSeq | undefined;
  readonly pair: Pair | undefined;
}

/** Reads a list of names with what people say of each. Never throws. */
export function readNames<Same extends string, List extends string, Word extends string>(
  source: string | FileText,
  format: NamesFormat<Same, List, Word>,
): NamesSource<Same, List, Word> {
  const file = typeof source === 'string' ? new FileText(source) : source;
  const { document, error } = readYaml(file.text);
  const nothing = { file, entries: [], nodes: [], problems: [], list: undefined, pair: undefined };
  const fail = (code: NamesProblem['code'], line: number, detail: string) => ({
    ...{ ...nothing, problems: [{ code, line, detail }] },
  });
  if (file.isBlank) return nothing;
  if (error) return fail('unparseable', file.lineAt(error.offset), error.detail);
  const contents: unknown = document?.contents;
  const pair = isMap(contents) ? pairOf(contents, format.list) : undefined;
  const list: unknown = isMap(contents) ? pair?.value : contents;
  if (isNothing(list) && (!isMap(contents) || pair)) return { ...nothing, pair };
  if (!isSeq(list)) return fail('notNames', 0, '');
  const reader = new NamesReader(format, (node) => file.lineAt((node as { range?: number[] } | null)?.range?.[0] ?? 0));
  const read = list.items.flatMap((item) => reader.entry(item).map((entry) => ({ entry, node: item as YAMLMap })));
  const [entries, nodes] = [read.map(({ entry }) => entry), read.map(({ node }) => node)];
  return { file, entries, nodes, problems: reader.problems, list: list as YAMLSeq, pair };
}

const isNothing = (node: unknown): boolean =>
  node === null || node === undefined || (isScalar(node) && node.value === null);

class NamesReader<Same extends string, List extends string, Word extends string> {
  readonly problems: NamesProblem[] = [];
  /** The entry that each name leads to. */
  private readonly taken = new Map<string, string>();

  constructor(
    private readonly format: NamesFormat<Same, List, Word>,
    private readonly lineOf: (node: unknown) => number,
  ) {}

  entry(node: unknown): NameEntry<Same, List, Word>[] {
    const { same, lists, words } = this.format;
    const name = isMap(node) ? (wordOf(pairOf(node, 'name')?.value)?.trim() ?? '') : '';
    if (!isMap(node) || name === '') {
      this.report('noName', node, wordOf(node) ?? '');
      return [];
    }
    const known = ['name', same, ...lists, ...words];
    for (const { key } of node.items) {
      const word = wordOf(key) ?? '';
      if (!known.includes(word)) this.report('unknownKey', key, word, nearestWord(word, known));
    }
    if (!this.isFree(node, name, name)) return [];
    const others = this.list(node, same).filter((word) => this.isFree(node, word, name));
    const read: Record<string, unknown> = { name, [same]: others };
    for (const key of lists) read[key] = this.list(node, key);
    for (const key of words) {
      const word = wordOf(pairOf(node, key)?.value);
      if (word !== undefined) read[key] = word;
    }
    return [read as NameEntry<Same, List, Word>];
  }

  private isFree(node: unknown, word: string, name: string): boolean {
    const key = this.format.keyOf(word);
    const owner = this.taken.get(key);
    if (owner !== undefined && owner !== name) {
      this.report('ambiguousName', node, word, owner);
      return false;
    }
    this.taken.set(key, name);
    return true;
  }

  private list(map: YAMLMap, key: string): readonly string[] {
    const value = pairOf(map, key)?.value;
    if (isNothing(value)) return [];
    const words = (isSeq(value) ? value.items : [value]).map(wordOf);
    if (words.includes(undefined)) this.report('badList', value, key);
    return words.filter((word) => word !== undefined);
  }

  private report(code: NamesProblem['code'], node: unknown, detail: string, meant?: string): void {
    this.problems.push({ code, line: this.lineOf(node), detail, ...(meant === undefined ? {} : { meant }) });
  }
}
