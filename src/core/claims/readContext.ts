import { isLowSurrogate, setOf } from '../text/characters';
import { matchesOf } from '../text/matches';
import type { Direction, DraftClaim, Modality, Quantity } from './claim';
import { readIndicators } from './indicator/readIndicators';
import { choosePeriods } from './period/choosePeriods';
import type { ReferenceDate } from './period/days';
import { type FoundPeriod, findPeriods, withDurations } from './period/findPeriods';

/** Changes upwards and downwards; a difference between two things (高于, 低于, 快于) is none. */
const UP =
  '增长|增加|提高|上升|上涨|扩大|提升|回升|增产|新增|多增|增收|净增|拓展|上浮|上调|提振|增写|翻|增幅|涨幅|增速|增长率|升幅|增[长速率]{0,2}';
const DOWN = '下降|减少|降低|缩短|缩小|压减|压缩|缩减|精简|减负|回落|下跌|下浮|下调|降幅|跌幅|减幅|负增长|少了|减|降';
/** Between a verb and its figure. */
const BRIDGE = '(?:了|约|近|超过|逾|为|达到?|超|将|已|高|[（(])*$';
const LEVEL = new RegExp(
  `(?:(?<![下传送表直])达到?了?|高达|多达|突破|跻身|(?:${UP}|${DOWN}|增|升|降|恢复|发展|扩展|覆盖|回落|调整?|缩|压|延)(?:到|至|为))(?:了|约|近|超过|逾|全[国省市球])*$`,
  'u',
);
const INCREASE = new RegExp(`(?:${UP}|多了|[高快涨](?=.{0,2}$))${BRIDGE}`, 'u');
const DECREASE = new RegExp(`(?:${DOWN}|[低慢](?=.{0,2}$))${BRIDGE}`, 'u');
/** Only a comparison with another time makes a difference a change. */
const DIFFERENCE =
  /(?:高于|低于|快于|慢于|高出|多出|(?<![提抬拔增升])高|(?<![降减调])低|(?<!加)快|(?<![放减])慢)(?:了|约|近|超过|逾)*$/u;
const WITH_TIME = /[比较]\s*(?:上|去|前|今)?(?:年|月|季|期|\d)|同比|环比|同期/u;
/** 增幅达到25%: the figure is the change, whatever the verb. */
const RATE = /(?:增幅|涨幅|升幅|降幅|跌幅|增速|增长率|增长速度)[^，。；：]{0,8}$/u;

const BASIS =
  /同比|环比|(?<!占)比(?:上|去|前)年(?:同期|末|底)?|较(?:上|去|前)年(?:同期|末|底)?|比上(?:月|季度)|较上(?:月|季度)|比(?:19|20)\d{2}年(?:末|底)?|较(?:19|20)\d{2}年(?:末|底)?|与上年相比|年均|两年平均|比年初|较年初/gu;

const TARGET =
  /力争|争取|目标|计划(?!经济|的|任务|指标)|规划(?!纲要|[司局处院部厅])|拟(?=[增建投新])|确保(?=[^，。]{0,16}$)|要(?:在|把|将|达到|建成|实现)|(?:^|[，。；])到20[2-9]\d年(?:[底末])?|末[^，。]{0,12}(?:达到|实现)|下一步|(?<!一|不)再(?:提高|建设|增加|新增|降低)/gu;
const FORECAST = /预计|预测|有望|预期|估计|可达|可望|将达到?/gu;

const isSentenceEnd = setOf('。！？；\n');
const isClauseEnd = setOf('，。！？；：,;\n');

/** The end of the clause or sentence before `at`, where the words that govern a figure begin. */
function clauseStart(text: string, at: number, isStop: (code: number) => boolean, reach: number): number {
  let start = at;
  while (start > 0 && at - start < reach && !isStop(text.charCodeAt(start - 1))) start--;
  // not in the middle of a character
  return start < at && isLowSurrogate(text.charCodeAt(start)) ? start + 1 : start;
}

/** What the words of a paragraph say about its quantities: direction, basis, period, modality, indicator, pairs. */
export function readContext(text: string, quantities: readonly Quantity[], date: ReferenceDate): DraftClaim[] {
  if (quantities.length === 0) return [];
  const periods = findPeriods(text, date);
  const indicators = readIndicators(text, quantities, periods);
  const governing = choosePeriods(text, withDurations(text, periods), quantities);
  const claims: DraftClaim[] = [];
  quantities.forEach((quantity, index) => {
    const sentence = clauseStart(text, quantity.start, isSentenceEnd, 400);
    const clause = clauseStart(text, quantity.start, isClauseEnd, 60);
    const previous = claims.at(-1);
    const words = text.slice(Math.max(clause, previous?.end ?? 0), quantity.start);
    // 分别增长a、b和c: what governs the first governs the others
    const isListed = previous !== undefined && /^[、和及与以]{1,2}$/u.test(words);
    const ownDirection = directionOf(
      words,
      text.slice(quantity.start, quantity.end),
      text.slice(quantity.end, quantity.end + 6),
    );
    // 新增甲45家、乙397家: a verb governs all that is listed behind it
    const goesOn =
      previous?.direction === 'increase' && ownDirection === 'none' && /^[、和及][^，。；：\d]*$/u.test(words);
    const direction = isListed || goesOn ? previous!.direction : ownDirection;
    const near = text.slice(Math.max(sentence, clause - 24), quantity.start);
    // a share is of the whole, whatever the clause before compares
    const compares = direction === 'increase' || direction === 'decrease' ? near : words;
    const basis = /[比较年]/u.test(compares) ? matchesOf(BASIS, compares).at(-1)?.[0] : undefined;

    const period = governing[index];
    const modality = modalityOf(text.slice(Math.max(sentence, quantity.start - 60), quantity.start), date);
    claims.push({
      start: quantity.start,
      end: quantity.end,
      kind: quantity.kind,
      value: quantity.value,
      upper: quantity.upper,
      unit: quantity.unit,
      hedge: quantity.hedge,
      direction,
      basis,
      period: period && { start: period.start, end: period.end, ...daysOf(text, period, modality, date) },
      modality,
      indicator: indicators[index],
      indicatorLikelihood: indicators[index]?.likelihood ?? 0,
      measures: undefined,
      changedFrom: undefined,
      changedTo: undefined,
      turn: undefined,
    });
    linkChange(text, claims, index);
  });
  return claims;
}

