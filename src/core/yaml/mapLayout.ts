import { type CST, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isBlank } from './blank';
import { commentsBelow, layBlock, refuseComments, removeFromBrackets } from './listLayout';
import { pairOf } from './nodes';
import { columnOf, lineEnd, lineStart, pairEnd, rangeOf, refuseReferences, type Splice, UnknownLayout } from './splice';
import { flowText, keyLines } from './writeYaml';

/** A value on its way into a file: plain words and numbers, or YAML that stands on one line. */
export type NewValue = string | number | readonly string[] | { readonly yaml: string };

/**
 * Gives keys of `map` a value, or none, on the lines of those keys alone. A key that is not there yet goes behind the
 * last of `order` that comes before it. Throws `UnknownLayout`.
 */
export function setKeys(
  text: string,
  map: YAMLMap,
  values: Readonly<Record<string, NewValue | null>>,
  order: readonly string[],
): Splice[] {
  const gone = new Set<number>();
  for (const [key, value] of Object.entries(values)) {
    const pair = pairOf(map, key);
    if (!pair) continue;
    refuseReferences(pair.key);
    refuseReferences(pair.value);
    if (value === null) gone.add(map.items.indexOf(pair));
  }
  const given = Object.entries(values).filter((entry): entry is [string, NewValue] => entry[1] !== null);
  const ranked = given.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const set = ranked.map(([key, value]) => setKey(text, map, gone, key, value, order));
  // inside brackets the second of those that take the place of all others needs a comma
  const between = map.flow && gone.size === map.items.length ? ', ' : '';
  return [
    ...removePairs(text, map, gone),
    ...set.map((splice, index) => (index === 0 ? splice : { ...splice, text: between + splice.text })),
  ];
}

function setKey(
  text: string,
  map: YAMLMap,
  gone: ReadonlySet<number>,
  key: string,
  value: NewValue,
  order: readonly string[],
): Splice {
  const pair = pairOf(map, key);
  if (!pair) return insertPair(text, map, gone, key, value, order);
  if (Array.isArray(value) && isSeq(pair.value) && pair.value.items.length > 0) {
    return setWords(text, pair as Pair<unknown, YAMLSeq>, value);
  }
  if (!map.flow) return replaceValue(text, map, pair, key, value);
  const at = rangeOf(pair.value);
  if (at.from === at.to) throw new UnknownLayout('a key without a value inside brackets');
  return { ...at, text: inBrackets(value) };
}

const inBrackets = (value: NewValue): string =>
  typeof value === 'object' && 'yaml' in value ? value.yaml : flowText(value);

/** Where the keys of a block map begin. */
const indentOf = (text: string, map: YAMLMap): number => columnOf(text, rangeOf(map.items[0]?.key).from);

/** `key: value` in the lines of a block map whose keys begin in column `indent`. */
function linesOf(key: string, value: NewValue, indent: number, like?: unknown): string {
  const lines = typeof value === 'object' && 'yaml' in value ? `${key}: ${value.yaml}\n` : keyLines(key, value, like);
  const pad = ' '.repeat(indent);
  return lines
    .split('\n')
    .map((line) => (line === '' ? line : pad + line))
    .join('\n');
}

function replaceValue(text: string, map: YAMLMap, pair: Pair, key: string, value: NewValue): Splice {
  const token = pair.srcToken as CST.CollectionItem | undefined;
  const colon = token?.sep?.find(({ type }) => type === 'map-value-ind');
  if (!colon || token?.start.some(({ type }) => type === 'explicit-key-ind')) throw new UnknownLayout('an odd key');
  const from = colon.offset + 1;
  const to = Math.max(pairEnd(pair), from);
  const block = isScalar(pair.value) && /^BLOCK/u.test(pair.value.type ?? '');
  const behind = block ? '' : text.slice(to, lineEnd(text, to));
  const indent = indentOf(text, map);
  const lines = linesOf(key, value, indent, pair.value);
  const own = lines.slice(indent + key.length + 1).replace(/\n$/u, '');
  // a comment behind the value stays there: then the value has to stay on its line
  const fitted = own.includes('\n') && !isBlank(behind) ? ` ${flowText(value)}` : own;
  const space = /^[ \t]+(?=[^ \t\r\n])/u.exec(text.slice(from, to))?.[0];
  const shown = space && !/^ [|>]/u.test(fitted) ? space + fitted.slice(1) : fitted;
  return { from, to, text: block && text[to - 1] === '\n' ? `${shown}\n` : shown };
}

