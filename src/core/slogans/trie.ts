/** Finds the longest of many names that begins at a place; building costs in proportion to the names, asking to the match. */
export class NameTrie {
  private readonly next: Map<number, number>[] = [new Map()];
  private readonly ends: boolean[] = [false];
  /** Whether a name begins with this character. */
  private readonly begins = new Uint8Array(0x10000);

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name);
  }

  private add(name: string): void {
    if (name === '') return;
    this.begins[name.charCodeAt(0)] = 1;
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

  /** Whether a name begins with this code unit. */
  mayBegin(code: number): boolean {
    return this.begins[code] === 1;
  }

  /** The end of the longest name at `start` for which `accepts` holds; undefined where there is none. */
  longest(text: string, start: number, accepts: (end: number) => boolean): number | undefined {
    if (!this.mayBegin(text.charCodeAt(start))) return undefined;
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
