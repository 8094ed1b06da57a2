import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Span } from '../text/span';
import { withoutBlankEnd } from '../yaml/blank';
import { FileText } from '../yaml/fileText';
import { isList, pairOf, wordOf } from '../yaml/nodes';
import { type FileFault, readVersioned } from '../yaml/readVersioned';
import { columnOf } from '../yaml/splice';
import {
  CODEBOOK_VERSION,
  type Codebook,
  type CodebookTag,
  EMPTY_CODEBOOK,
  isColor,
  isTagName,
  joinPath,
} from './codebook';
import { misspelledKeys } from './misspelledKeys';
import { tagNames } from './oldNames';
import { findStrangers } from './strangers';

/** Why a codebook, or one tag of it, cannot be understood. */
export interface CodebookProblem {
  readonly code:
    | FileFault<'notACodebook'>['code']
    /** The item is left out: it is no tag, has no name, or one that no tag can have. */
    | 'badTag'
    | 'noName'
    | 'unusableName'
    | 'duplicateTag'
    /** A key that should hold a list does not. */
    | 'badList'
    | 'badColor'
    /** A colour that is, for want of quotes, a comment. */
    | 'unquotedColor'
    /** A key that is probably a slip of `meant`. */
    | 'unknownKey'
    | 'ambiguousName';
  /** Counts from 0. */
  readonly line: number;
  /** What it is about on that line; the whole line where there are none. */
  readonly columns?: Span;
  /** The parser's own words, where it has any (English, for the log); else the tag, name, colour or key. */
  readonly detail: string;
  readonly meant?: string;
}

export interface ParsedCodebook {
  readonly codebook: Codebook;
  readonly problems: readonly CodebookProblem[];
  /** The line, counted from 0, where each tag begins, by its path. */
  readonly lines: ReadonlyMap<string, number>;
  /** False where writing could lose something: the file does not parse, a newer program wrote it, or nothing in it is a tag. */
  readonly writable: boolean;
}

/** One item of a list of tags; `tag` is undefined where it means nothing, or repeats the tag of another. */
export interface SourceTag {
  readonly node: unknown;
  readonly line: number;
  readonly tag?: CodebookTag;
  readonly children: readonly SourceTag[];
}

/** What editing needs besides the meaning: where everything stands. */
export interface CodebookSource extends ParsedCodebook {
  readonly file: FileText;
  /** As all offsets count in it. */
  readonly text: string;
  /** Null in a file without keys. */
  readonly root: YAMLMap | null;
  readonly items: readonly SourceTag[];
}

const FILE_KEYS: readonly string[] = ['version', 'tags'];
export const TAG_KEYS: readonly string[] = ['name', 'color', 'description', 'note', 'formerly', 'children'];

const FORMAT = { version: CODEBOOK_VERSION, list: 'tags', keys: ['tags'], foreign: 'notACodebook' } as const;

/** Reads a codebook. Never throws: what cannot be understood is listed under `problems`. */
export function parseCodebook(text: string): ParsedCodebook {
  const { codebook, problems, lines, writable } = readCodebook(text);
  return { codebook, problems, lines, writable };
}

export function readCodebook(words: string | FileText): CodebookSource {
  const written = typeof words === 'string' ? new FileText(words) : words;
  const { text } = written;
  const unread = (fault: CodebookProblem): CodebookSource => ({
    ...{ file: written, text, root: null, items: [], lines: new Map() },
    ...{ codebook: EMPTY_CODEBOOK, problems: [fault], writable: false },
  });
  const file = readVersioned(written, FORMAT);
  if ('fault' in file) return unread(file.fault);
  const strangers = findStrangers(file.root, file.list, { fileKeys: FILE_KEYS, tagKeys: TAG_KEYS });
  if (strangers.key !== undefined) {
    return unread({
      code: 'notACodebook',
      line: file.lineOf(strangers.key),
      detail: `a codebook has no "${wordOf(strangers.key) ?? '?'}"`,
    });
  }
  const reader = new TagReader(text, file.aliases, (node) => file.lineOf(node));
  if (file.root) reader.checkKeys(file.root, FILE_KEYS);
  const items = reader.items(file.list, '');
  const codebook = { tags: tagsOf(items) };
  const { problems, lines } = reader;
  for (const { name, tag } of tagNames(codebook).ambiguous) {
    problems.push({ code: 'ambiguousName', line: lines.get(tag.path) ?? 0, detail: name });
  }
  problems.sort((a, b) => a.line - b.line);
  return { file: written, text, root: file.root, items, codebook, problems, lines, writable: !strangers.hasNoTag };
}

