/** The elements of a list by a key, in the order in which the keys come first. (`Map.groupBy` needs Node 21.) */
export function groupBy<T, Key>(list: Iterable<T>, keyOf: (element: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const element of list) {
    const key = keyOf(element);
    const known = groups.get(key);
    if (known) known.push(element);
    else groups.set(key, [element]);
  }
  return groups;
}
