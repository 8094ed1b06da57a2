import type { Span } from '../text/span';
import { DEFINING } from './definition';
import { isNumeral, readFormula } from './formula';

/*
 * What speaks for or against a quotation being a slogan (提法), as named signs: its shape, its length, the words that govern it
 * and those that it heads. Each has a weight that was learned (`weights.json`, `scripts/slogans/learn.mjs`).
 */

interface Shape {
  readonly id: string;
  readonly example: string;
  readonly counterExample: string;
  readonly pattern: RegExp;
}

export const SHAPES: readonly Shape[] = [
  {
    id: 'parallel parts',
    example: '外防输入、内防反弹',
    counterExample: '外防输入',
    pattern: /^(?:(\p{Script=Han}{2})、\p{Script=Han}{2}|(?:\p{Script=Han}{3,12}[、，])+\p{Script=Han}{3,12})$/u,
  },
  {
    id: 'three parts or more',
    example: '定编、定岗、不定人',
    counterExample: '公开、公平',
    pattern: /^(?:\p{Script=Han}{1,10}[、，]){2,}\p{Script=Han}{1,10}$/u,
  },
  {
    id: 'pieces joined by +',
    example: '互联网+农业',
    counterExample: '互联网农业',
    pattern: /^\p{Script=Han}[^+＋]*[+＋×]/u,
  },
  {
    id: 'a responsibility system',
    example: '链长制',
    counterExample: '事业单位编制表',
    pattern: /^\p{Script=Han}{2,7}制$/u,
  },
  {
    id: 'from one to the other',
    example: '公转铁',
    counterExample: '公路铁路',
    pattern:
      /^\p{Script=Han}(?:(?:转|改|进|变|换|促)\p{Script=Han}{1,2}|(\p{Script=Han})[转变换促带]\p{Script=Han}\1)$/u,
  },
  {
    id: 'each its own',
    example: '一校一案',
    counterExample: '一份方案',
    pattern: /^(?:一\p{Script=Han}{1,2}){2,3}\p{Script=Han}{0,2}$/u,
  },
  {
    id: 'one for all',
    example: '一网通办',
    counterExample: '一条道路',
    pattern: /^(?:一[网窗门次证码件站]|跨[省市域境]|[省市县]内|全[程省市域国])\p{Script=Han}*[办理结成取享管]$/u,
  },
  {
    id: 'a circle of so many minutes',
    example: '15分钟生活圈',
    counterExample: '15分钟路程',
    pattern: /^(?:\d{1,2}|[一二三五十]{1,3})(?:分钟|刻钟|小时)\p{Script=Han}{2,8}圈$/u,
  },
  {
    id: 'as much as is due',
    example: '应保尽保',
    counterExample: '应有尽有的商品',
    pattern: /^(?:[应能愿凡]\p{Script=Han}[尽必]\p{Script=Han})+$/u,
  },
  {
    id: 'do not, or none',
    example: '房住不炒',
    counterExample: '房价上涨',
    pattern: /^(?!不)\p{Script=Han}{1,8}[不无零防]\p{Script=Han}{1,4}$/u,
  },
  {
    id: 'what several things do together',
    example: '医防融合',
    counterExample: '融合新闻',
    pattern: /^\p{Script=Han}{2,5}(?:融合|联动|一体化|协同|互促|结合|并举|并重|互认|统筹)$/u,
  },
  {
    id: 'from one side of the country to the other',
    example: '北粮南运',
    counterExample: '南来车往',
    pattern: /^(?:东\p{Script=Han}西|西\p{Script=Han}东|南\p{Script=Han}北|北\p{Script=Han}南)\p{Script=Han}$/u,
  },
  {
    id: 'a word twice',
    example: '书记抓、抓书记',
    counterExample: '书记、主任',
    pattern: /(\p{Script=Han})[^。]*\1/u,
  },
  {
    id: 'a campaign or thing by its own name',
    example: '便民春风行动',
    counterExample: '春风化雨',
    pattern:
      /(?:行动|活动|工程|计划|通道|大赛|峰会|论坛|之家|之声|平台|热线|指数|走廊|基金|纲领|纲要|蓝图|规划|方案|条例|办法|意见|通知|宣言|公约|白皮书|报告|夜市|[号奖节])$/u,
  },
  {
    id: 'a question',
    example: '如何保障供水',
    counterExample: '保障供水',
    pattern: /如何|怎样|怎么|为何|什么|哪些|是否|能否|(\p{Script=Han})不\1|谁/u,
  },
  {
    id: 'a sentence',
    example: '我们能做什么',
    counterExample: '能做善成',
    pattern: /[。？！；?!《》·•：]|^(?:我|你|他|她|这|那|您|咱|俺)|(?:了|吗|呢|吧|啊|的)$|我们/u,
  },
  {
    id: 'a figure of speech',
    example: '定心丸',
    counterExample: '定心安神',
    pattern:
      /(?:丸|牛鼻子|钥匙|骨头|绊脚石|拦路虎|试金石|压舱石|稳定器|器|加速度|键|快车道|引擎|排头兵|军|雁|羊|店小二|气|梗阻|点|书记|人|员|高地|名片|饭碗|子|一?公里|拳|板|棋|阵地|支撑|瓶颈|词|墙|锅|桥|梁|宝|券|屋|门|窗|心|眼|腿|手|脚|头|血|钱|花|水|火|山|路|车)$/u,
  },
  {
    id: 'a saying in two halves',
    example: '世上本无事，庸人自扰之',
    counterExample: '世上无难事',
    pattern: /^\p{Script=Han}{4,}，\p{Script=Han}{4,}$/u,
  },
  {
    id: 'speech',
    example: '多谢大家关心，非常可惜',
    counterExample: '多谢惠顾',
    pattern: /[我你您他她它咁唔嘅系咗啲佢]|非常|应该|可能|因为|所以|如果|但|就是/u,
  },
  {
    id: 'a doing verb first',
    example: '把好入口关',
    counterExample: '入口关',
    pattern:
      /^(?:坚持|把|以|让|从|用|为|加强|推进|推动|推行|深化|强化|提升|提高|建设|打造|构建|完善|健全|实现|促进|落实|抓|管|守|谁)/u,
  },
  { id: 'no Chinese in it', example: 'GDP', counterExample: '生产总值', pattern: /^[^\p{Script=Han}]+$/u },
  {
    id: 'letters or digits',
    example: '5G网络',
    counterExample: '五一假期',
    pattern: /^(?=.*\p{Script=Han}).*[A-Za-z\d]/u,
  },
];

