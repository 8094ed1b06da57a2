import { isAmong, setOf } from '../../text/characters';
import { CLAIM_KINDS, type Quantity } from '../claim';
import type { FoundPeriod } from './findPeriods';
import { CUES, PassedWords } from './passedWords';
import { sign } from './signNumbers';
import { kindOf, TIME_KINDS } from './timeKinds';

/*
 * What speaks for or against a time expression governing a figure behind it, as named signs: how far it stands away and what stands
 * between, what it is made of, how its clause and that of the figure begin. Each has a weight that was learned (`periodWeights.json`,
 * `scripts/periods/learn.mjs`).
 */

/** Nothing is carried over so many characters. */
const FAR = 400;
/** So many expressions before a figure are looked at. */
const MOST = 5;

/** Clauses that say how a figure compares, without saying what it is. */
const RELATIVE = /^.{0,8}?(?:同比|环比|占|比|较|增长|增加|下降|减少|高于|低于|高出|达到|其中)/u;
const STOPS = '。！？\n';
const isStop = setOf(STOPS);
const isClauseEnd = setOf('，。；：！？,;\n');

/** What governs a figure: an expression, or none; undefined of the first figure of a paragraph. */
export type Governor = { readonly period: FoundPeriod | undefined } | undefined;

/** Takes the number of a sign, and the words of the text that are a part of its name. */
export type Tell = (number: number, words?: string) => void;

const IS = [...TIME_KINDS.map(({ id }) => id), 'other'];
const TOLD = 1 << CUES.findIndex(({ id }) => id === 'told');
/** The numbers below `most`, and so many or more. */
const counts = (most: number): string[] => [...Array.from({ length: most }, (_, number) => String(number)), `${most}+`];
const upTo = Math.min;

const NEAR = ['clause', 'sentence', 'before'];
const BEFORE = NEAR.indexOf('before');
/** Of what the figure itself says, also where the expression stands behind it. */
const NEAR_OR_BEHIND = [...NEAR, 'behind'];
const BEHIND = NEAR_OR_BEHIND.indexOf('behind');
const AS = ['first', 'as before', 'other before', 'none before'];
const APART = [...counts(2), 'first'];
const GOES_ON = ['goes on', 'begins'];
const HEADS = ['heads', 'inside'];
const ONLY = ['only', 'last'];
const DENSE = ['0', '1', '2', '3', '4'];
const RANKS = [...DENSE];
const PLACES = counts(3).flatMap((sentences) =>
  counts(4).map((clauses) => `${sentences} sentences ${clauses} clauses`),
);

const OF_PERIOD = {
  apart: sign('{} {} {}', AS, APART, NEAR),
  clauses: sign('{} {} {} {}', AS, APART, counts(2), IS),
  asGoesOn: sign('{} {} {}', AS, GOES_ON, NEAR),
  heads: sign('{} rank {} {}', HEADS, counts(2), counts(2)),
  rankAs: sign('rank {} {} {}', counts(2), AS, NEAR),
  passedBy: sign('passed by {} {}', IS, NEAR),
  passed: sign('{} passed by {} {}', IS, IS, counts(2)),
  headsOnly: sign('{} {} {} {}', HEADS, ONLY, DENSE, NEAR),
  headsIs: sign('{} {} {}', HEADS, IS, NEAR),
  headsDense: sign('{} {} {} {}', HEADS, IS, DENSE, counts(2)),
  onlyDense: sign('{} {} {} {}', ONLY, IS, DENSE, counts(2)),
  dense: sign('{} dense {}', DENSE, NEAR),
  densePlace: sign('{} dense {}', DENSE, PLACES),
  inAll: sign('{} in all {}', counts(12), NEAR),
  fours: sign('{} fours {} {} {}', counts(4), HEADS, ONLY, NEAR),
  last: sign('last'),
  lastNear: sign('last {}', NEAR),
  lastIs: sign('last {}', IS),
  lastKind: sign('last {} {}', CLAIM_KINDS, NEAR),
  lastPlace: sign('last {}', PLACES),
  place: sign('{}', PLACES),
  placeIs: sign('{} {}', PLACES, IS),
  placeGoesOn: sign('{} {}', PLACES, GOES_ON),
  goesOn: sign('{} {} {}', GOES_ON, IS, NEAR),
  rank: sign('rank {} {}', RANKS, NEAR),
  figures: sign('{} figures {}', counts(5), NEAR),
  figuresRank: sign('{} figures rank {} {}', counts(2), counts(2), counts(2)),
  is: sign('{} {}', IS, NEAR),
  isKind: sign('{} {} {}', IS, CLAIM_KINDS, NEAR),
  isBefore: sign('{} before {words}', IS),
  before: sign('before {words}'),
  behindNear: sign('behind {words} {}', NEAR),
  behind: sign('behind {words}'),
  isBehind: sign('{} behind {words}', IS),
  dozens: sign('{} dozens', counts(10)),
  cues: sign(
    '{} {}',
    CUES.map(({ id }) => id),
    NEAR,
  ),
  compared: sign('compared {}', NEAR),
  directly: sign('directly {words} {}', CLAIM_KINDS),
  begins: sign('begins {}', counts(2)),
  ofWhatFollows: sign('of what follows {}', NEAR),
};
/** Of an expression in the same clause behind the figure: 两名旅客周四抵达. */
const FOLLOWING = {
  behind: sign('behind'),
  is: sign('behind {}', IS),
  kind: sign('behind {}', CLAIM_KINDS),
  soFar: sign('behind so far {}', counts(5)),
  ends: OF_PERIOD.behind,
  next: sign('behind, then {words}'),
  from: sign('behind from {words}'),
  others: sign('behind other things'),
};
/** What the figure and the beginning of its clause say. */
const OF_FIGURE = {
  kind: sign('figure {} {}', CLAIM_KINDS, NEAR_OR_BEHIND),
  unit: sign('unit {words} {}', NEAR_OR_BEHIND),
  behind: sign('figure behind {words} {}', NEAR_OR_BEHIND),
  clause: sign('clause {words} {}', NEAR_OR_BEHIND),
  before: sign('figure before {words} {}', NEAR_OR_BEHIND),
  compares: sign('compares {}', NEAR_OR_BEHIND),
};

