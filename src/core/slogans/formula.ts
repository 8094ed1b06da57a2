import { matchesOf } from '../text/matches';
import { remembered } from '../text/remembered';

/**
 * The shapes of numeral formulas. A formula is built of parts, each a numeral with what it counts: 三稳 + 三不准,
 * 一群 + 两区 + 三圈, 四个革命 + 一个合作; or of digits alone (345); or of sums (4+1).
 */

const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 两: 2, 双: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};

const THING = String.raw`((?:[个大项条]\p{Script=Han}{1,6}|(?![十百千万亿年月日点时])\p{Script=Han}{1,5}?))`;
const PART = new RegExp(
  String.raw`(\d{1,2}|十[一二三四五六七八九]?|[一二两双三四五六七八九])${THING}(?=[、，·和与]|[\d一二两双三四五六七八九十]|$)`,
  'gu',
);
const WHOLE = new RegExp(`^[新破大反去治创]?(?:${PART.source}[、，·和与]?){1,6}$`, 'u');
const DIGITS = /^(?:\d{1,5}|[一二三四五六七八九]{3,5})$/u;
const SUM = /^(?:\d{1,3}|[一二三四五六七八九十N])(?:[+＋](?:\d{1,3}|[一二三四五六七八九十NXn])){1,4}$/u;

/** Counted things that make 一A一B say "each A its own B" instead of naming two things. */
const DISTRIBUTIVE = /[策案议档码图品卡表册证照单警法员岗链业评标责特制]$/u;

/** 3S: so many words that begin with one letter; also 5G, so that it takes the words themselves to know. */
export const INITIALS = /^[2-9][A-Z]$/u;

/** One of a list of ones: 一张床、一间房. */
const ONE = /^一\p{Script=Han}{1,3}(?<![策案议档码图品卡表册证照单警法员岗链业评标责特制])$/u;
/** 一签多行, 一岗多能: what one thing can do, not one thing and many others. */
const FOR_MANY = /^一\p{Script=Han}{1,2}多[行用能投办跑证审查认报享照址]$/u;
/** 一窗受理、一网通办: each says what is done with one thing. */
const DONE_WITH_ONE = /^一\p{Script=Han}{3}(?:、一\p{Script=Han}{3})+$/u;
/** 食安五环: two characters say what the numeral counts in. */
const IN_FIELD =
  /^\p{Script=Han}{2}(?=[三四五六七八九](?:\p{Script=Han}|件套|部曲|步法|字诀|张牌|张网|张表)$)(?!.*[年月日天点元个次届级线者人万千百亿成倍]$)(?<![第之每前后近约零〇一二三四五六七八九十百千万亿][\p{Script=Han}]?)/u;

/** 航运十五条: a policy known by the number of its articles. */
const ARTICLES =
  /^(?:(?![第几数一二三四五六七八九十百千])\p{Script=Han}){1,5}(?=(?:十?[一二三四五六七八九]|十|\d{1,2})条$)/u;

/** Numerals that begin a name, a date or an idiom and no list: 五一, 二十大, 十四五, 一刀切. */
const NAMES =
  /^(?:[一二三四五六七八九十]+月.*|三番[两五][次遍]|[七横]上八下|一清二楚|三长两短|五颜六色|四分五裂|七零八落|一干二净|五一|十一|七一|八一|六一|五四|三八|十字.*|一二·?九|九一八|七七|七下八上|双十一|双11|双12|双十二|双节|两会|十[一二三四五六七]五|十[五六七八九]大|二十大|二十一大|三八妇女节|三九天|四合院|[三四]叶草|三明治|二维码|二手|二孩|三孩|二胎|一线|二线|三线|双学位|双休|双赢|双刃剑|双面胶|三国|三甲|三角.*|三聚.*|八卦|七夕|九九|四季.*|千.*|万.*|百.*|\d{1,2}(?:分钟|小时|公里).*|三江源|四川|九江|五粮液|两张皮|两面光|两面派|两头热|五花八门|四通八达|三心二意|一举两得|十全十美|三头六臂|四面八方|七嘴八舌|五湖四海|三言两语|二次.*|一次性.*|六盘水|七匹狼|八达岭|二十四节气|四渡赤水|一石[二三多两].|一举多得|两条腿|\d+[几幾多余餘].*|.*(?:[0-9一二三四五六七八九十]+(?:小时|分钟|公里|天|年|月|日|周年|世纪|元|号|度|平方米|条街|岁|(?<=[0-9零])后|届.*|次会议|中全会)))$/u;

/** Words for which a numeral is a plain count: 三个方面 is nobody's slogan, in quotation marks or not. */
const PLAIN_COUNT =
  /^[一二两三四五六七八九十\d]+(?:个|大|项|条|点|类|种)?(?:方面|问题|环节|阶段|层面|维度|时期|小时|年|(?<![种类])人|家|块|次|句话|道题|把火|脚猫)$/u;

