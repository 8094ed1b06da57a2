import { isAmong } from '../../text/characters';
import { matchesOf } from '../../text/matches';
import type { Period } from '../claim';
import { daysOf, type ReferenceDate } from './days';

const YEAR = String.raw`(?<year>(?:19|20)\d{2}|[一二][〇零一二三四五六七八九]{3})年(?:度(?!假))?`;
const TO = '[至到—–―~-]';
/** 下午, 8时, 晚9时30分, 0—24时 */
const CLOCK = String.raw`(?:[上下]午|凌晨|清晨|早[晨上]|中午|傍晚|晚[上间]?(?!报|会)|深夜)?(?:(?:\d{1,2}|零)(?:${TO}\d{1,2})?[时点](?:\d{1,2}分)?许?)?`;
const DAY = String.raw`\d{1,2}日(?:${TO}(?:\d{1,2}月)?\d{1,2}日)?${CLOCK}`;
const MONTH = String.raw`\d{1,2}月(?:份|${DAY}|\d{1,2}${TO}\d{1,2}日|底|末|初|[上中下]旬)?`;
const PART = String.raw`(?<part>上半年|下半年|前三季度|[一二三四]季度|第[一二三四]季度|前[一二两三四五六七八九十\d]{1,2}个?月|\d{1,2}月?(?:份?)${TO}\d{1,2}月(?:份|\d{1,2}日|底|末|初|[上中下]旬)?|${MONTH}|全年(?!计划|任务|目标|预算|指标|龄)|年?底|年?末|年?初|年内|春季|夏季|秋季|冬季|春节(?:期间)?)`;
/** What closes a time expression: 2012年以来, 6月底前. */
const SIDE = '(?:以来|之前|以前|前(?!三|后|列|往|来|[一二三四五六七八九十\\d])|起|期间|至今)?';
const COUNT = String.raw`[一二三四五六七八九十两几\d]{1,3}`;
const SPAN = `(?:${COUNT}|数|多)多?(?:年|个月|天|周|个星期|个季度|小时)多?`;
/** Which year a year is by the day of the text. */
const RELATIVE = '(?<relative>今年|去年|前年|明年|本年|上年|当年)(?!同期)度?';
/** What an expression of time begins with, all of those below: most characters are known by it to begin none. */
const BEGINS =
  '[\\d一二三四五六七八九十第前上下全年底末初春夏秋冬中民今去明本当“"近两几过最未党改截至次翌以昨每目现同星周礼多数这此]';

