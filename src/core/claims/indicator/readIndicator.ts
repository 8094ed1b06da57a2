import { partitionPoint } from '../../text/search';
import type { Span } from '../../text/span';
import type { Period, Quantity } from '../claim';
import { isMeasureWord } from '../units';
import { type Token, type TokenClass, tokensOf } from './tokens';

/** So far before and behind a figure what it measures is looked for. */
const REACH_BEFORE = 90;
const REACH_BEHIND = 24;
const MAX_LENGTH = 32;

/** What a figure measures: said by words of its own clause, `carried` over from the figure before it, or not said. */
export type Indicator = Span | 'carried' | undefined;

type Kinds = ReadonlySet<TokenClass>;
const kinds = (...list: TokenClass[]): Kinds => new Set(list);

/** What can stand between a noun and its figure: 产量 去年 达到, 价格 由. */
const PREDICATE = kinds(
  'change',
  'reach',
  'have',
  'either',
  'adverb',
  'basis',
  'preposition',
  'time',
  'space',
  'lead',
  'of',
);
/** What a noun phrase does not go beyond. */
const BORDERS = kinds(
  'change',
  'reach',
  'have',
  'take',
  'either',
  'mixed',
  'act',
  'adverb',
  'preposition',
  'lead',
  'time',
  'comma',
  'figure',
  'open',
);
/** The same where a verb behind the noun says what becomes of it: others are part of its name (通车里程, 参保人数). */
const BORDERS_SAID: Kinds = new Set([...BORDERS].filter((kind) => kind !== 'act' && kind !== 'mixed'));
const ENDS_BEHIND: Kinds = new Set([...[...BORDERS].filter((kind) => kind !== 'open'), 'close', 'space', 'of']);
/** Words by which a clause says something. */
const NO_TOPIC = kinds('change', 'reach', 'have', 'take', 'either', 'adverb', 'preposition');
const CHANGES = kinds('change', 'reach');
/** 比2020年下降, 低于国家指导价: what follows is only what the noun is held against. */
const COMPARES = /^(?:比|较|相比|[高低快慢大小多少]于|不[超足][过]?|不[高低少]于|[约仅]?占到?|居|超过|超越)$/u;

/** 居全国第一: among whom, not what. */
const SCOPE = /(?:全[国球省市县区]|世界|亚洲|国内|[东中西]部)$/u;
/** 总投资110亿元的计划: the figure is of the noun that touches it. */
const QUALIFIED = /(?:总?投资|规模|[总金]额|总[量值价]|面积|价值|产值|资金|[人总]数)$/u;
/** What no noun phrase holds. */
const NO_NOUN = /[了着很就们你我他她它]|什么/u;
const HAN = /\p{Script=Han}/u;
/** 三次: how often something is done. */
const TIMES = /^[次回遍趟度]$/u;

/** The figures and times of a paragraph, which border nouns, in text order. */
export const landmarksOf = (figures: readonly Quantity[], periods: readonly Period[]): Token[] =>
  [
    ...periods.map(({ start, end }) => ({ start, end, kind: 'time' as const })),
    ...figures.map(({ start, end }) => ({ start, end, kind: 'figure' as const })),
  ].sort((a, b) => a.start - b.start);

/** What a figure measures; its sentence begins at `from`. */
export function readIndicator(text: string, from: number, quantity: Quantity, landmarks: readonly Token[]): Indicator {
  const start = Math.max(from, quantity.start - REACH_BEFORE);
  const known = landmarks.slice(
    partitionPoint(landmarks.length, (at) => landmarks[at]!.start < start),
    partitionPoint(landmarks.length, (at) => landmarks[at]!.start < quantity.end + REACH_BEHIND),
  );
  const tokens = tokensOf(text, start, quantity.start, known);
  const clauseAt =
    tokens.findLastIndex(({ kind, end }) => kind === 'comma' || (kind === 'figure' && !HAN.test(text[end]!))) + 1;
  const clause = tokens.slice(clauseAt);
  let clauseStart = tokens[clauseAt - 1]?.end ?? start;
  while (clause[0]?.start === clauseStart && clause[0].kind === 'space') clauseStart = clause.shift()!.end;

  const bracket = clause.at(-1);
  if (bracket?.kind === 'open' && text[bracket.start] === '（' && bracket.end === quantity.start)
    return nounBefore(text, clause.slice(0, -1), clauseStart, bracket.start, BORDERS);

  let edge = quantity.start;
  if (quantity.kind === 'rank') edge -= SCOPE.exec(text.slice(clauseStart, edge))?.[0].length ?? 0;
  let index = clause.length - 1;
  for (; index >= 0 && clause[index]!.end === edge && PREDICATE.has(clause[index]!.kind); index--)
    edge = clause[index]!.start;
  const predicate = clause.slice(index + 1);
  const compared = clause.findIndex((token) => token.start < edge && COMPARES.test(text.slice(token.start, token.end)));
  if (compared >= 0 && compared <= index) {
    edge = clause[compared]!.start;
    for (index = compared - 1; index >= 0 && clause[index]!.end === edge && PREDICATE.has(clause[index]!.kind); index--)
      edge = clause[index]!.start;
  }
  const isSaid =
    compared >= 0 ||
    predicate.some((token) => CHANGES.has(token.kind) || /^[由从]$/u.test(text.slice(token.start, token.end)));
  const own = clause.slice(0, index + 1);
  const isAlone = edge === clauseStart || own.at(-1)?.end === edge;
  const isQualified = text[quantity.end] === '的' && QUALIFIED.test(text.slice(clauseStart, quantity.start));
  const behind = isQualified ? undefined : nounBehind(text, quantity, known, isSaid, isAlone);
  if (behind) return behind;
  if (predicate.some(({ kind }) => kind === 'have') && !isSaid) return undefined;
  const before = nounBefore(text, own, clauseStart, edge, isSaid ? BORDERS_SAID : BORDERS);
  if (before) return TIMES.test(quantity.unit) && before.start === clauseStart ? undefined : before;
  if (edge !== clauseStart || clauseAt === 0) return undefined;
  return topicBefore(text, tokens.slice(0, clauseAt - 1), start, tokens[clauseAt - 1]!) ?? 'carried';
}

