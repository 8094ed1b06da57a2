import { isAmong } from '../text/characters';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import { DEFINING, PLACED } from './definition';
import { INITIALS, isNumeral, readFormula, UNQUOTED } from './formula';
import { readInitials } from './initials';
import { likelihoodOf } from './likelihood';
import { findQuotes } from './quotes';
import type { SloganKind } from './slogan';

/** A place in one paragraph that is, or could be, a mention. */
export interface Candidate extends Span {
  readonly name: string;
  readonly kind: SloganKind;
  /** What the place says by itself, in log odds; the document may say more. */
  readonly likelihood: number;
  /** A phrase without marks is a mention only where it was quoted before. */
  readonly needsQuotation?: boolean;
  /** A part of a phrase, taken up to say what it is: 稳定预期就是…. */
  readonly isTakenUp?: boolean;
}

export const SURE = 9;
/** It takes a formula of the document of which it is a part. */
const UNLIKELY = -9;
/** No slogan is longer. */
const MAX_LENGTH = 36;

/** What one paragraph says about slogans by itself. */
export function findCandidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  const quotes = findQuotes(text);
  for (let index = 0; index < quotes.length; index++) {
    const quote = quotes[index]!;
    const pair = quotes[index + 1];
    if (pair && pair.start === quote.end + 2 && quote.end - quote.start === 1 && pair.end - pair.start === 1) {
      // “亲”“清”: two halves quoted apart
      const span = { start: quote.start, end: pair.end };
      found.push({
        ...span,
        name: text.slice(span.start, span.end),
        kind: 'phrase',
        likelihood: likelihoodOf(text, span),
      });
      index++;
      continue;
    }
    const candidate = readQuote(text, withoutBlanks(text, quote));
    if (candidate) found.push(candidate);
  }
  const quoted = inOrder(found);
  const unquoted: Candidate[] = [];
  let next = 0;
  for (const { 0: name, index: start } of matchesOf(ANY_UNQUOTED, text)) {
    const end = start + name.length;
    while (next < quoted.length && quoted[next]!.end <= start) next++;
    if (next < quoted.length && quoted[next]!.start < end) continue;
    if (!readFormula(name) || isAmong('第几十百千万0123456789', text.charCodeAt(start - 1))) continue;
    unquoted.push({ start, end, name, kind: 'numeral', likelihood: SURE });
  }
  const whole = unquoted.length === 0 ? quoted : inOrder([...quoted, ...unquoted]);
  const parts = readParts(text, whole);
  return parts.length === 0 ? whole : inOrder([...whole, ...parts]);
}

/** “ 三个舍得”: what is set wide inside the marks. */
function withoutBlanks(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

const inOrder = (candidates: Candidate[]): Candidate[] => candidates.sort((a, b) => a.start - b.start);

const ANY_UNQUOTED = new RegExp(
  `(?=[\\d一二两三四五六七八九十])(?:${UNQUOTED.map(({ pattern }) => pattern.source).join('|')})`,
  'gu',
);

/** “三个不过夜（漏水不过夜、断电不过夜、困人不过夜）”: what it stands for, in brackets within the marks. */
const WITH_BRACKET = /^([^（）]{2,12})（[^（）]+[、，；][^（）]+）$/u;

function readQuote(text: string, whole: Span): Candidate | undefined {
  const formula = WITH_BRACKET.exec(text.slice(whole.start, whole.end))?.[1];
  const quote = formula && readFormula(formula) ? { start: whole.start, end: whole.start + formula.length } : whole;
  const name = text.slice(quote.start, quote.end).replace(/\s+/gu, '');
  if (name.length === 0 || name.length > MAX_LENGTH) return undefined;
  if (INITIALS.test(name)) {
    return readInitials(text, quote.end + 1, name) && { ...quote, name, kind: 'numeral', likelihood: SURE };
  }
  const kind = isNumeral(name) || name === 'N' || name === 'n' || name === 'X' ? 'numeral' : 'phrase';
  // a word of another language
  if (kind === 'phrase' && !/\p{Script=Han}/u.test(name)) return undefined;
  // 1, N: a digit is at most a part
  const likelihood = name.length < 2 ? UNLIKELY : likelihoodOf(text, quote);
  return { ...quote, name, kind, likelihood };
}

/** Looked for first: what stands before it is asked only where it stands. */
const COUNT = '[一二两三四五六七八九十]';
/** Where a formula's part is taken up without marks to say what it is: 三变，就是…; 哪四快？ It takes the whole to count. */
const PART_TAKEN_UP = `${COUNT}(?<=(?:^|[。；，：？！\\s”]|所谓|其中|[对相]应的|[剩余其]下的|[哪这]|什么[是叫]|何[为谓])${COUNT})\\p{Script=Han}{1,4}?(?=(?:[呢嘛啊呀么吧])?[，,]?(?:${DEFINING}|[是为])|[：？]|——)`;

/** Where a part of a phrase begins a sentence that says what it is: 促进公平就是…. */
const PHRASE_TAKEN_UP = new RegExp(`(?:^|[。；\\s])(\\p{Script=Han}{3,8}?)(?=，?${DEFINING})`, 'gu');

/** The digits of 2+2+1 one by one: 前面那个2是…. */
const DIGIT_TAKEN_UP = `[\\dN](?<=${PLACED}[\\dN])(?=[，,]?(?:就?是|[指为]|代表|说的))`;

const TAKEN_UP = new RegExp(`${PART_TAKEN_UP}|${DIGIT_TAKEN_UP}`, 'gu');

function readParts(text: string, known: readonly Candidate[]): Candidate[] {
  const counted = matchesOf(TAKEN_UP, text).map(({ 0: name, index }) => ({ name, start: index, isTakenUp: false }));
  const phrases = matchesOf(PHRASE_TAKEN_UP, text).map(({ 0: words, 1: name = '', index }) => ({
    name,
    start: index + words.length - name.length,
    isTakenUp: true,
  }));
  const parts: Candidate[] = [];
  let next = 0;
  for (const { name, start, isTakenUp } of [...counted, ...phrases].sort((a, b) => a.start - b.start)) {
    const end = start + name.length;
    while (next < known.length && known[next]!.end <= start) next++;
    if (next === known.length || known[next]!.start >= end)
      parts.push({ start, end, name, kind: 'phrase', likelihood: UNLIKELY, isTakenUp });
  }
  return parts;
}
