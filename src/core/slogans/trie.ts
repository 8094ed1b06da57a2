/** Pairs of code units fall into so many slots: few enough for a table of every document. */
const SLOTS = 0x1000;
/** The slot of the two code units at `at`; some slot at the end of the text. */
export const slotOf = (text: string, at: number): number =>
  (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (SLOTS - 1);

/**
 * Finds the longest of many names, each of two code units or more, that begins at a place; building costs in proportion to the
 * names, asking to the match.
 */
export class NameTrie {
  private readonly next: Map<number, number>[] = [new Map()];
  private readonly ends: boolean[] = [false];
  /** By slot, whether a name may begin with such a pair. */
  private readonly begins = new Uint8Array(SLOTS);

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name);
  }

  private add(name: string): void {
    this.begins[slotOf(name, 0)] = 1;
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

  /** Whether a name may begin with two code units of this slot; most do not. */
  mayBegin(slot: number): boolean {
    return this.begins[slot] === 1;
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
