import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Place, Shelf } from './shelf';

/** On disk, and as much of it in memory as `most` bytes. */
export class FileShelf<T> implements Shelf<T> {
  private readonly kept = new Map<number, { readonly piece: T; readonly length: number }>();
  private keptLength = 0;
  private file: number | undefined;

  constructor(
    private readonly path: string,
    private readonly most: number,
  ) {}

  add(piece: T): Place {
    const bytes = Buffer.from(JSON.stringify(piece));
    const { length } = bytes;
    const at = fstatSync(this.open()).size;
    writeSync(this.open(), bytes, 0, length, at);
    const place = { at, length };
    this.keep(place, piece);
    return place;
  }

  /** Undefined where the file is not what it was. */
  read(place: Place): T | undefined {
    const { at, length } = place;
    const kept = this.kept.get(at);
    if (kept) return kept.piece;
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

  /** From memory: on disk it stays until the shelf is rewritten. */
  drop({ at }: Place): void {
    this.keptLength -= this.kept.get(at)?.length ?? 0;
    this.kept.delete(at);
  }

  /** Drops all but what is at `places`; returns where that is then. */
  rewrite(places: readonly Place[]): Place[] {
    const fresh = new FileShelf<T>(`${this.path}.new`, 0);
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
    if (this.keptLength + length > this.most) return;
    this.kept.set(at, { piece, length });
    this.keptLength += length;
  }

  private open(): number {
    this.file ??= openSync(this.path, existsSync(this.path) ? 'r+' : 'w+');
    return this.file;
  }

  private close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }
}
