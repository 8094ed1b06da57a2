import type { Paragraph } from '../text/paragraphs';
import type { Span } from '../text/span';
import { readFormula, readPart } from './formula';
import { readHeadline, readItems } from './items';
import { LEXICON } from './lexicon';
import { type Candidate, findCandidates, MentionFinder } from './mentions';
import { isPhrase } from './phrases';
import type { Slogan, SloganKind } from './slogan';

export interface SloganOptions {
  /** Whether formulas of the lexicon count where nothing in the text marks them. For measuring what it contributes. */
  readonly lexicon: boolean;
}

/**
 * Every mention of every slogan of a document, with the items of those that are spelled out. No explanation goes on
 * into the next of `turns`.
 */
export function findSlogans(
  paragraphs: readonly Paragraph[],
  turns: readonly Span[],
  { lexicon }: SloganOptions = { lexicon: true },
): Slogan[] {
  const candidates = paragraphs.map((paragraph) => findCandidates(paragraph.text));
  const finder = new MentionFinder(chooseSlogans(paragraphs, candidates.flat(), lexicon));
  const document = joinDocument(paragraphs);
  const isTurnStart = new Set(turns.map(({ start }) => start));
  const mentions = paragraphs.flatMap((paragraph, index) =>
    finder.find(paragraph.text, candidates[index]!).map((mention) => shift(mention, document.starts[index]!)),
  );
  const turnStarts = paragraphs.flatMap(({ start }, index) =>
    isTurnStart.has(start) ? [document.starts[index]!] : [],
  );
  const items = explain(document.text, mentions, turnStarts);
  return mentions.map((mention, index) => ({
    ...document.toSource(mention),
    kind: mention.kind,
    name: mention.name,
    items: (items[index] ?? []).map(document.toSource),
  }));
}

/** How often an uncertain quotation has to come again to be a formula; long ones also where they come without marks. */
const RECURS = 2;
const LONG = 6;

/** The certain ones; those that come again; parts of a formula where they are quoted by themselves; the lexicon. */
function chooseSlogans(
  paragraphs: readonly Paragraph[],
  candidates: readonly Candidate[],
  lexicon: boolean,
): Map<string, SloganKind> {
  const slogans = new Map<string, SloganKind>();
  const hints = new Map<string, { count: number; score: number }>();
  for (const { name, kind, score } of candidates) {
    if (!lexicon && LEXICON.has(name) && !readFormula(name)) continue;
    const known = hints.get(name);
    if (isPhrase(score)) slogans.set(name, kind);
    else hints.set(name, { count: (known?.count ?? 0) + 1, score: Math.max(score, known?.score ?? score) });
  }
  const long = [...hints.keys()].filter((name) => name.length >= LONG);
  const recurring = new MentionFinder(new Map(long.map((name) => [name, 'phrase'])));
  const mentions = new Map<string, number>();
  for (const { text } of long.length > 0 ? paragraphs : []) {
    for (const { name } of recurring.find(text, [])) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  }
  for (const [name, { count, score }] of hints) {
    const isRepeated = score > 0 && count >= RECURS && name.length >= 3 && name.length <= 12;
    if (isRepeated || (mentions.get(name) ?? 0) > RECURS) slogans.set(name, slogans.get(name) ?? 'phrase');
  }
  addParts(slogans, candidates);
  for (const { name, kind, always } of lexicon ? LEXICON.values() : []) {
    if (kind === 'numeral' || always) slogans.set(name, slogans.get(name) ?? kind);
  }
  return slogans;
}

/** 一群 of 一群两区三圈, and the beginning of a long phrase, where they are quoted by themselves. */
function addParts(slogans: Map<string, SloganKind>, candidates: readonly Candidate[]): void {
  const parts = new Set([...slogans.keys()].flatMap((name) => readFormula(name)?.parts ?? []));
  const phrases = [...slogans].flatMap(([name, kind]) => (kind === 'phrase' && name.length >= LONG ? [name] : []));
  for (const { name, kind } of candidates) {
    if (parts.has(name)) slogans.set(name, readPart(name) ? 'numeral' : 'phrase');
    else if (kind === 'phrase' && name.length >= 4 && phrases.some((phrase) => phrase.startsWith(name)))
      slogans.set(name, kind);
  }
}

const shift = (candidate: Candidate, by: number): Candidate => ({
  ...candidate,
  start: candidate.start + by,
  end: candidate.end + by,
});

/** The paragraphs as one text, each on its own line, with the way back to the document. */
function joinDocument(paragraphs: readonly Paragraph[]) {
  const starts: number[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    starts.push(text.length);
    text += `${paragraph.text}\n`;
  }
  const toSource = ({ start, end }: Span): Span => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    const by = starts[low] ?? 0;
    return paragraphs[low]!.toSource({ start: start - by, end: end - by });
  };
  return { text, starts, toSource };
}

/** The items of each mention that is spelled out; a compound takes the items of its parts where these are explained apart. */
function explain(
  text: string,
  mentions: readonly Candidate[],
  turnStarts: readonly number[],
): (readonly Span[] | undefined)[] {
  let turn = 0;
  const items = mentions.map((mention) => {
    const formula =
      readFormula(mention.name) ?? (mention.kind === 'numeral' ? readPart(mention.name) : juxtaposed(mention));
    if (!formula) return undefined;
    while (turn < turnStarts.length && turnStarts[turn]! <= mention.start) turn++;
    const found = readItems(text, mention, formula, turnStarts[turn] ?? text.length, mention.kind === 'phrase');
    const isOutside = found?.items.every((item) => item.end <= mention.start || item.start >= mention.end);
    return found?.fits && isOutside ? found.items : undefined;
  });
  const places = new Map<string, number[]>();
  mentions.forEach(({ name }, index) => {
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  });
  mentions.forEach((mention, index) => {
    const formula = readFormula(mention.name);
    if (!formula || formula.parts.length < 2 || items[index]) return;
    const later = formula.parts.map(
      (part) => places.get(part)?.find((at) => at > index && (formula.digits || items[at])) ?? -1,
    );
    if (later.some((at) => at < 0)) return;
    const another = places.get(mention.name)!.find((at) => at > index);
    if (another !== undefined && another < Math.min(...later)) return;
    const parts = later.flatMap((at) => {
      const headline = formula.digits ? readHeadline(text, mentions[at]!.end) : undefined;
      return formula.digits ? (headline ?? []) : items[at]!;
    });
    if (parts.length >= formula.parts.length) items[index] = parts;
  });
  return items;
}

/** A phrase of four single words (加减乘除) can be counted off as four. */
function juxtaposed({ kind, name }: Candidate) {
  const isShort = kind === 'phrase' && /^\p{Script=Han}{3,4}$/u.test(name);
  return isShort ? { numbers: [name.length], parts: [], digits: false } : undefined;
}
