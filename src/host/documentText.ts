import { EndOfLine, type Position, type Range, type TextDocument } from 'vscode';
import { LineMap } from '../core/text/lineMap';
import { normaliseText } from '../core/text/normalise';
import type { Span } from '../core/text/span';
import { toRange } from './ranges';

/**
 * The text of a document as core sees it (LF, no BOM), and the only place where its offsets become positions.
 * Line and column do not depend on line ends, so they are the bridge.
 */
export class DocumentText {
  readonly text: string;
  readonly lines: LineMap;

  constructor(document: TextDocument) {
    const raw = document.getText();
    this.text = document.eol === EndOfLine.CRLF ? normaliseText(raw) : raw;
    this.lines = new LineMap(this.text);
  }

  range(span: Span): Range {
    return toRange(this.lines.range(span));
  }

  offset(position: Position): number {
    return this.lines.offset(position);
  }

  span(range: Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }
}
