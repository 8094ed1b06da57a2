import { Lexer } from 'yaml';
import { withoutBlankEnd } from './blank';

export interface Comment {
  /** From the `#` on, without blanks at its end. */
  readonly text: string;
  /** Where its `#` stands. */
  readonly offset: number;
}

/** Marks of the lexer that stand for no character of the text: a document, the end of a flow, a scalar. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/** The comments of a text that parses, in its order. */
export function commentsIn(text: string): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    // behind the mark of a scalar stands a scalar, whatever it begins with
    if (lexeme.startsWith('#') && before !== '\u001f') comments.push({ text: withoutBlankEnd(lexeme), offset });
    if (!MARKS.has(lexeme)) offset += lexeme.length;
    before = lexeme;
  }
  return comments;
}