/** A name, date, plan period or plain count that begins with a numeral and is no formula: 五一, 二十大, 十四五, 三个方面. */
export const isNumberName = (name: string): boolean => NAMES.test(name) || PLAIN_COUNT.test(name);

/** 20字, 二十字: a formula that is named by its length; its items are its phrases, however many. */
const CHARACTERS = /^(\d{1,2}|[二三]?十[一二三四五六七八九]?|[八九])(?:个)?字(?!诀)/u;

const readCount = (written: string): number => {
  if (/^\d/u.test(written)) return Number(written);
  const [tens = '', ones = ''] = written.split('十');
  return written.includes('十') ? 10 * (NUMERALS[tens] ?? 1) + (NUMERALS[ones] ?? 0) : NUMERALS[written]!;
};

export const isLength = ({ things }: Formula): boolean => things[0] === '字';

export interface Formula {
  /** The numbers in order: 3 and 3 for 三稳三不准; 3, 4 and 5 for 345. */
  readonly numbers: readonly number[];
  /** The parts as written, where there are several: 一群, 两区, 三圈; 3, 4, 5. */
  readonly parts: readonly string[];
  /** What each number counts, as written: 稳 and 不准 for 三稳三不准, 个打通 for 三个打通; none for digits and mixed lists. */
  readonly things: readonly string[];
  readonly digits: boolean;
}

/** What every formula holds, if only the N of N+X. */
const COUNTS = /[\d一二两双三四五六七八九十N]/u;

/** Reads `name` as a numeral formula, or says that it is none. The name holds no line breaks and no outer marks. */
export const readFormula: (name: string) => Formula | undefined = remembered(readFreshly);

function readFreshly(name: string): Formula | undefined {
  if (name.length < 1 || name.length > 20 || !COUNTS.test(name)) return undefined;
  if (DIGITS.test(name)) {
    const parts = [...name];
    return { numbers: parts.map(readCount), parts: parts.length > 1 ? parts : [], things: [], digits: true };
  }
  const thousands = OF_THOUSANDS.exec(name);
  if (thousands) {
    const numbers = thousands.slice(1).flatMap((number) => (number ? [readCount(number)] : []));
    const things = ['千', '万'].slice(0, numbers.length);
    const parts = numbers.length > 1 ? [name.slice(0, 2), name.slice(2)] : [];
    return { numbers, parts, things, digits: false };
  }
  const length = CHARACTERS.exec(name)?.[1];
  if (length !== undefined) return { numbers: [readCount(length)], parts: [], things: ['字'], digits: false };
  if (SUM.test(name)) {
    const parts = name.split(/[+＋]/u);
    const numbers = parts.map((part) => NUMERALS[part] ?? Number(part)).filter((value) => !Number.isNaN(value));
    return { numbers, parts, things: [], digits: true };
  }
  if (INITIALS.test(name)) return { numbers: [Number(name[0])], parts: [], things: [name[1]!], digits: false };
  if (name.length < 2 || isNumberName(name)) return undefined;
  if (FOR_MANY.test(name) || DONE_WITH_ONE.test(name)) return undefined;
  if (/^一\p{Script=Han}{1,2}多\p{Script=Han}{1,2}$/u.test(name))
    return { numbers: [2], parts: [], things: [], digits: false };
  const listed = name.split('、');
  if (listed.length > 1 && !listed.every((part) => ONE.test(part) || readFormula(part))) return readCompound(listed);
  // the 一 of 统一 counts nothing
  const shape = name.replace(/(?<=[统唯同合归专划])一/gu, '乙');
  if (!WHOLE.test(shape)) {
    const field = IN_FIELD.exec(name) ?? ARTICLES.exec(name);
    return field ? readFormula(name.slice(field[0].length)) : undefined;
  }
  const found = matchesOf(PART, shape).map((match) => ({
    number: numberOf(match[1]!),
    thing: match[2]!,
    text: name.slice(match.index, match.index + match[0].length),
  }));
  if (listed.length === 1 && found.every(({ number }) => number === 1) && !isPairOfOnes(found)) return undefined;
  return {
    numbers: found.map(({ number }) => number),
    parts: found.length > 1 ? found.map(({ text }) => text) : [],
    things: found.map(({ thing }) => thing),
    digits: false,
  };
}

/** 四化同步、城乡融合、五区共兴: a list of formulas and phrases of about their length. */
function readCompound(parts: readonly string[]): Formula | undefined {
  const formulas = parts.flatMap((part) => readFormula(part) ?? []);
  if (formulas.length === 0 || parts.some((part) => !/^\p{Script=Han}{2,6}$/u.test(part))) return undefined;
  return { numbers: [parts.length], parts: [...parts], things: [], digits: false };
}

/** One part of a formula by itself: 一群 of 一群两区三圈. */
export function readPart(name: string): Formula | undefined {
  // the N of 1+3+N counts as many as one likes
  if (/^[NnX]$/u.test(name)) return { numbers: [], parts: [], things: [], digits: true };
  const number = NUMERALS[name[0] ?? ''];
  if (number === undefined) return undefined;
  // “五” of 五五二 is a digit
  return name.length > 1
    ? { numbers: [number], parts: [], things: [name.slice(1)], digits: false }
    : { numbers: [number], parts: [], things: [], digits: true };
}

