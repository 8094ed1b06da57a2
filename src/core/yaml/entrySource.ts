/** Where an entry that is put back stood, and how it was written. */
export interface EntrySource<Neighbour> {
  /** Its lines, from the comments above it on, in whatever column its dash was. */
  readonly lines: string;
  /** The entry before it, null where it was the first; left out, its place is found as that of a new one. */
  readonly follows?: Neighbour | null;
  /** The entry behind it, null where it was the last: what others have put between since then keeps its order. */
  readonly precedes?: Neighbour | null;
  /** What stood between the entry before it and it. */
  readonly above?: string;
}
