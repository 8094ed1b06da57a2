import type { Span } from '../text/span';
import { DEFINING, PLACED } from './definition';
import { INITIALS, isNumberName, readFormula, UNQUOTED } from './formula';
import { readInitials } from './initials';
import { LEXICON } from './lexicon';
import { isPhrase, phraseScore } from './phrases';
import { findQuotes } from './quotes';
import type { SloganKind } from './slogan';

/** A place in one paragraph that is, or could be, a mention. */
export interface Candidate extends Span {
  readonly name: string;
  readonly kind: SloganKind;
  /** How much speaks for it: certain by itself where `isPhrase` says so; otherwise it takes other mentions to count. */
  readonly score: number;
}

const SURE = 9;
/** Nothing speaks for it by itself. */
const UNLIKELY = -9;
/** What can be a part of a formula that is quoted as a whole elsewhere: 一平台. */
const PART = /^[一二两三四五六七八九十]\p{Script=Han}{1,4}$/u;
/** A quotation of this length is no date or count, whatever it begins with. */
const LONG = 6;
/** Below this, no recurrence makes a quotation a slogan. */
const HINT = -2;

/** What one paragraph says about slogans by itself. */
export function findCandidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  const quotes = findQuotes(text);
  quotes.forEach((quote, index) => {
    const pair = quotes[index + 1];
    if (pair && pair.start === quote.end + 2 && quote.end - quote.start === 1 && pair.end - pair.start === 1) {
      // “亲”“清”: two halves quoted apart
      const span = { start: quote.start, end: pair.end };
      if (isPhrase(phraseScore(text, span.start, span.end) + 2))
        found.push({ ...span, name: text.slice(span.start, span.end), kind: 'phrase', score: SURE });
      return;
    }
    const candidate = readQuote(text, quote);
    if (candidate) found.push(candidate);
  });
  for (const { pattern } of UNQUOTED) {
    for (const match of text.matchAll(pattern)) {
      if (found.some((known) => known.start < match.index + match[0].length && match.index < known.end)) continue;
      if (!readFormula(match[0]) || /[第几十百千万\d]/u.test(text[match.index - 1] ?? '')) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        name: match[0],
        kind: 'numeral',
        score: SURE,
      });
    }
  }
  const inOrder = (candidates: Candidate[]) => candidates.sort((a, b) => a.start - b.start);
  return inOrder([...found, ...readParts(text, inOrder(found))]);
}

/** Where a formula's part is taken up without marks to say what it is: 三变，就是…; 哪四快？ It takes the whole to count. */
const TAKEN_UP = new RegExp(
  `(?<=^|[。；，：？！\\s”]|所谓|其中|[对相]应的|[剩余其]下的|[哪这]|什么[是叫]|何[为谓])[一二两三四五六七八九十]\\p{Script=Han}{1,4}?(?=(?:[呢嘛啊呀么吧])?[，,]?(?:${DEFINING}|[是为])|[：？]|——)`,
  'gu',
);

/** The digits of 2+2+1 one by one: 前面那个2是…. */
const DIGIT_TAKEN_UP = new RegExp(`(?<=${PLACED})[\\dN](?=[，,]?(?:就?是|[指为]|代表|说的))`, 'gu');

function readParts(text: string, known: readonly Candidate[]): Candidate[] {
  const parts: Candidate[] = [];
  let next = 0;
  const taken = [...text.matchAll(TAKEN_UP), ...text.matchAll(DIGIT_TAKEN_UP)].sort((a, b) => a.index - b.index);
  for (const { 0: name, index: start } of taken) {
    const end = start + name.length;
    while (next < known.length && known[next]!.end <= start) next++;
    if (next === known.length || known[next]!.start >= end)
      parts.push({ start, end, name, kind: 'phrase', score: UNLIKELY });
  }
  return parts;
}

const NOT_A_SLOGAN_BEHIND =
  /^(?:热线|期间|时期|规划|末|号文件|国道|级景区|高校|工程大学|公里|假期|主题|论坛|大会|峰会|主题活动|博览会|购物节|晚会)/u;
/** What digits alone need behind them, or 所谓 before them, to be a formula: “345”思路. */
const DIGITS_BEHIND =
  /^的?(?:工作|发展|总体|现代化|产业|养老|服务)*(?:思路|举措|战略|体系|行动|布局|格局|模式|工程|计划|目标|机制|框架|规划|要求|任务)|^[，,]?(?:是|指|即|就是|分别|包括|：)/u;

/** 百企千村: round numbers of two things that a project brings together; the others are idioms. */
const MASSES =
  /^(?!千家万户|千山万水|千方百计|千言万语|千辛万苦|千军万马|千秋万代|千头万绪|千变万化|千丝万缕|千差万别|百战百胜|百发百中)[百千万]\p{Script=Han}{1,2}[百千万]\p{Script=Han}{1,2}$/u;
