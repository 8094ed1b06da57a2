import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Where something stands in the file, in bytes. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/**
 * Plain data on disk, one piece after the other, and as much of it in memory as `most` bytes. Without a path all is in
 * memory.
 */
export class Shelf<T> {
  private readonly kept = new Map<number, T>();
  private keptLength = 0;
  private file: number | undefined;
  private end = 0;

  constructor(
    private readonly path: string | undefined,
    private readonly most: number,
  ) {}

  add(piece: T): Place {
    const bytes = Buffer.from(JSON.stringify(piece));
    const { length } = bytes;
    if (this.path !== undefined) {
      this.end = fstatSync(this.open()).size;
      writeSync(this.open(), bytes, 0, length, this.end);
    }
    const place = { at: this.end, length };
    this.end += Math.max(1, length);
    this.keep(place, piece);
    return place;
  }

  /** Undefined where the file is not what it was. */
  read(place: Place): T | undefined {
    const { at, length } = place;
    const kept = this.kept.get(at);
    if (kept || this.path === undefined) return kept;
    try {
      const bytes = Buffer.alloc(length);
      readSync(this.open(), bytes, 0, length, at);
      const piece = JSON.parse(bytes.toString()) as T;
      this.keep(place, piece);
      return piece;
    } catch {
      return undefined;
    }
  }

  /** Drops all but what is at `places`; returns where that is then. */
  rewrite(places: readonly Place[]): Place[] {
    if (this.path === undefined) return [...places];
    const fresh = new Shelf<T>(`${this.path}.new`, 0);
    const moved = places.map((place) => {
      const piece = this.read(place);
      return piece ? fresh.add(piece) : place;
    });
    fresh.close();
    this.close();
    this.kept.clear();
    this.keptLength = 0;
    if (existsSync(`${this.path}.new`)) renameSync(`${this.path}.new`, this.path);
    else rmSync(this.path, { force: true });
    return moved;
  }

  private keep({ at, length }: Place, piece: T): void {
    if (this.path !== undefined && this.keptLength + length > this.most) return;
    this.kept.set(at, piece);
    this.keptLength += length;
  }

  private open(): number {
    this.file ??= openSync(this.path!, existsSync(this.path!) ? 'r+' : 'w+');
    return this.file;
  }

  private close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }
}