const tagsOf = (items: readonly SourceTag[]): CodebookTag[] => items.flatMap(({ tag }) => (tag ? [tag] : []));

/**
 * Reads lists of tags. Aliases stand for words only: whole tags that stand in two places could not be edited in one.
 */
class TagReader {
  readonly problems: CodebookProblem[] = [];
  readonly lines = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly aliases: ReadonlyMap<unknown, unknown>,
    private readonly lineOf: (node: unknown) => number,
  ) {}

  items(pair: Pair | undefined, parent: string): SourceTag[] {
    if (!isSeq(pair?.value)) return [];
    const names = new Set<string>();
    return pair.value.items.map((node): SourceTag => {
      const line = this.lineOf(node);
      const leaveOut = (code: CodebookProblem['code'], at: unknown, detail: string): SourceTag => {
        this.report(code, at, detail);
        return { node, line, children: [] };
      };
      if (!isMap(node)) return leaveOut('badTag', node, wordOf(node) ?? '');
      this.checkKeys(node, TAG_KEYS);
      const name = this.word(node, 'name') ?? '';
      if (name === '') return leaveOut('noName', node, '');
      if (!isTagName(name)) return leaveOut('unusableName', pairOf(node, 'name')?.value, name);
      const path = joinPath(parent, name);
      const children = this.children(node, path);
      if (names.has(name)) {
        this.report('duplicateTag', node, path);
        return { node, line, children };
      }
      names.add(name);
      if (!this.lines.has(path)) this.lines.set(path, line);
      const color = this.color(node);
      const [description, note] = [this.word(node, 'description'), this.word(node, 'note')];
      const tag: CodebookTag = {
        ...{ name, path },
        ...(color === undefined ? {} : { color }),
        ...(description === undefined ? {} : { description }),
        ...(note === undefined ? {} : { note }),
        ...{ formerly: this.formerly(node), children: tagsOf(children) },
      };
      return { node, line, tag, children };
    });
  }

  /** Reports keys that are probably slips of known ones. */
  checkKeys(map: YAMLMap, known: readonly string[]): void {
    for (const { node, meant } of misspelledKeys(map, known)) this.report('unknownKey', node, node.value, meant);
  }

  private children(node: YAMLMap, path: string): SourceTag[] {
    const pair = pairOf(node, 'children');
    if (pair && !isList(pair.value)) this.report('badList', pair.key, 'children');
    return this.items(pair, path);
  }

  private color(node: YAMLMap): string | undefined {
    const pair = pairOf(node, 'color');
    if (!pair) return undefined;
    const color = this.word(node, 'color');
    if (color !== undefined && isColor(color)) return color;
    // `color: #4e79a7` without quotes is, for YAML, no colour and a comment
    const offset = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
    const comment = /^[ \t]*:[ \t]*(#[^ \t\r\n]*)/u.exec(this.text.slice(offset, offset + 80))?.[1];
    if (color !== undefined) this.report('badColor', pair.value, color);
    else if (comment) this.report(isColor(comment) ? 'unquotedColor' : 'badColor', pair.key, comment);
    return undefined;
  }

  private formerly(node: YAMLMap): readonly string[] {
    const pair = pairOf(node, 'formerly');
    const word = this.word(node, 'formerly');
    if (!pair || (isList(pair.value) && !isSeq(pair.value))) return [];
    if (word !== undefined) return [word];
    const words = isSeq(pair.value) ? pair.value.items.map((item) => wordOf(this.follow(item))) : [undefined];
    if (words.includes(undefined)) this.report('badList', pair.key, 'formerly');
    return words.filter((old) => old !== undefined);
  }

  /** `node` is what it is about: its first line is shown. */
  private report(code: CodebookProblem['code'], node: unknown, detail: string, meant?: string): void {
    const [from = 0, to = from] = (node as { range?: readonly number[] } | undefined)?.range ?? [];
    const line = this.lineOf(node);
    const [words = ''] = this.text.slice(from, to).split('\n');
    const start = columnOf(this.text, from);
    const columns = words === '' ? {} : { columns: { start, end: start + withoutBlankEnd(words).length } };
    this.problems.push({ code, line, ...columns, detail, ...(meant === undefined ? {} : { meant }) });
  }

  private word = (map: YAMLMap, key: string): string | undefined => wordOf(this.follow(pairOf(map, key)?.value));

  private follow = (node: unknown): unknown => this.aliases.get(node) ?? node;
}
