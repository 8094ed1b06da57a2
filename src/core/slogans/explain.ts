import { groupBy } from '../groupBy';
import { partitionPoint } from '../text/search';
import type { Span } from '../text/span';
import { readHeadline } from './definition';
import { type Formula, itemCounts, readFormula, readPart } from './formula';
import { type FoundItems, readItems } from './items';
import type { Candidate } from './candidates';
import { readNamedParts, readSharedCharacter } from './named';
import { isBeside, readPaired } from './paired';

/** What a mention is said to stand for: its items, or a count of items that does not fit. */
export interface Explanation {
  readonly items: readonly Span[];
  readonly misfit?: { readonly found: number; readonly expected: readonly number[] };
}

/** A mention with what its section says about it; offsets count in the section's text. */
export interface ExplainedMention extends Candidate {
  readonly explanation: Explanation | undefined;
  /** What a single digit is said to be (`所谓“3”，就是…`): an item of the number that it is a digit of. */
  readonly headline: Span | undefined;
}

/** Explains the mentions of one section, whose text is `text`. */
export function explainMentions(text: string, mentions: readonly Candidate[]): ExplainedMention[] {
  return mentions.map((mention, index) => {
    const formula = formulaOf(mention);
        const explanation =
      formula && (explainBeside(text, mentions, index, formula) ?? explainMention(text, mention, formula));
    const headline = formula?.digits ? readHeadline(text, mention.end) : undefined;
    return { ...mention, explanation, headline };
  });
}

/** What is said of one of two formulas that stand side by side. */
function explainBeside(
  text: string,
  mentions: readonly Candidate[],
  index: number,
  formula: Formula,
): Explanation | undefined {
  const mention = mentions[index]!;
  const next = mentions[index + 1];
  const isFirst = isBeside(text, mention, next);
  if (!isFirst && !isBeside(text, mention, mentions[index - 1])) return undefined;
  const items = readPaired(text, isFirst ? next!.end : mention.end, formula, isFirst);
  return items && itemCounts(formula).has(items.length) ? { items } : undefined;
}

const formulas = new Map<string, Formula | undefined>();
const MEMORY = 5000;

/** Remembered by name: a document mentions few slogans many times. */
function formulaOf({ name, kind }: Candidate): Formula | undefined {
  const key = `${kind}${name}`;
  if (formulas.has(key)) return formulas.get(key);
  const formula = readFormula(name) ?? (kind === 'numeral' ? readPart(name) : juxtaposed(name));
  if (formulas.size >= MEMORY) formulas.clear();
  formulas.set(key, formula);
  return formula;
}

/** A phrase of three or four single words (加减乘除), or of words with 、 between them, can be counted off as so many. */
function juxtaposed(name: string): Formula | undefined {
  const count = /^\p{Script=Han}{3,4}$/u.test(name) ? name.length : name.split('、').length;
  return count > 2 ? { numbers: [count], parts: [], things: [], digits: false } : undefined;
}

function explainMention(text: string, mention: Candidate, formula: Formula): Explanation | undefined {
  const found = readItems(text, mention, formula, mention.kind === 'phrase') ?? readNamed(text, mention, formula);
  if (!found || found.items.some((item) => item.end > mention.start && item.start < mention.end)) return undefined;
  if (found.items.some(({ start, end }) => cutsCharacter(text, start) || cutsCharacter(text, end))) return undefined;
  if (found.fits) return { items: found.items };
  if (mention.kind === 'phrase') return undefined;
  return { items: [], misfit: { found: found.items.length, expected: [...itemCounts(formula)] } };
}

function readNamed(text: string, mention: Candidate, formula: Formula): FoundItems | undefined {
  const { name, kind } = mention;
  const [count = 0] = formula.numbers;
  const items =
    kind === 'phrase' ? readNamedParts(text, mention, name) : readSharedCharacter(text, mention, name, count);
  return items && { items, fits: true };
}

const cutsCharacter = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '');

/** Where an item of a compound stands: in the section of the mention with this index. */
export interface BorrowedItem {
  readonly mention: number;
  readonly span: Span;
}

/**
 * The items of compounds whose parts are explained apart (“一群”指…，“两区”指…), by the index of the compound among all
 * mentions of the document: the last mention of the compound before its parts takes theirs.
 */
export function explainCompounds(mentions: readonly ExplainedMention[]): Map<number, BorrowedItem[]> {
  const borrowed = new Map<number, BorrowedItem[]>();
  const places = groupBy(mentions.keys(), (index) => mentions[index]!.name);
  for (const [name, indices] of places) {
    const formula = formulaOf({ ...mentions[indices[0]!]!, name });
    if (!formula || formula.parts.length < 2) continue;
    indices.forEach((index, position) => {
      if (mentions[index]!.explanation?.items.length) return;
      const another = indices[position + 1] ?? mentions.length;
      let last = index;
      const items = formula.parts.map((part) => {
        // 2+2+1: the second 2 is another than the first
        const isAgain = formula.parts.filter((other) => other === part).length > 1;
        const at = following(places.get(part) ?? [], isAgain ? last : index);
        if (at === undefined || at > another) return [];
        last = at;
        const { headline, explanation } = mentions[at]!;
        const isHeaded = formula.digits && (!/[+＋]/u.test(name) || !isList(headline, explanation));
        const spans = isHeaded ? (headline ? [headline] : []) : (explanation?.items ?? []);
        return spans.map((span) => ({ mention: at, span }));
      });
      if (items.every((list) => list.length > 0)) borrowed.set(index, items.flat());
    });
  }
  return borrowed;
}

/** “3”，是考核、督查和奖惩: the digit is said to be its items; behind “3”，是三类主体，即A、B、C they explain what it is. */
const isList = (headline: Span | undefined, explanation: Explanation | undefined): boolean =>
  explanation !== undefined &&
  explanation.items.length > 0 &&
  (!headline || headline.start === headline.end || explanation.items[0]!.start < headline.end);

/** The first of the ascending `places` behind `index`. */
const following = (places: readonly number[], index: number): number | undefined =>
  places[partitionPoint(places.length, (at) => places[at]! <= index)];
