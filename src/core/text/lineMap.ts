import { partitionPoint } from './search';
import type { Span } from './span';

/** A place by line and column, both from 0; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** From the first place to behind the last. */
export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** Where the lines of a text with LF line ends begin: turns offsets into lines and columns. */
export class LineMap {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  place(offset: number): Place {
    const line = partitionPoint(this.starts.length, (index) => this.starts[index]! <= offset) - 1;
    return { line, character: offset - this.starts[line]! };
  }

  range({ start, end }: Span): PlaceRange {
    return { start: this.place(start), end: this.place(end) };
  }

  /** The offset of a place; one behind the end of its line or of the text is moved back to that end. */
  offset({ line, character }: Place): number {
    const start = this.starts[line];
    if (start === undefined) return this.text.length;
    const end = (this.starts[line + 1] ?? this.text.length + 1) - 1;
    return Math.min(start + character, end);
  }
}
