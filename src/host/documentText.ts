import { EndOfLine, Position, Range, type TextDocument } from 'vscode';
import { normaliseText } from '../core/text/normalise';
import { partitionPoint } from '../core/text/search';
import type { Span } from '../core/text/span';

/**
 * The text of a document as core sees it (LF, no BOM), and the only place where its offsets become positions.
 * Line and column do not depend on line ends, so they are the bridge.
 */
export class DocumentText {
  readonly text: string;
  private readonly lineStarts: number[] = [0];

  constructor(private readonly document: TextDocument) {
    const raw = document.getText();
    this.text = document.eol === EndOfLine.CRLF ? normaliseText(raw) : raw;
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
  }

  position(offset: number): Position {
    const line = partitionPoint(this.lineStarts.length, (index) => this.lineStarts[index]! <= offset) - 1;
    return new Position(line, offset - this.lineStarts[line]!);
  }

  range(span: Span): Range {
    return new Range(this.position(span.start), this.position(span.end));
  }

  offset(position: Position): number {
    const { line, character } = this.document.validatePosition(position);
    return this.lineStarts[line]! + character;
  }

  span(range: Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }
}
