import type { ExplainedMention } from './explain';
import { LEXICON } from './lexicon';

/**
 * The mentions of each section without the phrases that only spell out a formula: “无跑腿、无证明” of “两无” is what that stands
 * for, wherever it comes again. What is known as a formula, or was `accepted` by a person, is one besides.
 */
export function withoutLists(
  sections: readonly (readonly ExplainedMention[])[],
  accepted: readonly string[],
): readonly (readonly ExplainedMention[])[] {
  const lists = new Set(sections.flatMap(listsIn));
  for (const name of lists) if (LEXICON.has(name) || accepted.includes(name)) lists.delete(name);
  if (lists.size === 0) return sections;
  return sections.map((mentions) => mentions.filter(({ kind, name }) => kind !== 'phrase' || !lists.has(name)));
}

/** The names of phrases that hold all that a numeral of the section stands for, and nothing else. */
function listsIn(mentions: readonly ExplainedMention[]): string[] {
  const lists = mentions.flatMap(({ kind, explanation }) => {
    const [first, ...others] = (kind === 'numeral' && explanation?.items) || [];
    const last = others.at(-1);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  if (lists.length === 0) return [];
  return mentions.flatMap(({ kind, name, start, end }) =>
    kind === 'phrase' && lists.some((list) => list.start === start && list.end === end) ? [name] : [],
  );
}
