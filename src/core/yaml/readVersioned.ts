import { type Alias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { nearestWord } from '../text/nearestWord';
import { CONFLICT_MARKER } from './conflictMarkers';
import type { FileText } from './fileText';
import { isList, pairOf, wordOf } from './nodes';
import { readYaml } from './readYaml';

/** What tells files of one kind. */
export interface FileFormat<Foreign extends string> {
  /** The `version` that this program writes; a file without one is taken for it. */
  readonly version: number;
  /** The key of the list that every such file has, or could have. */
  readonly list: string;
  /** The keys that tell such a file from another program's. */
  readonly keys: readonly string[];
  /** The code for what is YAML, but no such file. */
  readonly foreign: Foreign;
}

/** Why a file as a whole is not understood and must not be written. `line` counts from 0. */
export interface FileFault<Foreign extends string> {
  readonly code: 'conflictMarkers' | 'unparseable' | 'newerVersion' | Foreign;
  readonly line: number;
  /** The parser's own words (English), or what is wrong. */
  readonly detail: string;
}

export interface VersionedFile {
  /** Null in a file without keys. */
  readonly root: YAMLMap | null;
  readonly list: Pair | undefined;
  readonly aliases: ReadonlyMap<Alias, unknown>;
  /** The line, counted from 0, where a node begins. */
  lineOf(node: unknown): number;
}

/** Reads the frame of one of the project's YAML files: `frame` is its text, or that without its lists. Never throws. */
export function readVersioned<Foreign extends string>(
  file: FileText,
  { version, list: listKey, keys, foreign }: FileFormat<Foreign>,
  frame = file.text,
): VersionedFile | { readonly fault: FileFault<Foreign> } {
  const fail = (code: FileFault<Foreign>['code'], line: number, detail: string) => ({ fault: { code, line, detail } });
  const { text } = file;
  if (file.isBlank) return { root: null, list: undefined, aliases: new Map(), lineOf: () => 0 };
  const marker = CONFLICT_MARKER.exec(text);
  if (marker) return fail('conflictMarkers', text.slice(0, marker.index).split('\n').length - 1, marker[1]!);
  const { document, error, aliases } = readYaml(frame);
  if (error) return fail('unparseable', file.lineAt(error.offset), error.detail);
  const contents = document?.contents as unknown;
  const empty =
    contents === null ||
    contents === undefined ||
    (isScalar(contents) && contents.value === null && contents.source === '');
  if (!empty && !isMap(contents)) return fail(foreign, 0, 'the file is not a map of keys');

  const root = empty ? null : (contents as YAMLMap);
  const lineOf = (node: unknown) => file.lineAt((node as { range?: number[] } | undefined)?.range?.[0] ?? 0);
  const written = pairOf(root, 'version');
  const number = isScalar(written?.value) ? written.value.value : written?.value;
  if (written && number !== null && number !== version) {
    // a later version will be a number too; words, as `"3.8"`, are another program's
    return fail(
      typeof number === 'number' && number > version ? 'newerVersion' : foreign,
      lineOf(written.key),
      'version',
    );
  }
  const list = pairOf(root, listKey);
  const stranger = root?.items.find(({ key }) => wordOf(key) !== 'version');
  if (stranger && !root!.items.some((pair) => tells(pair, keys))) {
    return fail(foreign, lineOf(stranger.key), `none of its keys is one of ${keys.join(', ')}`);
  }
  if (list && !isList(list.value)) return fail(foreign, lineOf(list.key), `"${listKey}" is not a list`);
  return { root, list, aliases, lineOf };
}

/** Whether a pair is what such files have, or was meant to be: another program's file is not to be written into. */
function tells({ key, value }: Pair, keys: readonly string[]): boolean {
  const word = wordOf(key) ?? '';
  return keys.includes(word) || (isSeq(value) && nearestWord(word, keys) !== undefined);
}
