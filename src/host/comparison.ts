import type { Uri } from 'vscode';
import type { AnnotationReference } from './annotationReference';

/** One side of a comparison, as its address carries it. */
export interface ComparedWords {
  readonly words: string;
  /** The annotation on which a decision is made in the comparison, and where its transcript has these words. */
  readonly reference?: AnnotationReference;
  readonly start?: number;
}

export const readComparison = ({ query }: Uri): ComparedWords => JSON.parse(query) as ComparedWords;

/** A clause a line: a paragraph on one line shows no difference. */
export const byClause = (words: string): string => words.replace(/(?<=[，。；！？])(?!\n)/gu, '\n');

/** How many characters of `words` stand before an offset in what `byClause` makes of them. */
export function beforeClauses(words: string, offset: number): number {
  const shown = byClause(words);
  let own = 0;
  for (let at = 0; at < offset && own < words.length; at++) if (shown[at] === words[own]) own++;
  return own;
}