/**
 * The time expressions that could govern the figure at `index`, nearest first: the signs of each are told before it is taken, each
 * once. `periods` are those of the paragraph in text order, as are `quantities`; `before` is what governs the figure before it.
 */
export function tellPeriods(
  text: string,
  periods: readonly FoundPeriod[],
  quantities: readonly Quantity[],
  index: number,
  before: Governor,
  tell: Tell,
  take: (period: FoundPeriod) => void,
): void {
  const quantity = quantities[index]!;
  const { start, end } = quantity;
  const kind = CLAIM_KINDS.indexOf(quantity.kind);
  let position = periods.length - 1;
  while (position >= 0 && periods[position]!.end > start) position--;
  const following = periods[position + 1];
  if (position < 0 && !following) return;
  const figure = wordsOfFigure(text, quantity);
  const goesOn = figure.compares ? 0 : 1;
  let isTaken = false;
  /** Of what kind the expression is that stands between the one looked at and the figure. */
  let later = -1;
  const apart = index > 0 ? upTo(2, countStops(text, quantities[index - 1]!.end, start)) : APART.indexOf('first');
  if (following && following.start >= end && isInClause(text, end, following.start)) {
    tellBehind(text, end, kind, following, tell);
    tellFigure(figure, kind, BEHIND, tell);
    take(following);
  }
  const passed = new PassedWords(text, start);
  // what stands before the first word
  const head = position < 0 ? 0 : text.search(/[^\s\d一二三四五六七八九十、（）()．.]/u);
  for (let rank = 0; rank < MOST && position - rank >= 0; rank++) {
    const period = periods[position - rank]!;
    const length = start - period.end;
    if (length > FAR) return;
    const passedBy = later;
    const is = kindOf(text, period);
    later = is;
    passed.widen(period.end);
    if (isHeldAgainst(text, period, quantity)) continue;
    const { sentences, clauses } = passed;
    let figures = 0;
    while (figures < 5 && index - 1 - figures >= 0 && quantities[index - 1 - figures]!.start >= period.end) figures++;
    const near = sentences > 0 ? BEFORE : clauses > 0 ? 1 : 0;
    const place = upTo(3, sentences) * 5 + upTo(4, clauses);
    const previous = text[period.start - 1] ?? '^';
    const next = text[period.end] ?? '';
    const cues = passed.cues();
    // what a plain rule would take: the last one that is neither a base of comparison nor of what is told
    const isOpen: boolean = !isTaken && !period.compared && (cues & TOLD) === 0 && (near !== BEFORE || goesOn === 0);
    isTaken ||= isOpen || near === BEFORE;
    const as = !before ? 0 : before.period === period ? 1 : before.period ? 2 : 3;
    const heads = head < 0 || head >= period.start ? 0 : 1;
    const dense = figures > 0 ? upTo(4, Math.floor((60 * figures) / length)) : 0;
    const only = position === 0 ? 0 : 1;
    const many = upTo(2, sentences);
    const far = upTo(2, rank);

    tell(OF_PERIOD.apart(as, apart, near));
    tell(OF_PERIOD.clauses(as, apart, upTo(2, clauses), is));
    tell(OF_PERIOD.asGoesOn(as, goesOn, near));
    tell(OF_PERIOD.heads(heads, far, many));
    tell(OF_PERIOD.rankAs(far, as, near));
    if (passedBy >= 0) {
      tell(OF_PERIOD.passedBy(passedBy, near));
      tell(OF_PERIOD.passed(is, passedBy, many));
    }
    tell(OF_PERIOD.headsOnly(heads, only, dense, near));
    tell(OF_PERIOD.headsIs(heads, is, near));
    tell(OF_PERIOD.headsDense(heads, is, dense, many));
    tell(OF_PERIOD.onlyDense(only, is, dense, many));
    tell(OF_PERIOD.dense(dense, near));
    tell(OF_PERIOD.densePlace(dense, place));
    tell(OF_PERIOD.inAll(upTo(12, quantities.length), near));
    tell(OF_PERIOD.fours(upTo(4, quantities.length >> 2), heads, only, near));
    if (isOpen) {
      tell(OF_PERIOD.last());
      tell(OF_PERIOD.lastNear(near));
      // both are called `last before`
      if (OF_PERIOD.lastIs(is) !== OF_PERIOD.lastNear(near)) tell(OF_PERIOD.lastIs(is));
      tell(OF_PERIOD.lastKind(kind, near));
      tell(OF_PERIOD.lastPlace(place));
    }
    tell(OF_PERIOD.place(place));
    tell(OF_PERIOD.placeIs(place, is));
    tell(OF_PERIOD.placeGoesOn(place, goesOn));
    tell(OF_PERIOD.goesOn(goesOn, is, near));
    tell(OF_PERIOD.rank(rank, near));
    tell(OF_PERIOD.figures(upTo(5, figures), near));
    tell(OF_PERIOD.figuresRank(upTo(2, figures), far, many));
    tell(OF_PERIOD.is(is, near));
    tell(OF_PERIOD.isKind(is, kind, near));
    tell(OF_PERIOD.isBefore(is), previous);
    tell(OF_PERIOD.before(), previous);
    if (period.start !== 1) tell(OF_PERIOD.before(), text.slice(Math.max(0, period.start - 2), period.start));
    tell(OF_PERIOD.behindNear(near), next);
    tell(OF_PERIOD.behind(), text.slice(period.end, period.end + 2));
    tell(OF_PERIOD.isBehind(is), next);
    tell(OF_PERIOD.dozens(upTo(10, Math.floor(length / 12))));
    // an expression for now is called like the words for now
    for (let cue = 0; cue < CUES.length; cue++)
      if (cues & (1 << cue) && OF_PERIOD.cues(cue, near) !== OF_PERIOD.is(is, near)) tell(OF_PERIOD.cues(cue, near));
    tellFigure(figure, kind, near, tell);
    if (period.compared) tell(OF_PERIOD.compared(near));
    if (length < 3) tell(OF_PERIOD.directly(kind), text.slice(period.end, start));
    if (previous === '^' || STOPS.includes(previous)) tell(OF_PERIOD.begins(many));
    if (figure.isOfWhatFollows) tell(OF_PERIOD.ofWhatFollows(near));
    take(period);
  }
}