function insertPair(
  text: string,
  map: YAMLMap,
  gone: ReadonlySet<number>,
  key: string,
  value: NewValue,
  order: readonly string[],
): Splice {
  const place = order.indexOf(key);
  const rank = (pair: Pair) => (isScalar(pair.key) ? order.indexOf(String(pair.key.value)) : -1);
  const staying = map.items.filter((_, index) => !gone.has(index));
  const earlier = staying.filter((pair) => rank(pair) >= 0 && (place < 0 || rank(pair) < place));
  const before = earlier.sort((a, b) => rank(a) - rank(b)).at(-1) ?? staying.at(-1);
  if (!before) return insertFirst(text, map, gone, key, value);
  const at = pairEnd(before);
  if (map.flow) return { from: at, to: at, text: `, ${key}: ${inBrackets(value)}` };
  const indent = indentOf(text, map);
  const line = commentsBelow(text, lineEnd(text, at), indent);
  return { from: line, to: line, text: linesOf(key, value, indent) };
}

/** A key that takes the place of all the others. */
function insertFirst(text: string, map: YAMLMap, gone: ReadonlySet<number>, key: string, value: NewValue): Splice {
  if (gone.size === 0) throw new UnknownLayout('a map without other keys');
  const { from } = rangeOf(map.items[0]!.key);
  if (map.flow) return { from, to: from, text: `${key}: ${inBrackets(value)}` };
  const line = lineStart(text, from);
  if (!isBlank(text.slice(line, from))) throw new UnknownLayout('a key behind a dash');
  return { from: line, to: line, text: linesOf(key, value, indentOf(text, map)) };
}

function removePairs(text: string, map: YAMLMap, gone: ReadonlySet<number>): Splice[] {
  const ranges = map.items.map((pair) => ({ from: rangeOf(pair.key).from, to: pairEnd(pair) }));
  if (map.flow) return removeFromBrackets(text, ranges, gone, rangeOf(map).to - 1);
  const splices: Splice[] = [];
  for (const index of [...gone].sort((x, y) => x - y)) {
    const { from, to } = ranges[index]!;
    if (from < (splices.at(-1)?.to ?? 0)) continue;
    const start = lineStart(text, from);
    const behindDash = !isBlank(text.slice(start, from));
    splices.push(
      behindDash ? removeFirst(text, ranges, gone, index) : { from: start, to: lineEnd(text, to), text: '' },
    );
  }
  return splices;
}

/** The first key of an entry stands behind the dash: the next that stays takes its place. */
function removeFirst(
  text: string,
  ranges: readonly { from: number; to: number }[],
  gone: ReadonlySet<number>,
  first: number,
): Splice {
  let next = first;
  while (gone.has(next)) {
    const between = text.slice(lineEnd(text, ranges[next]!.to), ranges[next + 1]?.from);
    if (!ranges[next + 1] || !isBlank(between)) throw new UnknownLayout('a key behind a dash');
    next++;
  }
  return { from: ranges[first]!.from, to: ranges[next]!.from, text: '' };
}

/** Takes words out of a list and puts words into it, and leaves those that stay as they are written. */
function setWords(text: string, pair: Pair<unknown, YAMLSeq>, words: readonly string[]): Splice {
  const list = pair.value!;
  const written = new Map<string, number[]>();
  for (const [index, item] of list.items.entries()) {
    const word = isScalar(item) ? (typeof item.value === 'string' ? item.value : (item.source ?? '')) : '';
    written.set(word, [...(written.get(word) ?? []), index]);
  }
  const { from, to } = rangeOf(list);
  if (list.flow) {
    const inner = text.slice(from + 1, to - 1);
    refuseComments(text, from + 1, to - 1, list.items.map(rangeOf));
    const pad = /^ +(?=[^ \t\r\n])/u.exec(inner)?.[0] ?? '';
    const items = words.map((word) => {
      const index = written.get(word)?.shift();
      const range = index === undefined ? undefined : rangeOf(list.items[index]);
      return range ? text.slice(range.from, range.to) : flowText(word);
    });
    return { from, to, text: items.length === 0 ? '[]' : `[${pad}${items.join(', ')}${pad}]` };
  }
  const keyLine = lineEnd(text, rangeOf(pair.key).to);
  const { items, indent } = layBlock(text, list, keyLine);
  const dash = ' '.repeat(indent);
  const chunks = words.map((word) => {
    const index = written.get(word)?.shift();
    if (index === undefined) return `${dash}- ${flowText(word)}\n`;
    const chunk = text.slice(items[index]!.from, items[index]!.to);
    return chunk.endsWith('\n') ? chunk : `${chunk}\n`;
  });
  return { from: items[0]!.from, to: items.at(-1)!.to, text: chunks.join('') };
}
