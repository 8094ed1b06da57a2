import type { Paragraph } from './paragraphs';
import { partitionPoint } from './search';
import type { Span } from './span';

/**
 * A stretch of a document that no explanation crosses: from one turn's first paragraph up to the next turn's. Its
 * paragraphs stand in `text` one to a line. What is read in a section depends on its text alone, so that it can be kept
 * while other sections change.
 */
export class Section {
  readonly text: string;
  /** Where each paragraph begins in `text`. */
  readonly starts: readonly number[];

  constructor(
    readonly paragraphs: readonly Paragraph[],
    same?: Pick<Section, 'text' | 'starts'>,
  ) {
    if (same) {
      this.text = same.text;
      this.starts = same.starts;
      return;
    }
    const starts: number[] = [];
    let text = '';
    for (const paragraph of paragraphs) {
      starts.push(text.length);
      text += `${paragraph.text}\n`;
    }
    this.text = text;
    this.starts = starts;
  }

  /** The same text at other places of the document. */
  withParagraphs(paragraphs: readonly Paragraph[]): Section {
    return new Section(paragraphs, this);
  }

  get start(): number {
    return this.paragraphs[0]!.start;
  }

  get end(): number {
    return this.paragraphs.at(-1)!.end;
  }

  /** The span of the document for a span of `text`. */
  toSource(span: Span): Span {
    return this.inParagraph(span, (paragraph, own) => paragraph.toSource(own));
  }

  /** `[start, end)` of `text`, inside one paragraph, in the characters of the document. */
  written(span: Span): string {
    return this.inParagraph(span, (paragraph, own) => paragraph.written(own));
  }

  private inParagraph<T>({ start, end }: Span, read: (paragraph: Paragraph, own: Span) => T): T {
    const index = partitionPoint(this.starts.length, (at) => this.starts[at]! <= start) - 1;
    const by = this.starts[index]!;
    return read(this.paragraphs[index]!, { start: start - by, end: end - by });
  }
}

/** Groups paragraphs into sections: one begins with the paragraph in which each of the sorted `turns` begins. */
export function splitSections(paragraphs: readonly Paragraph[], turns: readonly Span[]): Section[] {
  const sections: Section[] = [];
  let open: Paragraph[] = [];
  let turn = 0;
  for (const paragraph of paragraphs) {
    const begins = turn < turns.length && turns[turn]!.start < paragraph.end;
    if (begins && open.length > 0) {
      sections.push(new Section(open));
      open = [];
    }
    while (turn < turns.length && turns[turn]!.start < paragraph.end) turn++;
    open.push(paragraph);
  }
  if (open.length > 0) sections.push(new Section(open));
  return sections;
}
