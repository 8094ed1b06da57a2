import type { Span } from '../text/span';
import type { Structure } from './readTranscript';

/** A replacement of `[start, oldEnd)` of the old text by `[start, newEnd)` of the new one. */
export interface TextEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The structure of the text after an edit that left it as it was but for the places. */
export function moveStructure(structure: Structure, text: string, edit: TextEdit): Structure {
  const by = edit.newEnd - edit.oldEnd;
  const offset = (at: number) => (at <= edit.start ? at : at + by);
  const move = <T extends Span>(span: T): T =>
    span.end <= edit.start ? span : { ...span, start: offset(span.start), end: offset(span.end) };
  return {
    ...structure,
    articles: structure.articles.map(move),
    turns: structure.turns.map((turn) =>
      turn.end <= edit.start
        ? turn
        : { ...move(turn), labelSpan: move(turn.labelSpan), bodyStart: offset(turn.bodyStart) },
    ),
    questions: structure.questions.map((question) =>
      question.end <= edit.start ? question : { ...move(question), asks: question.asks.map(move) },
    ),
    paragraphs: structure.paragraphs.map((paragraph) =>
      paragraph.end <= edit.start
        ? paragraph
        : paragraph.start >= edit.oldEnd
          ? paragraph.movedBy(by)
          : paragraph.edited(text, offset),
    ),
  };
}