/** 一带一路 names two things; 一校一案 gives each school a plan; 一泓清水 is a phrase. */
function isPairOfOnes(parts: readonly { readonly thing: string }[]): boolean {
  return (
    parts.length >= 2 &&
    !/[办通管]$/u.test(parts.at(-1)!.thing) &&
    parts.every(({ thing }) => thing.length <= 2) &&
    !parts.slice(1).some(({ thing }) => DISTRIBUTIVE.test(thing))
  );
}

const numberOf = (written: string): number =>
  /^\d/u.test(written) ? Number(written) : written.length === 2 ? 10 + NUMERALS[written[1]!]! : NUMERALS[written]!;

/** How many phrases a formula that is named by its length may have. */
const PHRASES = [2, 3, 4, 5, 6, 7, 8];

/** How many items a formula may have: the sum of its numbers, one of them, or how many numbers there are. */
export function itemCounts(formula: Formula): ReadonlySet<number> {
  const { numbers, digits } = formula;
  if (isLength(formula)) return new Set(PHRASES);
  const counts = new Set<number>([numbers.reduce((sum, value) => sum + value, 0), ...numbers]);
  if (numbers.length > 1) {
    counts.add(numbers.length);
    if (digits) counts.add(numbers.filter((value) => value > 0).length);
    counts.delete(1);
  }
  counts.delete(0);
  return counts;
}

/**
 * Unquoted formulas of a shape that nothing else has: a numeral, one noun, and what the counted things do together
 * (三医联动, 四链融合); or two counted nouns before a word for an order of things (一核两翼发展格局).
 */
const COUNTED = '[一二两三四五六七八九]\\p{Script=Han}';
export const UNQUOTED: readonly { readonly name: string; readonly example: string; readonly pattern: RegExp }[] = [
  {
    name: 'two counted words behind what says that it is a name',
    example: '大家常说的两免三减',
    pattern: new RegExp(
      `${COUNTED}(?<=(?:(?:常说|常讲|所说|熟悉|熟知)的|俗称|简称|称为|概括为|总结为|归纳为)${COUNTED})\\p{Script=Han}?${COUNTED}{1,2}(?=[，。；、！]|的?(?:要求|机制|原则|方式|办法|工作法|检查|政策))`,
      'gu',
    ),
  },
  {
    name: 'numeral, noun, what they do together',
    example: '三医联动',
    pattern:
      /[二两三四五六七八九](?<![一二两三四五六七八九十].)[^\d\s一二两三四五六七八九十个大类种方年月天次级项者是市县省国州镇村家校企，。、；：“”](?:联动|融合|协同|共治|并举|合一|统筹|并进|同治|互促|贯通|齐抓|同创|归一|共建|同向|同频|齐发)/gu,
  },
  {
    name: 'a length in characters before what is formulated',
    example: '二十字总要求',
    pattern:
      /(?<![\d一二三四五六七八九十])(?:\d{2}|[二三]?十[二四六八]?|[八九])(?:个)?字(?=的?总?(?:要求|方针|标准|原则|目标|方略|策略))/gu,
  },
  {
    name: 'two counted nouns before an order',
    example: '一核两翼',
    pattern:
      /[一二两三四五六七八九][核轴带区圈群翼廊心极环湾港纵横屏水路江河谷城园链库网片点面主副体翼支极](?:[一二两三四五六七八九多][核轴带区圈群翼廊心极环湾港纵横屏水路江河谷城园链库网片点面主副体翼支极]){1,3}(?=.{0,6}(?:布局|格局|结构|体系|空间|战略|框架|发展|建设|铁路网|水网|路网|通道))/gu,
  },
];

/** 百企千村, 千项万亿: round numbers of two things that a project brings together. */
const MASSES =
  /^(?!千家万户|千军万马|千门万户|百战百胜|百发百中)[百千万]\p{Script=Han}{1,2}[百千万]\p{Script=Han}{1,2}$/u;
/** 千变万化, 千锤百炼: what neither of the two counts is an idiom. */
const THINGS_OF_MASSES = '村企户家镇街巷校店园厂岗品亿项亩社区乡县员师才医警商农屏城灯组支人日';
const IDIOM = new RegExp(`^千(?![${THINGS_OF_MASSES}]).[百万](?![${THINGS_OF_MASSES}]).$`, 'u');

/** 四千四万, 四千: so many sayings with 千 in them, and with 万. */
const OF_THOUSANDS = /^([二三四五六七八九])千(?:([二三四五六七八九])万)?$/u;

/** Whether a name is built on numerals: it is a numeral slogan where it is a slogan. */
export const isNumeral = (name: string): boolean =>
  readFormula(name) !== undefined || (MASSES.test(name) && !IDIOM.test(name));
