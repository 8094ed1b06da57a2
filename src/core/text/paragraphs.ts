import { Kind, kindAt } from './characters';
import { isBlank, type Line } from './lines';
import { ReadingText } from './readingText';
import { partitionPoint } from './search';
import type { Span } from './span';

/**
 * A paragraph as it was before page breaks cut it: the lines that belong together, joined without the breaks. Offsets in
 * `text` are mapped back to the document by `toSource`.
 */
export class Paragraph {
  private constructor(
    private readonly reading: ReadingText,
    /** Where each piece begins in the joined words, and in the document. */
    private readonly pieces: readonly { readonly at: number; readonly source: number }[],
  ) {}

  static join(source: string, spans: readonly Span[]): Paragraph {
    const pieces: { at: number; source: number }[] = [];
    let written = '';
    for (const span of spans) {
      pieces.push({ at: written.length, source: span.start });
      written += source.slice(span.start, span.end);
    }
    return new Paragraph(ReadingText.of(written), pieces);
  }

  /** What the rules read. */
  get text(): string {
    return this.reading.text;
  }

  /** `[start, end)` of `text` in the characters of the document, without breaks. */
  written(span: Span): string {
    return this.reading.written(span);
  }

  /** Whether the rules read it as it is written. */
  get isAsWritten(): boolean {
    return this.reading.text === this.reading.source;
  }

  /** The same paragraph further on in the document. */
  movedBy(by: number): Paragraph {
    return new Paragraph(
      this.reading,
      this.pieces.map(({ at, source }) => ({ at, source: source + by })),
    );
  }

  /** The paragraph after an edit inside one of its pieces; `offset` maps places of the old document to the new. */
  edited(source: string, offset: (at: number) => number): Paragraph {
    const spans = this.pieces.map((piece, index) => {
      const length = (this.pieces[index + 1]?.at ?? this.reading.source.length) - piece.at;
      return { start: offset(piece.source), end: offset(piece.source + length) };
    });
    return Paragraph.join(source, spans);
  }

  get start(): number {
    return this.pieces[0]!.source;
  }

  get end(): number {
    const last = this.pieces.at(-1)!;
    return last.source + this.reading.source.length - last.at;
  }

  /** The span of the document that covers `[start, end)` of `text`, breaks inside it included. */
  toSource(span: Span): Span {
    const { start, end } = this.reading.toSource(span);
    return { start: this.offset(start), end: this.offset(Math.max(start, end - 1)) + (end > start ? 1 : 0) };
  }

  private offset(at: number): number {
    const piece = this.pieces[partitionPoint(this.pieces.length, (index) => this.pieces[index]!.at <= at) - 1]!;
    return piece.source + at - piece.at;
  }
}

/** A line without a comma or stop, or shorter than this, is a heading and no part of running text. */
const RUNNING_LENGTH = 20;
const CUT_LENGTH = 40;

/**
 * Joins lines that a page or line break has cut. `breaks` says of a line that it begins something new whatever stood
 * before it (a label, a heading, an enumerator); `noise` that it is a page head to be left out.
 */
export function joinParagraphs(
  reading: ReadingText,
  lines: readonly Line[],
  breaks: (index: number) => boolean,
  noise: (index: number) => boolean,
): Paragraph[] {
  const { text, source } = reading;
  const paragraphs: Paragraph[] = [];
  let spans: Span[] = [];
  let gap = false;
  const close = () => {
    if (spans.length > 0)
      paragraphs.push(
        Paragraph.join(
          source,
          spans.map((span) => reading.toSource(span)),
        ),
      );
    spans = [];
  };
  lines.forEach((line, index) => {
    if (isBlank(line) || noise(index)) {
      gap ||= spans.length > 0;
      return;
    }
    if (spans.length > 0 && (breaks(index) || !isCut(text, spans, line, gap))) close();
    spans.push({ start: line.inkStart, end: line.inkEnd });
    gap = false;
  });
  close();
  return paragraphs;
}

/** Whether the text in `spans` breaks off in the middle, so that `next` goes on with it. */
function isCut(text: string, spans: readonly Span[], next: Line, gap: boolean): boolean {
  const last = spans.at(-1)!;
  const lastKind = kindAt(text, last.end - 1);
  if (lastKind === Kind.sentenceEnd || '；：:;…）)】]》」』”*'.includes(text[last.end - 1]!)) return false;
  const isIndented = next.inkStart - next.start >= 2 && text[next.start] === '\u3000';
  if (isIndented && gap) return false;
  const first = spans[0]!;
  const length = last.end - first.start;
  if (text[last.end - 1] === '，' || text[last.end - 1] === '、') return length >= RUNNING_LENGTH;
  const joined = text.slice(Math.max(first.start, last.end - 400), last.end);
  if (hasOpenQuote(joined)) return true;
  if (joined.includes('。') || joined.includes('？')) return true;
  return joined.includes('，') && length >= (gap ? CUT_LENGTH : RUNNING_LENGTH);
}

const hasOpenQuote = (text: string): boolean =>
  text.lastIndexOf('“') > text.lastIndexOf('”') && text.length - text.lastIndexOf('“') <= 24;
