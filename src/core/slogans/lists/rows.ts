import { isAmong } from '../../text/characters';
import type { Span } from '../../text/span';
import { type Formula, itemCounts } from '../formula';
import { MEASURE } from '../keyed';
import { LINKS } from '../listAround';
import { ANY, COMMA, firstOf, split, tells, trimEnds, trimItem, upTo } from '../lists';

/*
 * Rows: so many elements, clauses or sentences side by side that are alike, or that fill what stands between two stronger
 * marks, before or behind a formula, whatever stands between. What is read here is only proposed.
 */

/** How far a row may reach from the formula. */
const REACH = 240;
const LONGEST = 40;
/** So many sentences on each side are looked at. */
const SENTENCES = 3;
/** Behind these another sentence begins. */
const STOP = '。！？!?\n';
const CLAUSE = '，,；;：:—';
const PART = '；;';
const DEFINES = /就是|[，,]即|是指|指的是/u;
/** What is counted off is read by its enumerators. */
const COUNTED = /^(?:[一二三四五六七八九十][是要]|第[一二三四五六七八九十])/u;
const ELEMENT = '、+＋';
/** Words that join elements. */
const JOINS = '和与及';

/** The rows before `before` and behind `after`, each of as many things as the formula may stand for. */
export function readRows(text: string, before: number, after: number, formula: Formula): [Span[][], Span[][]] {
  const counts = [...itemCounts(formula)].filter((count) => count > 1 && count <= 15);
  if (counts.length === 0) return [[], []];
  const sentences = (from: number, to: number) => split(text, from, to, STOP);
  const start = Math.max(0, before - REACH);
  const link = LINKS.exec(text.slice(Math.max(start, before - 10), before))?.[0].length ?? 0;
  const above = sentences(start, before - link).slice(-SENTENCES);
  const below = sentences(after, Math.min(text.length, after + REACH)).slice(0, SENTENCES + 1);
  return [rowsOf(text, above, counts, formula), rowsOf(text, below, counts, formula)];
}

function rowsOf(text: string, sentences: readonly Span[], counts: readonly number[], formula: Formula): Span[][] {
  const rows: Span[][] = [];
  const least = Math.min(...counts);
  const keys = formula.things.map((thing) => thing.replace(MEASURE, ''));
  // of 治气，就是A、B in another sentence A and B are what that is
  const isOfAnother = ({ start }: Span) => {
    const own = sentences.findLast((sentence) => sentence.start <= start)!;
    return (
      own !== sentences[0] &&
      DEFINES.test(text.slice(own.start, start + 2)) &&
      !isAmong('这此其', text.charCodeAt(own.start))
    );
  };
  const add = (parts: readonly Span[], fills: boolean) => {
    if (parts.length < least) return;
    const trimmed = parts.map((part) => trimItem(text, part, true));
    const words = trimmed.map((part) => text.slice(part.start, part.end));
    for (const count of counts) {
      const isWhole = fills && parts.length === count;
      for (let first = 0; first + count <= parts.length; first++) {
        // the last is cut only where the others are a row, which few are
        if (!isWhole && !mayBeAlike(words, first, count, keys)) continue;
        const others = words.slice(first, first + count - 1);
        if (!isWhole && !areAlike(others, keys, count)) continue;
        if (!others.every(isElement)) continue;
        const row = trimEnds(text, trimmed.slice(first, first + count));
        const { start, end } = row.at(-1)!;
        const last = text.slice(start, end);
        if (!isElement(last) || (!isWhole && !areAlike([...others, last], keys, count))) continue;
        if (!isOfAnother(row[0]!)) rows.push(row);
      }
    }
  };
  const has = ({ start, end }: Span, marks: string) => firstOf(text, start, end, marks) < end;
  // a sentence of nothing but marks has none
  const firstClauses: Span[] = [];
  for (const sentence of sentences) {
    const { start, end } = sentence;
    const clauses = split(text, start, end, CLAUSE);
    firstClauses.push(...clauses.slice(0, 1));
    add(clauses, true);
    if (has(sentence, PART)) {
      const parts = split(text, start, end, PART);
      add(parts, true);
      add(
        parts.map((part) => upTo(text, part, COMMA)),
        true,
      );
    }
    add(split(text, start, end, ANY), false);
    for (const clause of clauses) {
      if (has(clause, ELEMENT)) add(split(text, clause.start, clause.end, ELEMENT), true);
      if (has(clause, JOINS)) add(split(text, clause.start, clause.end, ELEMENT + JOINS), true);
    }
  }
  add(firstClauses, false);
  return rows;
}

const isElement = (word: string): boolean =>
  word.length >= 2 && word.length <= LONGEST && !tells(word) && !COUNTED.test(word);

/** Whether the first two of a row of `count`, from `at` on, are alike in any way: most are not. */
const mayBeAlike = (words: readonly string[], at: number, count: number, keys: readonly string[]): boolean => {
  if (count < 3) return true;
  const [first, second] = [words[at]!, words[at + 1]!];
  return (
    first.length === second.length ||
    first.length * second.length === 0 ||
    first.charCodeAt(0) === second.charCodeAt(0) ||
    first.charCodeAt(first.length - 1) === second.charCodeAt(second.length - 1) ||
    first.includes('“') ||
    keys.some((key) => first.includes(key))
  );
};

/**
 * Whether words of a row of `count` are alike: one beginning, end or length, the word that the formula counts in each, or marks
 * at the same places.
 */
function areAlike(words: readonly string[], keys: readonly string[], count: number): boolean {
  const [first = ''] = words;
  const long = count > 2 ? 1 : 2;
  const beginning = first.slice(0, long);
  const ending = first.slice(-long);
  const mark = first.indexOf('“');
  return (
    words.every((word) => word.startsWith(beginning)) ||
    words.every((word) => word.endsWith(ending)) ||
    (count > 2 && words.every((word) => word.length === first.length)) ||
    (keys.length > 0 && words.every((word) => keys.some((key) => word.includes(key)))) ||
    (mark >= 0 && words.every((word) => word.indexOf('“') === mark))
  );
}
