import { isAmong } from '../../text/characters';
import type { Quantity } from '../claim';
import type { FoundPeriod } from './findPeriods';

/*
 * What speaks for or against a time expression governing a figure behind it, as named signs: how far it stands away and what stands
 * between, what it is made of, how its clause and that of the figure begin. Each has a weight that was learned (`periodWeights.json`,
 * `scripts/periods/learn.mjs`).
 */

/** Nothing is carried over so many characters. */
const FAR = 400;
/** So many expressions before a figure are looked at. */
const MOST = 5;

const KINDS: readonly { readonly id: string; readonly example: string; readonly pattern: RegExp }[] = [
  { id: 'now', example: '目前', pattern: /^(?:目前|当前|现在|截至目前|近期)/u },
  { id: 'each', example: '每年', pattern: /^每/u },
  { id: 'since', example: '2012年以来', pattern: /(?:以来|至今|起|年来|月来|天来|初期|之初)$/u },
  { id: 'during', example: '“十三五”期间', pattern: /(?:期间|时期)$/u },
  { id: 'before', example: '6月底前', pattern: /前$/u },
  { id: 'plan', example: '“十四五”', pattern: /^[“"]?十.?五/u },
  { id: 'span', example: '过去五年', pattern: /^(?:近|这|此前|过去|最近|未来|今后|前)|[内间里]$|时间$/u },
  { id: 'day', example: '3月5日', pattern: /日|[今昨明前当][天晚]|[时点]|周|星期/u },
  { id: 'end of year', example: '2019年底', pattern: /[底末初]$/u },
  { id: 'months', example: '2019年8月', pattern: /月|季度|半年/u },
  { id: 'relative year', example: '去年', pattern: /^[今去前明本上当次翌同下]年/u },
  { id: 'year', example: '2019年', pattern: /年|度$/u },
];

const kindOf = (words: string): string => KINDS.find(({ pattern }) => pattern.test(words))?.id ?? 'other';

/** 《目录（2011年本）》, 8日发布的数据显示，: the time of a document or of saying it is no time of what it says. */
const TOLD = {
  id: 'told',
  pattern: /^[^（《]*[）》]|^[^，。；]*(?:发布|公布|印发|出台|颁布|报道|召开|举行|表示|透露|介绍|购进)[^，。；]*，/u,
};
/** Clauses that say how a figure compares, without saying what it is. */
const RELATIVE = /^.{0,8}?(?:同比|环比|占|比|较|增长|增加|下降|减少|高于|低于|高出|达到|其中)/u;
const CUES: readonly { readonly id: string; readonly pattern: RegExp }[] = [
  TOLD,
  { id: 'compared between', pattern: /同比|环比|[比较]/u },
  { id: 'of which', pattern: /其中/u },
  { id: 'aim', pattern: /目标|计划|力争|确保|预计|将/u },
  { id: 'founded', pattern: /成立|创办|建成|启动|出生|始建|毕业|投产|入党|任职|担任/u },
  { id: 'opens a quotation', pattern: /“[^”]*$/u },
  { id: 'closes a quotation', pattern: /^[^“]*”/u },
  { id: 'opens a bracket', pattern: /（[^）]*$/u },
  { id: 'closes a bracket', pattern: /^[^（]*）/u },
  { id: 'a semicolon', pattern: /；/u },
  { id: 'a line of its own', pattern: /\n/u },
  { id: 'to', pattern: /[到至为]/u },
  { id: 'now', pattern: /目前|如今|现在|累计|总共|已/u },
];
const STOPS = '。！？\n';

/** What governs a figure: an expression, or none; undefined of the first figure of a paragraph. */
export type Governor = { readonly period: FoundPeriod | undefined } | undefined;

/** The most that is counted. */
const upTo = (number: number, most: number): string => (number >= most ? `${most}+` : String(number));

const count = (text: string, characters: string): number => {
  let sum = 0;
  for (let at = 0; at < text.length; at++) if (isAmong(characters, text.charCodeAt(at))) sum++;
  return sum;
};

/**
 * Tells the time expressions that could govern the figure at `index`, each with its signs, nearest first. `periods` are those of the
 * paragraph in text order, as are `quantities`; `before` is what governs the figure before it.
 */
export function tellPeriods(
  text: string,
  periods: readonly FoundPeriod[],
  quantities: readonly Quantity[],
  index: number,
  before: Governor,
  tell: (period: FoundPeriod, signs: readonly string[]) => void,
): void {
  const { start, end, kind } = quantities[index]!;
  let position = periods.length - 1;
  while (position >= 0 && periods[position]!.end > start) position--;
  const figure = signsOfFigure(text, quantities[index]!);
  const goesOn = figure.includes('compares');
  let isTaken = false;
  /** Of what kind the expression is that stands between the one looked at and the figure. */
  let later: string | undefined;
  const apart = index > 0 ? upTo(count(text.slice(quantities[index - 1]!.end, start), STOPS), 2) : 'first';
  const following = periods[position + 1];
  if (following && following.start >= end && !/[，。；：！？,;\n]/u.test(text.slice(end, following.start)))
    tell(following, [...signsBehind(text, quantities[index]!, following), ...figure.map((sign) => `${sign} behind`)]);
  for (let rank = 0; rank < MOST && position - rank >= 0; rank++) {
    const period = periods[position - rank]!;
    if (start - period.end > FAR) return;
    const between = text.slice(period.end, start);
    const passed = later;
    const is = kindOf(text.slice(period.start, period.end));
    later = is;
    if (isHeldAgainst(text, period, between, kind)) continue;
    const sentences = count(between, STOPS);
    const clauses = count(sentences > 0 ? between.slice(between.search(/[^。！？\n]*$/u)) : between, '，；：,;');
    let figures = 0;
    while (figures < 5 && index - 1 - figures >= 0 && quantities[index - 1 - figures]!.start >= period.end) figures++;
    const near = sentences === 0 ? (clauses === 0 ? 'clause' : 'sentence') : 'before';
    const place = `${upTo(sentences, 3)} sentences ${upTo(clauses, 4)} clauses`;
    const previous = text[period.start - 1] ?? '^';
    const next = text.slice(period.end, period.end + 2);
    const cues = CUES.filter(({ pattern }) => pattern.test(between)).map(({ id }) => id);
    // what a plain rule would take: the last one that is neither a base of comparison nor of what is told
    const isOpen: boolean = !isTaken && !period.compared && !cues.includes(TOLD.id) && (near !== 'before' || goesOn);
    isTaken ||= isOpen || near === 'before';
    const as = !before
      ? 'first'
      : before.period === period
        ? 'as before'
        : before.period
          ? 'other before'
          : 'none before';
    const heads = /^[\s\d一二三四五六七八九十、（）()．.]*$/u.test(text.slice(0, period.start)) ? 'heads' : 'inside';
    const density = figures > 0 ? Math.min(4, Math.floor((60 * figures) / between.length)) : 0;
    const only = position === 0 ? 'only' : 'last';
    const signs = [
      `${as} ${apart} ${near}`,
      `${as} ${apart} ${upTo(clauses, 2)} ${is}`,
      `${as} ${goesOn ? 'goes on' : 'begins'} ${near}`,
      `${heads} rank ${upTo(rank, 2)} ${upTo(sentences, 2)}`,
      `rank ${upTo(rank, 2)} ${as} ${near}`,
      ...(passed ? [`passed by ${passed} ${near}`, `${is} passed by ${passed} ${upTo(sentences, 2)}`] : []),
      `${heads} ${only} ${density} ${near}`,
      `${heads} ${is} ${near}`,
      `${heads} ${is} ${density} ${upTo(sentences, 2)}`,
      `${only} ${is} ${density} ${upTo(sentences, 2)}`,
      `${density} dense ${near}`,
      `${density} dense ${place}`,
      `${upTo(quantities.length, 12)} in all ${near}`,
      `${upTo(Math.floor(quantities.length / 4), 4)} fours ${heads} ${only} ${near}`,
      ...(isOpen ? ['last', `last ${near}`, `last ${is}`, `last ${kind} ${near}`, `last ${place}`] : []),
      place,
      `${place} ${is}`,
      `${place} ${goesOn ? 'goes on' : 'begins'}`,
      `${goesOn ? 'goes on' : 'begins'} ${is} ${near}`,
      `rank ${rank} ${near}`,
      `${upTo(figures, 5)} figures ${near}`,
      `${upTo(figures, 2)} figures rank ${upTo(rank, 2)} ${upTo(sentences, 2)}`,
      `${is} ${near}`,
      `${is} ${kind} ${near}`,
      `${is} before ${previous}`,
      `before ${previous}`,
      `before ${text.slice(Math.max(0, period.start - 2), period.start)}`,
      `behind ${next.slice(0, 1)} ${near}`,
      `behind ${next}`,
      `${is} behind ${next.slice(0, 1)}`,
      `${upTo(Math.floor(between.length / 12), 10)} dozens`,
      ...cues.map((id) => `${id} ${near}`),
      ...figure.map((sign) => `${sign} ${near}`),
      ...(period.compared ? [`compared ${near}`] : []),
      ...(between.length < 3 ? [`directly ${between} ${kind}`] : []),
      ...(STOPS.includes(previous) || previous === '^' ? [`begins ${upTo(sentences, 2)}`] : []),
      ...(text.slice(end, end + 6).startsWith('的') ? [`of what follows ${near}`] : []),
    ];
    tell(period, signs);
  }
}

/** 是2019年的2.6倍: what a multiple is held against. */
const isHeldAgainst = (text: string, { start }: FoundPeriod, between: string, kind: Quantity['kind']): boolean =>
  (kind === 'multiple' || kind === 'fraction') &&
  /^的(?:约|近|超|超过|将近)?$/u.test(between) &&
  isAmong('是为于占达', text.charCodeAt(start - 1));

/** Of an expression in the same clause behind the figure: 两名旅客周四抵达. */
function signsBehind(text: string, { end, kind }: Quantity, period: FoundPeriod): string[] {
  const is = kindOf(text.slice(period.start, period.end));
  const between = text.slice(end, period.start);
  return [
    'behind',
    `behind ${is}`,
    `behind ${kind}`,
    `behind so far ${upTo(Math.floor(between.length / 4), 5)}`,
    `behind ${between.slice(-1)}`,
    `behind, then ${text.slice(period.end, period.end + 1)}`,
    `behind from ${between.slice(0, 1)}`,
    ...(/[、和与及“”（）]/u.test(between) ? ['behind other things'] : []),
  ];
}

/** What the figure and the beginning of its clause say. */
function signsOfFigure(text: string, { start, end, kind, unit }: Quantity): string[] {
  let clause = start;
  while (clause > 0 && start - clause < 60 && !isAmong('，。；：！？,;\n', text.charCodeAt(clause - 1))) clause--;
  const words = text.slice(clause, start);
  return [
    `figure ${kind}`,
    `unit ${unit}`,
    `figure behind ${words.slice(-1)}`,
    `figure behind ${words.slice(-2)}`,
    `clause ${words.slice(0, 2)}`,
    `figure before ${text.slice(end, end + 1)}`,
    ...(RELATIVE.test(words) ? ['compares'] : []),
  ];
}
