import nameCharacters from './nameCharacters.json';
import { COMPOUND_BEGINS, isCompoundSurname, SURNAMES } from './names';

type Place = 'surname' | 'second' | 'third' | 'last';

/** By place and code unit of a character what it says; what no name has says the least. Learned by `scripts/names/learn.mjs`. */
const tables = Object.fromEntries(
  (['surname', 'second', 'third', 'last'] as const).map((place) => {
    const rows = nameCharacters[place] as [number, string][];
    const says = new Float32Array(0x10000).fill(rows.at(-1)![0]);
    for (const [value, characters] of rows) for (const character of characters) says[character.charCodeAt(0)] = value;
    return [place, says];
  }),
) as Record<Place, Float32Array>;

/** Those who are named so often that nothing else needs to tell them, and what that says. */
const KNOWN: ReadonlySet<string> = new Set(nameCharacters.known);
const IS_KNOWN = 6;

/** What a code unit may begin. */
const Begins = { surname: 1, compound: 2, known: 4 } as const;
const begins = new Uint8Array(0x10000);
for (const [characters, what] of [
  [SURNAMES, Begins.surname],
  [COMPOUND_BEGINS, Begins.compound],
  [KNOWN, Begins.known],
] as const) {
  for (const character of characters) begins[character.charCodeAt(0)]! |= what;
}

/** Whether a name that `nameLikelihood` tells anything of can begin with a code unit. */
export const mayBeginName = (code: number): boolean => begins[code] !== 0;

/** A surname of two characters is hardly anything else. */
const COMPOUND = 3;

/**
 * How likely the two to four Han characters at `start` are the name of a person, by the characters alone: the logarithm of how
 * much more often they stand so in names than elsewhere. Undefined where they begin with no surname.
 */
export function nameLikelihood(text: string, start: number, length: number): number | undefined {
  const first = text.charCodeAt(start);
  const what = begins[first]!;
  if (what & Begins.known && KNOWN.has(text.slice(start, start + length))) return IS_KNOWN;
  const says = (place: Place, at: number): number => tables[place][text.charCodeAt(start + at)]!;
  if (what & Begins.compound && isCompoundSurname(text.slice(start, start + length))) {
    if (length === 3) return COMPOUND + says('last', 2);
    return length === 4 ? COMPOUND + says('second', 2) + says('third', 3) : undefined;
  }
  if (!(what & Begins.surname)) return undefined;
  const surname = says('surname', 0);
  if (length === 2) return surname + says('last', 1);
  if (length === 3) return surname + says('second', 1) + says('third', 2);
  // 林郑月娥: the husband's surname before one's own
  const own = says('surname', 1);
  if (length !== 4 || !(begins[text.charCodeAt(start + 1)]! & Begins.surname) || surname < 0 || own < 0)
    return undefined;
  return own + says('second', 2) + says('third', 3);
}
