/** So many words are remembered. */
const MOST = 5000;
/** Longer ones may be held as a part of the text that they were cut from, which must not be kept for them. */
const LONGEST = 12;

/** `read`, which looks at nothing but the words, with what it said of those that come again: labels and names do all the time. */
export function remembered<T>(read: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    if (words.length > LONGEST) return read(words);
    const said = known.get(words);
    if (said !== undefined || known.has(words)) return said as T;
    const fresh = read(words);
    if (known.size >= MOST) known.clear();
    known.set(words, fresh);
    return fresh;
  };
}
