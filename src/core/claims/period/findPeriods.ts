import { isAmong } from '../../text/characters';
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import type { Period } from '../claim';
import { daysOf, NO_DAYS, type ReferenceDate } from './days';
import { BEGINS, DURATION, TIME_EXPRESSIONS, TO } from './timeExpressions';

const EXPRESSION = new RegExp(`(?=${BEGINS})(?:${TIME_EXPRESSIONS.map(({ pattern }) => pattern).join('|')})`, 'gu');
const DURATIONS = new RegExp(DURATION, 'gu');

/** What ends a clause that says when by what happened: 主题教育期间, 项目启动以来. */
const HAPPENING =
  /(?:期间|以来|之初|至今|(?:发生|[暴爆]发|成立|开通|实施|启动|建成|召开|开展|出现|结束|退休|改革)(?:之?后|前)|[后前](?=，))/gu;
const CLAUSE = '，。；：！？（）,;:\n\t 　';
/** No such clause is longer. */
const LONGEST = 30;
/** What leads to it in its clause. */
const LEADS =
  /(?:(?<![存正现内所潜好])在|自从|自(?![主己然治身动])|(?<![服])从(?![事业来])|(?<![关由终对基属至处等])于)/gu;
/** 和, 至: what joins two expressions of time to one. */
const RANGE = new RegExp(`^(?:${TO}|直[至到])$`, 'u');
const AND = /^(?:[、和及与]|以及)$/u;
/** 8月与7月相比: the one is held against the other. */
const COMPARES = /^(?:同期)?(?:相比|相较|比较|对比)/u;
/** Each for itself. */
const RESPECTIVELY = /^[^。；]{0,40}?(?:分别|各(?!地|项|级|类|方|界|国|族|省|市|县|区))/u;

/** A time expression; `compared` where it only names what the figure is held against (比上半年). */
export interface FoundPeriod extends Period {
  readonly compared?: boolean;
}

/** The expressions of one paragraph that say when, in text order. */
export function findPeriods(text: string, date: ReferenceDate): FoundPeriod[] {
  const periods: FoundPeriod[] = [];
  for (const match of matchesOf(EXPRESSION, text)) {
    const written = match[0];
    if (/^[末底初]$/u.test(written)) continue;
    const isRough = /(?:左右|前后)$/u.test(written);
    const days = isRough ? NO_DAYS : daysOf(match.groups ?? {}, date);
    const compared = /(?:(?<!占)比|[较与])$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
    periods.push({ start: match.index, end: match.index + written.length, ...days, ...(compared ? { compared } : {}) });
  }
  return withHappenings(text, joined(text, periods));
}

/** With those that say how long, which may be what a figure is counted for: 三年投入5亿元. */
export function withDurations(text: string, periods: readonly FoundPeriod[]): FoundPeriod[] {
  const found = matchesOf(DURATIONS, text).map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    ...NO_DAYS,
  }));
  return inOrder([...periods, ...outside(found, periods)]);
}

/** 6月底至7月初 as one, and 7月和8月 where it is no matter of each. */
function joined(text: string, periods: readonly FoundPeriod[]): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  for (const period of periods) {
    const before = found.at(-1);
    const between = before ? text.slice(before.end, period.start) : '';
    const isRange = RANGE.test(between);
    const behind = text.slice(period.end, period.end + 50);
    const isPair = AND.test(between) && !RESPECTIVELY.test(behind) && !COMPARES.test(behind);
    if (before && (isRange || isPair))
      found[found.length - 1] = {
        ...before,
        end: period.end,
        from: isRange && period.to ? before.from : undefined,
        to: isRange && before.from ? period.to : undefined,
      };
    else found.push(period);
  }
  return found;
}

/** With the clauses that say when by what happened, and the expressions in them as a part: 自2018年2月启用以来. */
function withHappenings(text: string, periods: FoundPeriod[]): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  let next = 0;
  for (const { 0: closing, index } of matchesOf(HAPPENING, text)) {
    const end = index + closing.length;
    let clause = index;
    while (clause > 0 && index - clause < LONGEST && !isAmong(CLAUSE, text.charCodeAt(clause - 1))) clause--;
    const lead = matchesOf(LEADS, text.slice(clause, index)).at(-1);
    const start = lead ? clause + lead.index + lead[0].length : clause;
    const length = index - start;
    if (length < 2 || length >= LONGEST || (found.at(-1)?.end ?? 0) > start) continue;
    while (next < periods.length && periods[next]!.end <= start) next++;
    let behind = next;
    while (behind < periods.length && periods[behind]!.start < end) behind++;
    const inside = periods.slice(next, behind);
    const isPart =
      !/[前后]$/u.test(closing) &&
      inside.every(({ start: from, end: to }, position) => (position > 0 ? to === end : from === start && to < index));
    if (inside.length === 0 || isPart) found.push({ start, end, ...NO_DAYS });
  }
  if (found.length === 0) return periods;
  return inOrder([...outside(periods, found), ...found]);
}

/** Those of `spans` that touch none of `others`; both are in order, and those of each apart. */
function outside<T extends Span>(spans: readonly T[], others: readonly Span[]): T[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < others.length && others[next]!.end <= start) next++;
    return next === others.length || others[next]!.start >= end;
  });
}

const inOrder = (periods: readonly FoundPeriod[]): FoundPeriod[] => periods.toSorted((a, b) => a.start - b.start);
