import type { ExplainedMention } from './explain';

/** The mentions of each section without the phrases that stand unquoted before the document has quoted them. */
export function introduced(sections: readonly (readonly ExplainedMention[])[]): readonly (readonly ExplainedMention[])[] {
  const quoted = new Set<string>();
  return sections.map((mentions) =>
    mentions.filter(({ name, needsQuotation }) => {
      if (!needsQuotation) quoted.add(name);
      return quoted.has(name);
    }),
  );
}
