/** Pairs of code units fall into so many slots: few enough for a table of every document. */
const SLOTS = 0x1000;
/** The slot of the two code units at `at`; some slot at the end of the text. */
const slotOf = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (SLOTS - 1);

/** Tells by two code units at once where one of many names may begin; at most places none does. */
export class Beginnings {
  private readonly slots: Uint8Array;

  /** Of `names`, each of two code units or more, and those of `others`. */
  constructor(names: Iterable<string>, others?: Beginnings) {
    this.slots = others?.slots.slice() ?? new Uint8Array(SLOTS);
    for (const name of names) this.slots[slotOf(name, 0)] = 1;
  }

  /** The first place in `[from, to)` where one may begin; `to` where there is none. */
  next(text: string, from: number, to: number): number {
    const { slots } = this;
    let at = from;
    while (at < to && slots[slotOf(text, at)] === 0) at++;
    return at;
  }
}

/**
 * Finds the longest of many names, each of two code units or more, that begins at a place; building costs in proportion to the
 * names, asking to the match.
 */
export class NameTrie {
  private readonly next: Map<number, number>[] = [new Map()];
  private readonly ends: boolean[] = [false];

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name);
  }

  private add(name: string): void {
    let node = 0;
    for (let at = 0; at < name.length; at++) {
      const code = name.charCodeAt(at);
      let child = this.next[node]!.get(code);
      if (child === undefined) {
        child = this.next.length;
        this.next.push(new Map());
        this.ends.push(false);
        this.next[node]!.set(code, child);
      }
      node = child;
    }
    this.ends[node] = true;
  }

  /** The end of the longest name at `start` for which `accepts` holds; undefined where there is none. */
  longest(text: string, start: number, accepts: (end: number) => boolean): number | undefined {
    let ends: number[] | undefined;
    let node: number | undefined = 0;
    for (let at = start; at < text.length; at++) {
      node = this.next[node]!.get(text.charCodeAt(at));
      if (node === undefined) break;
      if (!this.ends[node]) continue;
      ends ??= [];
      ends.push(at + 1);
    }
    return ends?.reverse().find(accepts);
  }
}
