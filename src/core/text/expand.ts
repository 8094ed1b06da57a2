import { splitSentences } from './sentences';
import type { Span } from './span';

/**
 * The clause, the sentence and the line around `[start, end)`, the smallest first. A clause ends at a comma, a sentence
 * at a stop outside quotation marks; marks at their ends are left out of clauses.
 */
export function expandSpan(text: string, { start, end }: Span): Span[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const found = text.indexOf('\n', end);
  const line = { start: lineStart, end: found < 0 ? text.length : found };
  const sentence = splitSentences(text, line.start, line.end).find((own) => own.start <= start && end <= own.end);
  if (!sentence) return [line];
  return [clauseAround(text, sentence, { start, end }), sentence, line];
}

const BREAK = /[，,；;：:。！？!?]/u;

function clauseAround(text: string, sentence: Span, inner: Span): Span {
  let { start, end } = inner;
  while (start > sentence.start && !BREAK.test(text[start - 1]!)) start--;
  while (end < sentence.end && !BREAK.test(text[end]!)) end++;
  return { start, end };
}
