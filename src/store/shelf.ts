/** Where something stands, in bytes where it is on disk. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** Plain data, one piece after the other. */
export interface Shelf<T> {
  add(piece: T): Place;
  /** Undefined where that is lost. */
  read(place: Place): T | undefined;
  /** Forgets what is there. */
  drop(place: Place): void;
}

/** All in memory, for as long as this is. */
export class MemoryShelf<T> implements Shelf<T> {
  private readonly kept = new Map<number, T>();
  private end = 0;

  add(piece: T): Place {
    const place = { at: this.end++, length: 1 };
    this.kept.set(place.at, piece);
    return place;
  }

  read({ at }: Place): T | undefined {
    return this.kept.get(at);
  }

  drop({ at }: Place): void {
    this.kept.delete(at);
  }
}
