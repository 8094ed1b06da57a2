import type { Span } from '../text/span';
import { type Formula, itemCounts, readFormula, readPart } from './formula';
import { readHeadline, readItems } from './items';
import type { Candidate } from './mentions';

/** What a mention is said to stand for: its items, or a count of items that does not fit. */
export interface MentionExplanation {
  readonly items: readonly Span[];
  readonly misfit?: { readonly found: number; readonly expected: readonly number[] };
}

/**
 * Explains the mentions of a document, given in text order; `text` is the whole document, paragraphs joined by line
 * feeds. No explanation goes on beyond the next of `turnStarts`. A compound takes the items of its parts where these are
 * explained apart (“一群”指…，“两区”指…).
 */
export function explain(
  text: string,
  mentions: readonly Candidate[],
  turnStarts: readonly number[],
): (MentionExplanation | undefined)[] {
  const formulas = new Map<string, Formula | undefined>();
  for (const mention of mentions) if (!formulas.has(mention.name)) formulas.set(mention.name, formulaOf(mention));
  let turn = 0;
  const explained = mentions.map((mention) => {
    const formula = formulas.get(mention.name);
    if (!formula) return undefined;
    while (turn < turnStarts.length && turnStarts[turn]! <= mention.start) turn++;
    return explainMention(text, mention, formula, turnStarts[turn] ?? text.length);
  });
  explainCompounds(text, mentions, formulas, explained);
  return explained;
}

function formulaOf({ name, kind }: Candidate): Formula | undefined {
  const formula = readFormula(name);
  if (formula || kind === 'numeral') return formula ?? readPart(name);
  // a phrase of three or four single words (加减乘除) can be counted off as so many
  return /^\p{Script=Han}{3,4}$/u.test(name) ? { numbers: [name.length], parts: [], digits: false } : undefined;
}

function explainMention(
  text: string,
  mention: Candidate,
  formula: Formula,
  limit: number,
): MentionExplanation | undefined {
  const found = readItems(text, mention, formula, limit, mention.kind === 'phrase');
  if (!found || found.items.some((item) => item.end > mention.start && item.start < mention.end)) return undefined;
  if (found.fits) return { items: found.items };
  if (mention.kind === 'phrase') return undefined;
  return { items: [], misfit: { found: found.items.length, expected: [...itemCounts(formula)] } };
}

function explainCompounds(
  text: string,
  mentions: readonly Candidate[],
  formulas: ReadonlyMap<string, Formula | undefined>,
  explained: (MentionExplanation | undefined)[],
): void {
  const places = new Map<string, number[]>();
  mentions.forEach(({ name }, index) => {
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  });
  for (let index = mentions.length - 1; index >= 0; index--) {
    const { name } = mentions[index]!;
    const formula = formulas.get(name);
    if (!formula || formula.parts.length < 2 || explained[index]?.items.length) continue;
    const another = following(places.get(name)!, index) ?? mentions.length;
    const items = formula.parts.map((part) => {
      const at = following(places.get(part) ?? [], index);
      if (at === undefined || at > another) return [];
      const headline = formula.digits ? readHeadline(text, mentions[at]!.end) : undefined;
      return formula.digits ? (headline ? [headline] : []) : (explained[at]?.items ?? []);
    });
    if (items.every((list) => list.length > 0)) explained[index] = { items: items.flat() };
  }
}

/** The first of the ascending `places` behind `index`. */
function following(places: readonly number[], index: number): number | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return places[low];
}
