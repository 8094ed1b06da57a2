import { compared } from '../query/conditions';
import { onceEach } from '../query/documentFields';
import type { SloganVariants } from './sloganVariants';

/** Gives mentions of a slogan one name: that which people have given it, else the first that was met in any script. */
export class SloganNames {
  private readonly known = new Map<string, string>();

  constructor(slogans: readonly Pick<SloganVariants, 'name' | 'variants'>[] = []) {
    for (const { name, variants } of slogans)
      for (const word of [name, ...variants]) this.known.set(sloganKeyAtHand(word), name);
  }

  of(name: string): string {
    const key = sloganKeyAtHand(name);
    const known = this.known.get(key) ?? name;
    this.known.set(key, known);
    return known;
  }

  /** The keys of all names that are known to mean the same. */
  keysOf(name: string): string[] {
    const meant = this.of(name);
    return [...this.known].flatMap(([key, known]) => (known === meant ? [key] : []));
  }
}

/** The same for a name in any script, width or quotation marks. */
export function sloganKey(name: string): string {
  return compared(name).replace(/[“”‘’「」『』"']/gu, '');
}

/** So many names are at hand: those of a large workspace, in one request as in the next. */
const AT_HAND = 200_000;
/** The same, at once for names that were asked for before. */
export const sloganKeyAtHand = onceEach(sloganKey, AT_HAND);
