/** Where in a YAML file somebody writes. */
export interface YamlPlace {
  /** The keys that it is below, from the outermost. */
  readonly keys: readonly string[];
  /** Whether a key of a mapping would stand here; in a line of its own it may be a value too. */
  readonly at: 'key' | 'value' | 'either';
  /** What stands before the caret of the word that is being written. */
  readonly typed: string;
}

/** `  - key: value`: what is before the list's mark, the marks, the key, and the rest. */
const LINE = /^( *)((?:- +|-$)*)(?:([^\s:#,{}[\]'"][^:#{}[\],]*?) *:(?: +|$))?(.*)$/u;

/** Where the end of `before` is, which is a YAML file as far as the caret. Never throws; in doubt it is a value below no key. */
export function placeAt(before: string): YamlPlace {
  const lines = before.split('\n');
  const [, space = '', marks = '', key, rest = ''] = LINE.exec(lines.at(-1)!) ?? [];
  const parents = keysAbove(lines, space.length, marks !== '');
  const flow = flowAt(rest);
  if (key !== undefined || flow.isOpen)
    return { keys: [...parents, ...(key === undefined ? [] : [key]), ...flow.keys], at: flow.at, typed: flow.typed };
  return { keys: parents, at: 'either', typed: flow.typed };
}

/** The keys above a line, each with less indentation than the one below it; the marks of a list may stand as far left as its key. */
function keysAbove(lines: readonly string[], space: number, isItem: boolean): string[] {
  const keys: string[] = [];
  let column = space;
  let isBelowItem = isItem;
  for (const line of lines.slice(0, -1).reverse()) {
    const [, indent = '', marks = '', key] = LINE.exec(line) ?? [];
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const at = indent.length + marks.length;
    if (key !== undefined && (at < column || (isBelowItem && at <= column && marks === ''))) {
      keys.unshift(key);
      column = at;
      isBelowItem = false;
    }
    // the marks of the entry that all of this is in
    if (marks !== '' && at <= column && indent.length < column) {
      column = indent.length;
      isBelowItem = true;
    }
    if (column === 0 && !isBelowItem) break;
  }
  return keys;
}

/** What is open of brackets and braces at the end of a value. */
function flowAt(value: string): { keys: string[]; at: YamlPlace['at']; typed: string; isOpen: boolean } {
  const open: { readonly isMap: boolean; key?: string }[] = [];
  let word = '';
  let quote = '';
  for (const character of value) {
    const top = open.at(-1);
    if (quote !== '') {
      word += character;
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && word.trim() === '') {
      quote = character;
      word += character;
    } else if (character === '[' || character === '{') {
      open.push({ isMap: character === '{' });
      word = '';
    } else if (character === ']' || character === '}') {
      open.pop();
      word = '';
    } else if (character === ',' && top) {
      delete top.key;
      word = '';
    } else if (character === ':' && top?.isMap && top.key === undefined) {
      top.key = word.trim().replace(/^(["'])(.*)\1$/u, '$2');
      word = '';
    } else word += character;
  }
  const top = open.at(-1);
  return {
    keys: open.flatMap(({ key }) => (key === undefined ? [] : [key])),
    at: top?.isMap && top.key === undefined ? 'key' : 'value',
    typed: word.trimStart(),
    isOpen: top !== undefined,
  };
}

/** A word as it can stand anywhere in YAML, quoted where it would otherwise mean something else. */
export const yamlWord = (word: string): string =>
  /^[\p{L}\p{N}][^,[\]{}#:"'\n]*$/u.test(word) &&
  !/^(?:true|false|null|yes|no|[\d.]+)$/iu.test(word) &&
  word.trim() === word
    ? word
    : JSON.stringify(word);
