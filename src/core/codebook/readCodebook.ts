import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { isList, pairOf, wordOf } from '../yaml/nodes';
import { type FileFault, readVersioned } from '../yaml/readVersioned';
import {
  CODEBOOK_VERSION,
  type Codebook,
  type CodebookTag,
  EMPTY_CODEBOOK,
  isColor,
  isTagName,
  joinPath,
} from './codebook';
import { tagNames } from './oldNames';

/** Why a codebook, or one tag of it, cannot be understood. `line` counts from 0. */
export interface CodebookProblem {
  readonly code: FileFault<'notACodebook'>['code'] | 'badTag' | 'duplicateTag' | 'badColor' | 'ambiguousName';
  readonly line: number;
  /**
   * The parser's own words, where it has any (English, for the log and the diagnostic's detail); else the tag or name.
   */
  readonly detail: string;
}

export interface ParsedCodebook {
  readonly codebook: Codebook;
  readonly problems: readonly CodebookProblem[];
  /** The line, counted from 0, where each tag begins, by its path. */
  readonly lines: ReadonlyMap<string, number>;
  /** False where writing could lose something: the file does not parse, or a newer program wrote it. */
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
  readonly text: string;
  /** Null in a file without keys. */
  readonly root: YAMLMap | null;
  readonly items: readonly SourceTag[];
}

export const TAG_KEYS: readonly string[] = ['name', 'color', 'description', 'formerly', 'children'];

const FORMAT = { version: CODEBOOK_VERSION, list: 'tags', foreign: 'notACodebook' } as const;

/** Reads a codebook. Never throws: what cannot be understood is listed under `problems`. */
export function parseCodebook(text: string): ParsedCodebook {
  const { codebook, problems, lines, writable } = readCodebook(text);
  return { codebook, problems, lines, writable };
}

export function readCodebook(text: string): CodebookSource {
  const file = readVersioned(text, FORMAT);
  if ('fault' in file) {
    return {
      ...{ text, root: null, items: [], lines: new Map() },
      ...{ codebook: EMPTY_CODEBOOK, problems: [file.fault], writable: false },
    };
  }
  const reader = new TagReader(text, file.aliases, (node) => file.lineOf(node));
  const items = reader.items(file.list, '');
  const codebook = { tags: tagsOf(items) };
  const { problems, lines } = reader;
  for (const { name, tag } of tagNames(codebook).ambiguous) {
    problems.push({ code: 'ambiguousName', line: lines.get(tag.path) ?? 0, detail: name });
  }
  problems.sort((a, b) => a.line - b.line);
  return { text, root: file.root, items, codebook, problems, lines, writable: true };
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
      const name = isMap(node) ? this.word(node, 'name') : undefined;
      if (!isMap(node) || name === undefined || !isTagName(name)) {
        this.report('badTag', line, isMap(node) ? `no name of one level: ${name ?? ''}` : 'not a map of keys');
        return { node, line, children: [] };
      }
      const path = joinPath(parent, name);
      const children = this.children(node, path, line);
      if (names.has(name)) {
        this.report('duplicateTag', line, path);
        return { node, line, children };
      }
      names.add(name);
      if (!this.lines.has(path)) this.lines.set(path, line);
      const color = this.color(node);
      const description = this.word(node, 'description');
      const tag: CodebookTag = {
        ...{ name, path },
        ...(color === undefined ? {} : { color }),
        ...(description === undefined ? {} : { description }),
        ...{ formerly: this.formerly(node, path), children: tagsOf(children) },
      };
      return { node, line, tag, children };
    });
  }

  private children(node: YAMLMap, path: string, line: number): SourceTag[] {
    const pair = pairOf(node, 'children');
    if (pair && !isList(pair.value)) this.report('badTag', line, `"children" of ${path} is not a list`);
    return this.items(pair, path);
  }

  private color(node: YAMLMap): string | undefined {
    const pair = pairOf(node, 'color');
    if (!pair) return undefined;
    const color = this.word(node, 'color');
    if (color !== undefined && isColor(color)) return color;
    // `color: #4e79a7` without quotes is, for YAML, no colour and a comment
    const offset = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
    const comment = /^\s*:[ \t]*(#\S*)/u.exec(this.text.slice(offset, offset + 80))?.[1];
    if (color !== undefined || comment) this.report('badColor', this.lineOf(pair.key), color ?? comment ?? '');
    return undefined;
  }

  private formerly(node: YAMLMap, path: string): readonly string[] {
    const pair = pairOf(node, 'formerly');
    const word = this.word(node, 'formerly');
    if (!pair || (isList(pair.value) && !isSeq(pair.value))) return [];
    if (word !== undefined) return [word];
    const words = isSeq(pair.value) ? pair.value.items.map((item) => wordOf(this.follow(item))) : [undefined];
    if (words.includes(undefined))
      this.report('badTag', this.lineOf(pair.key), `"formerly" of ${path} is not a list of words`);
    return words.filter((old) => old !== undefined);
  }

  private report(code: CodebookProblem['code'], line: number, detail: string): void {
    this.problems.push({ code, line, detail });
  }

  private word = (map: YAMLMap, key: string): string | undefined => wordOf(this.follow(pairOf(map, key)?.value));

  private follow = (node: unknown): unknown => this.aliases.get(node) ?? node;
}
