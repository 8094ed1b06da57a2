import type { Problem } from '../problem';
import type { Paragraph } from '../text/paragraphs';
import type { Span } from '../text/span';
import { explain } from './explain';
import { readFormula, readPart } from './formula';
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
): { readonly slogans: Slogan[]; readonly problems: Problem[] } {
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
  const explanations = explain(document.text, mentions, turnStarts);
  const problems: Problem[] = [];
  const slogans = mentions.map((mention, index) => {
    const { start, end } = document.toSource(mention);
    const { items = [], misfit } = explanations[index] ?? {};
    if (misfit) problems.push({ code: 'itemCount', span: { start, end }, name: mention.name, ...misfit });
    return { start, end, kind: mention.kind, name: mention.name, items: items.map(document.toSource) };
  });
  return { slogans, problems };
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
    if (parts.has(name)) slogans.set(name, readPart(name) || /^\d+$/u.test(name) ? 'numeral' : 'phrase');
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