/** 全省一般公共预算收入，2023年是…: the clause before is nothing but what is measured. */
function topicBefore(text: string, before: readonly Token[], start: number, comma: Token): Span | undefined {
  if (comma.kind !== 'comma' || text[comma.start] !== '，') return undefined;
  const at = before.findLastIndex(({ kind }) => kind === 'comma') + 1;
  const clause = before.slice(at);
  const isNominal = clause.every(({ kind }) => kind !== 'figure' && !NO_TOPIC.has(kind));
  return isNominal ? nounBefore(text, clause, before[at - 1]?.end ?? start, comma.start, BORDERS_SAID) : undefined;
}

/** The noun phrase that ends at `end`. */
function nounBefore(
  text: string,
  tokens: readonly Token[],
  clauseStart: number,
  end: number,
  borders: Kinds,
): Span | undefined {
  let at = tokens.length - 1;
  for (; at >= 0 && !borders.has(tokens[at]!.kind); at--) {
    if (tokens[at]!.kind !== 'close') continue;
    const opened = tokens.findLastIndex(({ kind }, index) => index < at && kind === 'open');
    if (opened >= 0) at = opened;
  }
  const border = tokens[at];
  if (border?.end === end) return undefined;
  // 17个行业增加值: a figure that the noun itself begins with
  const isIn = border?.kind === 'figure' && HAN.test(text[border.end]!);
  return trimmed(text, border ? (isIn ? border.start : border.end) : clauseStart, end);
}

/** 85%的党员骨干, 20座智能化煤矿: what stands behind a figure is counted where nothing before it is measured. */
function nounBehind(
  text: string,
  { end, kind, unit }: Quantity,
  known: readonly Token[],
  isSaid: boolean,
  isAlone: boolean,
): Span | undefined {
  const isCounted = kind === 'quantity' && (isMeasureWord(unit) || unit === '');
  const isOf = text[end] === '的';
  if (isSaid || kind === 'rank' || kind === 'multiple' || !(isCounted || isOf || isAlone)) return undefined;
  const from = isOf ? end + 1 : end;
  const tokens = tokensOf(text, from, Math.min(text.length, end + REACH_BEHIND), known, true);
  if (tokens[0]?.start === from && tokens[0].kind === 'pause') return undefined;
  const last = tokens.find(
    (token) => ENDS_BEHIND.has(token.kind) && !(token.kind === 'close' && opens(text, from, token.start)),
  );
  const to = last?.start ?? Math.min(text.length, end + REACH_BEHIND);
  const noun = trimmed(text, from, to);
  const cut = noun ? LEAVES.exec(text.slice(noun.start, noun.end)) : null;
  const isCutOff = !last && to < text.length;
  if (isCutOff && (!cut || noun!.start + cut.index >= to - 1)) return undefined;
  return cut ? trimmed(text, from, noun!.start + cut.index) : noun;
}

/** What is no part of a noun behind its figure: 学生在各地, 城市中. */
const LEAVES =
  /[将把被赴]|(?<![存现所潜内健])在(?![校编建册职岗线])|经(?![济营理贸验费典])|(?<=..)(?:[上里内后]|(?<![初高])中)$/u;

const opens = (text: string, from: number, to: number): boolean => /[“‘「『《（([]/u.test(text.slice(from, to));

/** The span without marks at its edges, where the rest can be a noun. */
function trimmed(text: string, start: number, end: number): Span | undefined {
  while (start < end && /[\s”"、的和与及了]/u.test(text[start]!)) start++;
  if (text[start] === '是' && !'次项否'.includes(text[start + 1] ?? '')) start++;
  while (start < end && /[\s“"、的和与及]/u.test(text[end - 1]!)) end--;
  const numbered = /^（[\d一二三四五六七八九十月日年]{1,6}）/u.exec(text.slice(start, end));
  if (numbered) start += numbered[0].length;
  if (/^“[^“]*”$/u.test(text.slice(start, end))) [start, end] = [start + 1, end - 1];
  const words = text.slice(start, end);
  return words.length < 2 || words.length > MAX_LENGTH || NO_NOUN.test(words) || !isBalanced(words)
    ? undefined
    : { start, end };
}

function isBalanced(words: string): boolean {
  let depth = 0;
  for (const character of words) {
    if ('“「『《（(['.includes(character)) depth++;
    else if ('”」』》）)]'.includes(character) && --depth < 0) return false;
  }
  return depth === 0;
}
