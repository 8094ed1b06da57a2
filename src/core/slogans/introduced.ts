import type { ExplainedMention } from './explain';

/** A phrase of this length that comes so often without marks is a formula wherever it stands. */
const LONG = 6;
const OFTEN = 3;

/** The mentions of each section without the phrases that stand unquoted before the document has quoted them. */
export function introduced(
  sections: readonly (readonly ExplainedMention[])[],
): readonly (readonly ExplainedMention[])[] {
  const unquoted = new Map<string, number>();
  for (const { name, needsQuotation } of sections.flat()) {
    if (needsQuotation) unquoted.set(name, (unquoted.get(name) ?? 0) + 1);
  }
  const quoted = new Set(
    [...unquoted].flatMap(([name, count]) => (name.length >= LONG && count >= OFTEN ? [name] : [])),
  );
  return sections.map((mentions) =>
    mentions.filter(({ name, needsQuotation, isTakenUp }) => {
      if (!needsQuotation && !isTakenUp) quoted.add(name);
      return isTakenUp || quoted.has(name);
    }),
  );
}
