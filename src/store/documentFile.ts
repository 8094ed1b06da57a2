import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { QueryDocument } from '../core/query/queryDocument';

/** Where a document stands in the file, in bytes. */
export interface DocumentPlace {
  readonly at: number;
  readonly length: number;
}

/** Documents that are kept in memory, by the length of their texts in UTF-16 code units: others are read again. */
const KEPT = 30_000_000;

/** Documents on disk, one after the other, and as many of them in memory as fit. Without a path all are in memory. */
export class DocumentFile {
  private readonly kept = new Map<number, QueryDocument>();
  private keptLength = 0;
  private file: number | undefined;
  private end = 0;

  constructor(private readonly path: string | undefined) {}

  add(document: QueryDocument): DocumentPlace {
    const bytes = Buffer.from(JSON.stringify(document));
    const at = this.end;
    if (this.path !== undefined) {
      this.end = fstatSync(this.open()).size;
      const place = { at: this.end, length: bytes.length };
      writeSync(this.open(), bytes, 0, bytes.length, place.at);
      this.end += bytes.length;
      this.keep(place.at, document);
      return place;
    }
    this.end += Math.max(1, bytes.length);
    this.keep(at, document);
    return { at, length: bytes.length };
  }

  /** Undefined where the file is not what it was. */
  read({ at, length }: DocumentPlace): QueryDocument | undefined {
    const kept = this.kept.get(at);
    if (kept || this.path === undefined) return kept;
    try {
      const bytes = Buffer.alloc(length);
      readSync(this.open(), bytes, 0, length, at);
      const document = JSON.parse(bytes.toString()) as QueryDocument;
      this.keep(at, document);
      return document;
    } catch {
      return undefined;
    }
  }

  /** Drops all but the documents at `places`; resolves to where these are then. */
  rewrite(places: readonly DocumentPlace[]): DocumentPlace[] {
    if (this.path === undefined) return [...places];
    const fresh = new DocumentFile(`${this.path}.new`);
    const moved = places.map((place) => {
      const document = this.read(place);
      return document ? fresh.add(document) : place;
    });
    fresh.close();
    this.close();
    this.kept.clear();
    this.keptLength = 0;
    if (existsSync(`${this.path}.new`)) renameSync(`${this.path}.new`, this.path);
    else rmSync(this.path, { force: true });
    return moved;
  }

  private keep(at: number, document: QueryDocument): void {
    const { length } = document.text;
    if (this.path !== undefined && this.keptLength + length > KEPT) return;
    this.kept.set(at, document);
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
