/** A line as layout set it, with what tells whether it goes on with the paragraph before. Lengths are in characters. */
export interface FlowLine {
  /** Without blanks at its ends; cells of a table are separated by tabs. */
  readonly text: string;
  /** The blank between the left edge of its column and its first character. */
  readonly indent: number;
  /** The blank between its last character and the right edge of its column. */
  readonly room: number;
  /** The blank above it, beyond the usual distance of lines, in such distances. Unknown at the head of a column. */
  readonly gap: number | undefined;
  /** The height of its letters, in any unit; the same for all where it is not known. */
  readonly size: number;
  /** A row of a table, which stays a line of its own. */
  readonly isRow?: boolean;
}
