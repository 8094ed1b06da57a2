import { isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';

/**
 * What a node says, however it is laid out: equal for equal content in any style and order of keys. Aliases are named,
 * not followed, so it never grows beyond its source.
 */
export function shapeOf(node: unknown): string {
  if (isAlias(node)) return `*${node.source}`;
  const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
  const marks = (anchor ? `&${anchor} ` : '') + (tag ? `!${tag} ` : '');
  if (isScalar(node)) {
    const word = typeof node.value === 'string' ? JSON.stringify(node.value) : (node.source ?? String(node.value));
    return marks + (node.value === null ? 'null' : word);
  }
  if (isSeq(node)) return `${marks}[${node.items.map(shapeOf).join(',')}]`;
  if (!isMap(node)) return 'null';
  const pairs = node.items.map(({ key, value }) => `${shapeOf(key)}:${shapeOf(value)}`);
  return `${marks}{${pairs.sort().join(',')}}`;
}

/** The shapes of the values of a map by key, those under `except` left out. */
export function shapesOf(map: unknown, except: readonly string[] = []): Map<string, string> {
  const shapes = new Map<string, string>();
  for (const { key, value } of isMap(map) ? (map as YAMLMap).items : []) {
    const name = isScalar(key) ? String(key.value) : shapeOf(key);
    if (!except.includes(name)) shapes.set(name, shapeOf(value));
  }
  return shapes;
}

/** Equal for plain values that say the same, whatever the order of their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${pairs
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .sort()
    .join(',')}}`;
}

export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
