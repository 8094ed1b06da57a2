import type { ExplainedMention } from './explain';

/** The mentions of each section without the phrases that stand unquoted before the document has quoted them. */
export function introduced(
  sections: readonly (readonly ExplainedMention[])[],
): readonly (readonly ExplainedMention[])[] {
  const quoted = new Set<string>();
  return sections.map((mentions) =>
    mentions.filter(({ name, needsQuotation, isTakenUp }) => {
      if (!needsQuotation && !isTakenUp) quoted.add(name);
      return isTakenUp || quoted.has(name);
    }),
  );
}
