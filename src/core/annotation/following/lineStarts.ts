import type { Place, PlaceRange } from '../../text/lineMap';
import { normaliseText } from '../../text/normalise';
import { partitionPoint } from '../../text/search';
import type { TextEdit } from '../../transcript/moveStructure';

/** One replacement, as editors tell it: a range of lines and columns of the text before, and what stands there now. */
export interface Replacement {
  readonly range: PlaceRange;
  readonly text: string;
}

/** Where the lines of a text begin, in LF offsets: all that is needed of a text to follow edits in it. */
export class LineStarts {
  private constructor(private readonly starts: readonly number[]) {}

  static of(text: string): LineStarts {
    return new LineStarts([0, ...endsOfLines(text)]);
  }

  /** The offset of a place, whatever line ends the document has. */
  offset({ line, character }: Place): number {
    return (this.starts[Math.min(line, this.starts.length - 1)] ?? 0) + character;
  }

  place(offset: number): Place {
    const line = Math.max(0, partitionPoint(this.starts.length, (index) => this.starts[index]! <= offset) - 1);
    return { line, character: offset - this.starts[line]! };
  }

  /**
   * Replacements that were made at once, all told by the text before, as edits that follow one another: the last place
   * first, so that none moves another. And the lines behind them.
   */
  apply(replacements: readonly Replacement[]): { readonly edits: TextEdit[]; readonly lines: LineStarts } {
    let { starts } = this;
    const edits = replacements
      .map(({ range, text }) => ({
        start: this.offset(range.start),
        oldEnd: this.offset(range.end),
        words: normaliseText(text),
      }))
      .sort((a, b) => b.start - a.start || b.oldEnd - a.oldEnd)
      .map(({ start, oldEnd, words }): TextEdit => {
        const by = words.length - (oldEnd - start);
        starts = [
          ...starts.filter((line) => line <= start),
          ...endsOfLines(words).map((end) => start + end),
          ...starts.filter((line) => line > oldEnd).map((line) => line + by),
        ];
        return { start, oldEnd, newEnd: start + words.length };
      });
    return { edits, lines: new LineStarts(starts) };
  }
}

function endsOfLines(text: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at + 1);
  return ends;
}