function countStops(text: string, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) if (isStop(text.charCodeAt(at))) sum++;
  return sum;
}

function isInClause(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isClauseEnd(text.charCodeAt(at))) return false;
  return true;
}

/** 是2019年的2.6倍: what a multiple is held against. */
const isHeldAgainst = (text: string, period: FoundPeriod, { kind, start }: Quantity): boolean =>
  (kind === 'multiple' || kind === 'fraction') &&
  isAmong('是为于占达', text.charCodeAt(period.start - 1)) &&
  /^的(?:约|近|超|超过|将近)?$/u.test(text.slice(period.end, start));

function tellBehind(text: string, end: number, kind: number, period: FoundPeriod, tell: Tell): void {
  const between = text.slice(end, period.start);
  tell(FOLLOWING.behind());
  tell(FOLLOWING.is(kindOf(text, period)));
  tell(FOLLOWING.kind(kind));
  tell(FOLLOWING.soFar(upTo(5, between.length >> 2)));
  tell(FOLLOWING.ends(), between.slice(-1));
  tell(FOLLOWING.next(), text.slice(period.end, period.end + 1));
  tell(FOLLOWING.from(), between.slice(0, 1));
  if (/[、和与及“”（）]/u.test(between)) tell(FOLLOWING.others());
}

/** What is told of the figure for each expression. */
interface FigureWords {
  readonly unit: string;
  /** The last character, and the last two, of the clause before it. */
  readonly last: string;
  readonly lastTwo: string;
  readonly clause: string;
  readonly next: string;
  readonly compares: boolean;
  readonly isOfWhatFollows: boolean;
}

function wordsOfFigure(text: string, { start, end, unit }: Quantity): FigureWords {
  let clause = start;
  while (clause > 0 && start - clause < 60 && !isClauseEnd(text.charCodeAt(clause - 1))) clause--;
  const words = text.slice(clause, start);
  return {
    unit,
    last: words.slice(-1),
    lastTwo: words.slice(-2),
    clause: words.slice(0, 2),
    next: text.slice(end, end + 1),
    compares: RELATIVE.test(words),
    isOfWhatFollows: text[end] === '的',
  };
}

function tellFigure(figure: FigureWords, kind: number, near: number, tell: Tell): void {
  tell(OF_FIGURE.kind(kind, near));
  tell(OF_FIGURE.unit(near), figure.unit);
  tell(OF_FIGURE.behind(near), figure.last);
  if (figure.lastTwo.length > 1) tell(OF_FIGURE.behind(near), figure.lastTwo);
  tell(OF_FIGURE.clause(near), figure.clause);
  tell(OF_FIGURE.before(near), figure.next);
  if (figure.compares) tell(OF_FIGURE.compares(near));
}
