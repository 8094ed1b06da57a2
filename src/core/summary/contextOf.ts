import type { Span } from '../text/span';
import { oneLine } from './oneLine';

/** How much is shown around a mention. */
const CONTEXT_BEFORE = 16;
const CONTEXT_AFTER = 24;

/** The words around a mention, from where its clause begins. */
export function contextOf(text: string, { start, end }: Span): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - CONTEXT_BEFORE), start);
  // at the beginning of a clause, or in the middle of one with a sign that it is
  const clause = /[，。；：！？、](?=[^，。；：！？、]*$)/u.exec(before);
  const isCut = !clause && start - before.length > lineStart;
  const lead = clause ? before.slice(clause.index + 1) : isCut ? `…${before}` : before;
  return oneLine(`${lead}${text.slice(start, end + CONTEXT_AFTER)}`);
}