const PROJECT_BEHIND = /^[^，。；：“”]{0,8}?(?:行动|工程|计划|活动|专项|项目)/u;

function readQuote(text: string, quote: Span): Candidate | undefined {
  const { start, end } = quote;
  const inside = text.slice(start, end);
  const name = /\s/u.test(inside) ? inside.replace(/\s+/gu, '') : inside;
  const behind = text.slice(end + 1, end + 13);
  const known = LEXICON.get(name);
  const formula = readFormula(name);
  if (INITIALS.test(name) && !readInitials(text, end + 1, name)) return undefined;
  if (formula) {
    if (NOT_A_SLOGAN_BEHIND.test(behind)) return undefined;
    if (formula.digits && !/[+＋]/u.test(name) && !DIGITS_BEHIND.test(behind)) return undefined;
    return { ...quote, name, kind: 'numeral', score: SURE };
  }
  if (/^[NnX]$/u.test(name) && DIGITS_BEHIND.test(behind)) return { ...quote, name, kind: 'numeral', score: UNLIKELY };
  if (MASSES.test(name) && PROJECT_BEHIND.test(behind)) return { ...quote, name, kind: 'numeral', score: SURE };
  const score = phraseScore(text, start, end);
  if (known) return { ...quote, name, kind: known.kind, score };
  if ((score < HINT && !PART.test(name)) || name.length < 2 || (name.length < LONG && isNumberName(name)))
    return undefined;
  return { ...quote, name, kind: 'phrase', score };
}

const NUMERAL_BEFORE = '第十百千万几数0123456789一二三四五六七八九';

/** A small number for two characters; different pairs may share one. */
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 13) ^ text.charCodeAt(at + 1);

/** Finds every mention of the given slogans in text; built once for a document and asked for each paragraph. */
export class MentionFinder {
  /** Names by their first two characters; those of one character are found where they are quoted. */
  private readonly byFirst = new Map<number, string[]>();
  /** Bit 1: a name begins with this character; bit 2: it is a name's second. */
  private readonly marks = new Uint8Array(0x10000);
  /** `accepted` names are mentions wherever they stand. */
  constructor(
    private readonly slogans: ReadonlyMap<string, SloganKind>,
    private readonly accepted: readonly string[] = [],
  ) {
    const names = [...slogans.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    for (const name of names) {
      if (name.length < 2) continue;
      this.marks[name.charCodeAt(0)]! |= 1;
      this.marks[name.charCodeAt(1)]! |= 2;
      const key = pairAt(name, 0);
      const list = this.byFirst.get(key);
      if (list) list.push(name);
      else this.byFirst.set(key, [name]);
    }
  }

  get isEmpty(): boolean {
    return this.slogans.size === 0;
  }

  /** Mentions in text order, the longest where several begin or lie inside one another; `quoted` are the known quotations. */
  find(text: string, quoted: readonly Candidate[]): Candidate[] {
    const mentions: Candidate[] = [];
    const { marks } = this;
    const sure = quoted.filter(({ name }) => this.slogans.has(name));
    let next = 0;
    for (let at = 0; at < text.length; at++) {
      while (next < sure.length && sure[next]!.start < at) next++;
      const here = sure[next];
      if (here?.start === at) {
        mentions.push({ ...here, kind: this.slogans.get(here.name)! });
        at = here.end - 1;
        continue;
      }
      if ((marks[text.charCodeAt(at)]! & 1) === 0 || (marks[text.charCodeAt(at + 1) || 0]! & 2) === 0) continue;
      const name = this.byFirst.get(pairAt(text, at))?.find((candidate) => text.startsWith(candidate, at));
      if (name === undefined || (here && at + name.length > here.start) || !this.standsAlone(text, at, name)) continue;
      mentions.push({
        start: at,
        end: at + name.length,
        name,
        kind: this.slogans.get(name)!,
        score: SURE,
      });
      at += name.length - 1;
    }
    return mentions;
  }

  /** Short formulas also occur inside other words: 一群 in 一群人, 三可 in 第三可以. */
  private standsAlone(text: string, at: number, name: string): boolean {
    const before = text[at - 1] ?? ' ';
    if ('“「『'.includes(before) && '”」』'.includes(text[at + name.length] ?? ' ')) return true;
    if (this.accepted.includes(name)) return true;
    if (/^[\d+＋]+$/u.test(name)) return false;
    if (this.slogans.get(name) === 'phrase') return name.length >= 3;
    if (NUMERAL_BEFORE.includes(before)) return false;
    return name.length >= 3 || (name[0] !== '一' && !'个种次名条项'.includes(name[1]!));
  }
}
