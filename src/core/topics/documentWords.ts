import type { Candidate } from './candidates';

/** What the whole document says about a candidate. */
export interface Usage {
  /** How often it is said. */
  readonly said: number;
  /** With how many questions, asked or answered. */
  readonly questions: number;
  /** Whether it only ever stands beside one and the same word: part of a longer name. */
  readonly isFragment: boolean;
}

/** How the candidates are used, each question's asked and answered ones, in the document that they make up. */
export function documentWords(
  questions: readonly (readonly ReadonlyMap<string, Candidate>[])[],
): ReadonlyMap<string, Usage> {
  const usages = new Map<string, Usage & { before: string | undefined; behind: string | undefined }>();
  for (const sides of questions) {
    const seen = new Set<string>();
    for (const side of sides) {
      for (const { text, count, before, behind } of side.values()) {
        const known = usages.get(text) ?? { said: 0, questions: 0, before, behind };
        const kept = {
          before: known.before === before ? before : undefined,
          behind: known.behind === behind ? behind : undefined,
        };
        const said = known.said + count;
        usages.set(text, {
          said,
          questions: known.questions + (seen.has(text) ? 0 : 1),
          ...kept,
          isFragment: said > 1 && (kept.before ?? kept.behind) !== undefined,
        });
        seen.add(text);
      }
    }
  }
  return usages;
}
