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
  /** The same in the characters of the document. */
  readonly written: string;
  /** Where each paragraph begins in `text`. */
  readonly starts: readonly number[];

  constructor(
    readonly paragraphs: readonly Paragraph[],
    same?: Pick<Section, 'text' | 'written' | 'starts'>,
  ) {
    if (same) {
      this.text = same.text;
      this.written = same.written;
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
    this.written = paragraphs.some((paragraph) => paragraph.written !== paragraph.text)
      ? paragraphs.map(({ written }) => `${written}\n`).join('')
      : text;
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
  toSource({ start, end }: Span): Span {
    const index = partitionPoint(this.starts.length, (at) => this.starts[at]! <= start) - 1;
    const by = this.starts[index]!;
    return this.paragraphs[index]!.toSource({ start: start - by, end: end - by });
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
