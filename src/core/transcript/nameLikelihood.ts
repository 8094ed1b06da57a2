import nameCharacters from './nameCharacters.json';
import { isCompoundSurname, isSurname, SURNAME_BEGINS } from './names';

type Place = 'surname' | 'second' | 'third' | 'last';

/** By place and character what it says; what no name has says the least. Learned by `scripts/names/learn.mjs`. */
const tables = Object.fromEntries(
  (['surname', 'second', 'third', 'last'] as const).map((place) => {
    const rows = nameCharacters[place];
    const says = new Map<string, number>();
    for (const [value, characters] of rows as [number, string][])
      for (const character of characters) says.set(character, value);
    return [place, { says, least: rows.at(-1)![0] as number }];
  }),
) as unknown as Record<Place, { says: ReadonlyMap<string, number>; least: number }>;

const says = (place: Place, character: string): number => tables[place].says.get(character) ?? tables[place].least;

/** Those who are named so often that nothing else needs to tell them, and what that says. */
const KNOWN: ReadonlySet<string> = new Set(nameCharacters.known);
const IS_KNOWN = 6;

const beginsName = new Uint8Array(0x10000);
for (const code of [...SURNAME_BEGINS, ...[...KNOWN].map((name) => name.charCodeAt(0))]) beginsName[code] = 1;

/** Whether a name that `nameLikelihood` tells anything of can begin with a code unit. */
export const mayBeginName = (code: number): boolean => beginsName[code] === 1;

/** A surname of two characters is hardly anything else. */
const COMPOUND = 3;

/**
 * How likely two to four Han characters are the name of a person, by the characters alone: the logarithm of how much more often
 * they stand so in names than elsewhere. Undefined where they begin with no surname.
 */
export function nameLikelihood(name: string): number | undefined {
  const { length } = name;
  if (KNOWN.has(name)) return IS_KNOWN;
  if (!isSurname(name[0]!) && !isCompoundSurname(name)) return undefined;
  if (isCompoundSurname(name)) {
    if (length === 3) return COMPOUND + says('last', name[2]!);
    return length === 4 ? COMPOUND + says('second', name[2]!) + says('third', name[3]!) : undefined;
  }
  if (length === 2) return says('surname', name[0]!) + says('last', name[1]!);
  if (length === 3) return says('surname', name[0]!) + says('second', name[1]!) + says('third', name[2]!);
  // 林郑月娥: the husband's surname before one's own
  if (length !== 4 || !isSurname(name[1]!) || says('surname', name[0]!) < 0 || says('surname', name[1]!) < 0)
    return undefined;
  return says('surname', name[1]!) + says('second', name[2]!) + says('third', name[3]!);
}