/** Expressions of time by what they are made of; the named groups are what `daysOf` reads. */
const EXPRESSIONS: readonly string[] = [
  `${YEAR}(?:${TO}(?<last>(?:19|20)\\d{2})年)?${PART}?${SIDE}`,
  // a bare 112年 can be a span of time, 112年度 and 112年3月 cannot; without days, as budgets name hundreds of items 预算
  String.raw`(?:(?:中华)?民国(?=\d{2,3}年)|(?<![\d.,第])(?=1[01]\d年(?:度|底|末|初|[上下]半年|\d{1,2}月)))\d{2,3}年(?:度|${PART.replace('part', 'republicPart')})?${SIDE}`,
  // the budget years of Hong Kong begin in April
  `(?<budget>(?:19|20)\\d{2})${TO}\\d{2,4}财政年度`,
  `(?:(?:19|20)\\d{2}${TO}\\d{2,4}|(?:19|20)?\\d{2}/\\d{2})(?:年度?|度|学年|财年)`,
  `${RELATIVE}${PART.replace('part', 'relativePart')}?${SIDE}`,
  PART.replace('part', 'bare') + SIDE,
  `(?<![\\d年月.])\\d{1,2}日(?!报|[元均子常益前后内用游程历期薪])(?:${TO}\\d{1,2}日)?${CLOCK}${SIDE}`,
  `[“"]?(?<![第二三四五六七八九])(?<plan>十[一二三四五]?)五(?!年|个|[届次期批条款]|[〇零一二三四五六七八九十百千万])[”"]?(?<planPart>末|期间|以来|时期|前[一二三四]年)?`,
  // 近五年来, 过去的三年, 未来几天, 五年间, 三个月内, 多年来
  `(?:近|这|此前的?|过去的?|最近|未来|今后|前(?=[几数两]))${SPAN}(?:来|间(?!隔)|内|里)?|(?<![第\\d.])${SPAN}(?:来|间(?!隔)|之?内|时间里?)`,
  '(?:党的)?十[八九]大以来|二十大以来|改革开放(?:以来|初期)|(?:19|20|上)世纪\\d{2}年代(?:初期?|中期|末期?|后期)?',
  // without days: the same part of another year
  '[今去上前]年同期',
  '(?:本|上|下|当)个?(?:月|季度|周(?![一二三四五六日末]))|近年来?|近期|截至目前|至今(?![年天日])|次年|翌年|下年|同年|以往',
  `(?:[今昨明前]天|[今昨当]日(?!报)|当天|[今昨当]晚|今[晨早])${CLOCK}(?:（(?:\\d{1,2}月)?\\d{1,2}日）)?`,
  '[上本下]?(?:周|星期|礼拜)[一二三四五六日末](?![\\p{Script=Han}]{0,2}(?:说|表示))',
  '每(?:半年|个?月|年度?|[天日周]|季度|小时|两年)(?!度)|(?<![题项])目前(?!的困难)|(?<![正应恰适])当前|(?<![体表展呈实再出涌浮])现在',
  '(?<![第一二三四五六七八九十])(?:[一二三四五六七八九]|十[一二]?)月(?:份|底|末|初|[上中下]旬)',
];
const EXPRESSION = new RegExp(`(?=${BEGINS})(?:${EXPRESSIONS.join('|')})`, 'gu');

/** 主题教育期间, 项目启动以来: what happened, from where its clause begins. */
const HAPPENING = /(?:期间|以来|之初|(?:发生|[暴爆]发|成立|开通|实施|启动|建成|召开|开展)后)/gu;
const CLAUSE = '，。；：、！？（）,;:\n\t 　';
/** No such clause is longer. */
const LONGEST = 20;

/** A time expression; `compared` where it only names what the figure is held against (比上半年). */
export interface FoundPeriod extends Period {
  readonly compared?: boolean;
}

/** The time expressions of one paragraph, in text order. */
export function findPeriods(text: string, date: ReferenceDate): FoundPeriod[] {
  const periods: FoundPeriod[] = [];
  for (const match of matchesOf(EXPRESSION, text)) {
    const written = match[0];
    if (/^[末底初]$/u.test(written)) continue;
    const days = daysOf(match.groups ?? {}, date);
    const compared = /(?:(?<!占)比|[较与])$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
    periods.push({ start: match.index, end: match.index + written.length, ...days, ...(compared ? { compared } : {}) });
  }
  return withHappenings(text, periods);
}

/** With the clauses that say when by what happened, where no other expression stands in them. */
function withHappenings(text: string, periods: FoundPeriod[]): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  let next = 0;
  for (const { 0: closing, index } of matchesOf(HAPPENING, text)) {
    const end = index + closing.length;
    let start = index;
    while (start > 0 && index - start < LONGEST && !isAmong(CLAUSE, text.charCodeAt(start - 1))) start--;
    start += /^(?:在|自从?|从|于)?/u.exec(text.slice(start, index))![0].length;
    while (next < periods.length && periods[next]!.end <= start) next++;
    const isOther = next < periods.length && periods[next]!.start < end;
    if (!isOther && index - start > 1 && index - start < LONGEST)
      found.push({ start, end, from: undefined, to: undefined });
  }
  if (found.length === 0) return periods;
  return [...periods, ...found].sort((a, b) => a.start - b.start);
}
