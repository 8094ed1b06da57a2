import { groupBy } from '../groupBy';
import { isLowSurrogate } from '../text/characters';
import { partitionPoint } from '../text/search';
import type { Span } from '../text/span';
import type { Candidate } from './candidates';
import { readHeadline } from './definition';
import { type Formula, isLength, itemCounts, readFormula, readPart } from './formula';
import { fits, isLikely, likeliestOf } from './lists/chooseList';
import { generateLists, type ListCandidate } from './lists/generateLists';
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
    const headline = formula?.digits || mention.isTakenUp ? readHeadline(text, mention.end) : undefined;
    const explanation = formula && choose(text, mention, formula, listsOf(text, mentions, index, formula));
    // “5”即5个常驻部门，从…: the number is said to be so many of what follows
    const isRestated = formula?.digits && headline && text.startsWith(mention.name, headline.start);
    const own = headline && (mention.isTakenUp || isRestated) ? { items: [headline] } : undefined;
    return { ...mention, explanation: own ?? explanation, headline };
  });
}

/** Every list that may spell out the mention at `index`, and those counted off whose number says that something is missing. */
export function listsOf(
  text: string,
  mentions: readonly Candidate[],
  index: number,
  formula: Formula,
): readonly ListCandidate[] {
  const mention = mentions[index]!;
  const next = mentions[index + 1];
  const isFirst = isBeside(text, mention, next);
  const apart =
    isFirst || isBeside(text, mention, mentions[index - 1])
      ? readPaired(text, isFirst ? next!.end : mention.end, formula, isFirst)
      : [];
  const lists = [
    ...apart.map((items): ListCandidate => ({ ways: ['told apart'], items })),
    ...generateLists(text, mention, formula),
  ];
  const counts = itemCounts(formula);
  // of many lists few may be chosen, and only these have to be looked at and weighed
  return lists.filter(
    (list) =>
      (fits(list, counts) || isCountedOff(list)) &&
      list.items.every((item) => isApart(item, mention) && isWhole(text, item)) &&
      areNames(text, list.items),
  );
}

/** 不能“吹”…，不能“借”… stands for more than 不能 twice; of A，是底线；B，是红线 what is said of each is no part of it. */
function areNames(text: string, items: readonly Span[]): boolean {
  const words = items.map(({ start, end }) => text.slice(start, end));
  return new Set(words).size === words.length && !words.every((word) => /[，,]是/u.test(word));
}

const isCountedOff = ({ ways }: ListCandidate): boolean => ways.includes('counted off');
const isApart = (item: Span, { start, end }: Span): boolean => item.end <= start || item.start >= end;
const isWhole = (text: string, { start, end }: Span): boolean =>
  end > start && text[end - 1] !== '\n' && !cutsCharacter(text, start) && !cutsCharacter(text, end);

/** The likeliest list whose number fits; a count that does not fit is told where the text announces the list. */
function choose(
  text: string,
  mention: Candidate,
  formula: Formula,
  lists: readonly ListCandidate[],
): Explanation | undefined {
  const counts = itemCounts(formula);
  const weigh = (some: readonly ListCandidate[]) => likeliestOf(text, mention, formula, some);
  const fitting = lists.filter((list) => fits(list, counts));
  // what the lexicon knows, word for word, needs no other sign
  const best = weigh(fitting.filter(({ ways }) => ways.includes('known'))) ?? weigh(fitting);
  if (best && (best.ways.includes('known') || isLikely(best))) return { items: best.items };
  if (best || mention.kind === 'phrase') return undefined;
  const told = weigh(lists.filter((list) => isCountedOff(list) && list.items.length > 1));
  const expected = [...counts];
  if (!told || isLength(formula) || told.items.length > Math.max(...expected)) return undefined;
  return { items: [], misfit: { found: told.items.length, expected } };
}

export const formulaOf = ({ name, kind }: Candidate): Formula | undefined =>
  readFormula(name) ?? (kind === 'numeral' ? (readPart(name) ?? powersOfTen(name)) : juxtaposed(name));

/** A phrase of three or four single words (加减乘除), or of words with 、 between them, can be counted off as so many. */
function juxtaposed(name: string): Formula | undefined {
  const count = /^\p{Script=Han}{3,4}$/u.test(name) ? name.length : name.split('、').length;
  return count > 2 ? { numbers: [count], parts: [], things: [], digits: false } : undefined;
}

/** 百千万工程: a hundred of one thing, a thousand of another, and so on. */
function powersOfTen(name: string): Formula | undefined {
  const things = [...(/^[个十百千万]{3,5}/u.exec(name)?.[0] ?? '')];
  return things.length > 2 ? { numbers: things.map(() => 1), parts: [], things, digits: false } : undefined;
}

const cutsCharacter = (text: string, at: number): boolean => isLowSurrogate(text.charCodeAt(at));

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
    const whole = formula.numbers.reduce((sum, number) => sum + number, 0);
    indices.forEach((index, position) => {
      // a list of what one of the numbers counts is told for that part
      if ((mentions[index]!.explanation?.items.length ?? 0) >= whole) return;
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
