/*
 * Signs as numbers, so that a weight is found by one look into a table: a name is made up of parts of which each has a few values,
 * and of a word or two of the text where it has the place `{words}`.
 */

/** The names by number; the first is of what is told of everything. */
const NAMES = [''];
const NUMBERS = new Map([['', 0]]);
const WORDS = '{words}';

/** The number of a sign by the numbers of its parts. */
type Sign = (a?: number, b?: number, c?: number, d?: number) => number;

/** A sign for all values of its `parts`, which fill the `{}` of the pattern; what is called alike is the same sign. */
export function sign(pattern: string, ...parts: readonly (readonly string[])[]): Sign {
  let names = [pattern];
  for (const values of parts) names = names.flatMap((name) => values.map((value) => name.replace('{}', value)));
  const numbers = Int32Array.from(names, (name) => {
    const known = NUMBERS.get(name);
    if (known !== undefined) return known;
    NUMBERS.set(name, NAMES.length);
    return NAMES.push(name) - 1;
  });
  const [, second = 1, third = 1, fourth = 1] = parts.map(({ length }) => length);
  return (a = 0, b = 0, c = 0, d = 0) => numbers[((a * second + b) * third + c) * fourth + d]!;
}

/** The name of a sign with its words. */
export const signName = (number: number, words = ''): string => NAMES[number]!.replace(WORDS, () => words);

/** By the number of a sign its weight; or by its number and words. */
export interface SignWeights {
  readonly plain: Float64Array;
  readonly worded: readonly (ReadonlyMap<string, number> | undefined)[];
}

export function weightsOf(weights: Iterable<readonly [string, number]>): SignWeights {
  const plain = new Float64Array(NAMES.length);
  const worded: Map<string, number>[] = [];
  const patterns = NAMES.flatMap((name, number) => {
    const at = name.indexOf(WORDS);
    return at < 0 ? [] : [{ number, before: name.slice(0, at), behind: name.slice(at + WORDS.length) }];
  });
  for (const [name, weight] of weights) {
    const number = NUMBERS.get(name);
    if (number !== undefined) plain[number] = weight;
    else
      for (const { number, before, behind } of patterns)
        if (name.startsWith(before) && name.endsWith(behind) && name.length >= before.length + behind.length) {
          worded[number] ??= new Map();
          worded[number].set(name.slice(before.length, name.length - behind.length), weight);
        }
  }
  return { plain, worded };
}