/** Which way a figure points, by the clause before it and its first and next characters. */
function directionOf(clause: string, figure: string, behind: string): Direction {
  const words = clause.slice(-16);
  const isLoss = /[降跌减]幅/u.test(words) || figure.startsWith('-') || figure.startsWith('负');
  if (RATE.test(words) && /%|百分|成$|‰/u.test(figure)) return isLoss ? 'decrease' : 'increase';
  if (/(?:同比|环比|增长|增速)$/u.test(words) && /^[-+]/u.test(figure))
    return figure.startsWith('+') ? 'increase' : 'decrease';
  if (/^(?:左右|以上)?的(?:增长|增幅|增速|涨幅)/u.test(behind)) return 'increase';
  if (/^(?:左右|以上)?的(?:降幅|跌幅|下降)/u.test(behind)) return 'decrease';
  if (figure.startsWith('翻')) return 'increase';
  if (LEVEL.test(words) || figure.startsWith('突破')) return 'reach';
  // 少增: it grew by less
  if (/少增(?:了|约|近|超过)*$/u.test(words)) return 'decrease';
  if (DIFFERENCE.test(words) && !WITH_TIME.test(clause)) return 'none';
  if (INCREASE.test(words) || /新增[^，。；：、\d]{0,16}$/u.test(clause)) return 'increase';
  return DECREASE.test(words) ? 'decrease' : 'none';
}

const modalityOf = (words: string, date: ReferenceDate): Modality => {
  if (!/[力争目计规拟确要到末下再预有估可将]/u.test(words)) return 'actual';
  const isPast = ([cue]: RegExpMatchArray) => {
    const year = /到(20\d\d)年/u.exec(cue)?.[1];
    return year !== undefined && date !== undefined && year < date.slice(0, 4);
  };
  const target =
    matchesOf(TARGET, words)
      .filter((cue) => !isPast(cue))
      .at(-1)?.index ?? -1;
  const forecast = matchesOf(FORECAST, words).at(-1)?.index ?? -1;
  if (target < 0 && forecast < 0) return 'actual';
  return forecast > target ? 'forecast' : 'target';
};

/** 全年 said in January of what is done: a time without a year that is not over yet is that of the year before. */
function daysOf(text: string, { start, end, from, to }: FoundPeriod, modality: Modality, date: ReferenceDate) {
  const isBare = !/\d{4}|[今去前上明本同次后近]|以来|起|至今|“/u.test(text.slice(start, end));
  if (!isBare || modality !== 'actual' || !date || !from || !to || to <= date || from.slice(0, 4) !== date.slice(0, 4))
    return { from, to };
  const before = (day: string) => String(Number(day.slice(0, 4)) - 1) + day.slice(4).replace('-02-29', '-02-28');
  return { from: before(from), to: before(to) };
}

/** 由A提高到B: two figures of one kind, the first behind 由 or 从, the second behind a verb with 到 or 至. */
function linkChange(text: string, claims: DraftClaim[], index: number): void {
  const later = claims[index]!;
  const earlier = claims[index - 1];
  if (!earlier || earlier.kind !== later.kind || earlier.unit !== later.unit || later.start - earlier.end > 24) return;
  const between = text.slice(earlier.end, later.start);
  if (
    /[。；！？，]/u.test(between.replace(/^，/u, '')) ||
    !/(?:到|至|为)(?:了|(?:19|20)\d{2}年的?|去年的?|今年的?|目前的?)*$/u.test(between)
  )
    return;
  const lead = text.slice(Math.max(0, earlier.start - 24), earlier.start);
  if (!/[由从][^，。；！？]*$/u.test(lead)) return;
  earlier.changedTo = index;
  earlier.direction = 'none';
  later.direction = 'reach';
  // the time at the head of the clause is the second value's; the first has its own behind 由
  const from = earlier.start - /[由从][^由从]*$/u.exec(lead)![0].length;
  if (earlier.period && earlier.period.end <= from) earlier.period = undefined;
  if (later.period && later.period.start >= from && later.period.end <= earlier.start) later.period = undefined;
  later.changedFrom = index - 1;
}