/** What several quotations side by side are governed by, and head, governs and is headed by each: 做到“应保尽保”“应助尽助”. */
const ROW_BEFORE = /(?:“[^“”]{1,24}”[、和与及]?)+$/u;
const ROW_BEHIND = /^(?:[、和与及]?“[^“”]{1,24}”)+/u;
const USED_TO_BE = /(?:过去|以前|以往|从前|原来|曾经|昔日|原先|此前)[^，。；]{0,6}$/u;
/** “A、B、C”为内容的“三法”: the quotation is what the formula stands for. */
const SPELLS_OUT = /^(?:为[^，。；：“”]{0,14}|[^，。；：“”]{0,5}的)“\p{Script=Han}{0,2}[一二两三四五六七八九十\d]/u;
/** “三级网络”，说的是…: what is explained is a formula. */
const IS_EXPLAINED = new RegExp(`^[，,]?(?:${DEFINING}|[—：:])`, 'u');
const REACH = 64;
/** How many characters of the words around are looked up. */
export const WORDS = 4;

/** The signs of the quotation at `[start, end)`, marks outside, in one paragraph. */
export function signsOf(text: string, span: Span): string[] {
  const signs: string[] = [];
  tellSigns(
    text,
    span,
    (sign) => signs.push(sign),
    (pair) => signs.push(PAIR + pair),
  );
  return signs;
}

/** Begins the sign of two characters that a quotation is made of: 党建, 一企, 尽保. */
export const PAIR = '~';

/** Tells the signs, and apart from them each two characters that stand side by side. */
export function tellSigns(
  text: string,
  { start, end }: Span,
  tell: (sign: string) => void,
  tellPair: (pair: string) => void,
): void {
  const inside = text.slice(start, end).replace(/\s+/gu, '');
  for (const { id, pattern } of SHAPES) if (pattern.test(inside)) tell(id);
  tell(
    `length ${inside.length < 8 ? inside.length : inside.length < 12 ? '8-11' : inside.length < 20 ? '12-19' : '20'}`,
  );
  for (const sign of formulaSigns(inside)) tell(sign);
  const written = text.slice(Math.max(0, start - REACH), start - 1);
  const before = written.lastIndexOf('”') < written.length - 2 ? written : written.replace(ROW_BEFORE, '');
  const following = text.slice(end + 1, end + REACH);
  const behind = following.replace(ROW_BEHIND, '');
  if (USED_TO_BE.test(before)) tell('how things used to be');
  if (IS_EXPLAINED.test(following)) tell('explained');
  if (SPELLS_OUT.test(following) && /[、，]/u.test(inside)) tell('what a formula behind stands for');
  if (before.length < written.length || behind.length < following.length) tell('in a row');
  for (let length = 1; length <= WORDS; length++) {
    tell(`${before.slice(-length) || '^'}“`);
    tell(`”${behind.slice(0, length) || '$'}`);
  }
  tell(`…${inside.slice(-1)}”`);
  tell(`“${inside.slice(0, 1)}…`);
  if (inside.length > 2) tell(`…${inside.slice(-2)}”`);
  for (let at = 0; at + 2 <= inside.length; at++) {
    const pair = inside.slice(at, at + 2);
    if (inside.indexOf(pair) === at) tellPair(pair);
  }
  const parts = inside.split(/[、，]/u);
  if (parts.length > 1) {
    const isEven = parts.every((part) => part.length === parts[0]!.length);
    tell(`${Math.min(parts.length, 4)} ${isEven ? 'even' : 'uneven'} parts`);
    if (inside.includes('，')) tell('parts with a comma');
  }
  if ('「『'.includes(text[start - 1] ?? ' ')) tell('in corner marks');
}

function formulaSigns(name: string): string[] {
  const formula = readFormula(name);
  if (!formula) return isNumeral(name) ? ['numeral', 'round numbers'] : [];
  const { parts, things, digits } = formula;
  if (digits) return ['numeral', /[+＋]/u.test(name) ? 'a sum' : 'digits'];
  if (parts.length > 1) return ['numeral', 'several counts'];
  const [thing = ''] = things;
  return [
    'numeral',
    /^[个大项条]/u.test(thing) ? 'count with a measure' : thing.length === 1 ? 'count of one word' : 'count',
  ];
}
