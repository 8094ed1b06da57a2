import { isAmong } from '../text/characters';
import type { Span } from '../text/span';
import { seriesWithin } from './enumeration';
import { type Formula, itemCounts } from './formula';
import { runsOf } from './runs';

/*
 * Things told first, and their name behind them: 既要A，又要B，这就是我们讲的“两要”; 首先A；其次B。业内称作“两步法”; 由A、
 * B组成的“两道门”. What stands between names them or points back at them; their number and their likeness do the rest.
 */

const MARK = '[^，。；：！？、“”「」（）\\n]';
/** A word for giving a name, and whom or what it names. */
const CALLS =
  '(?:称作|称为|称之为|称其为|[叫唤]作|叫做|叫|取名|得名|名为|定名为?|(?:概括|归纳|总结|提炼|凝练|浓缩|归结|合并|简化)[为成]|合称|统称|并称|简称|俗称|通称|并作|[说编记写喊念][成作为]|是谓|谓之|人称|号称|誉为|命名为|名曰|概称)';
/** What points back at the things, or says that they are the same as what follows. */
const IDENTIFIES = `(?:(?:这|这些|以上|上述|此|合起来|加起来|连起来)${MARK}{0,8}?(?:就|便|正|也|都)?是|[也亦]就是|即是|便是|正是)`;
const FORMS = '(?:组成|构成|形成|汇成|合成|织成|搭成|串成|凑成)(?:了|的|起)?';
const NAMING = new RegExp(
  `^(?:${MARK}{0,16}${CALLS}${MARK}{0,8}|${MARK}{0,12}${IDENTIFIES}${MARK}{0,14}|${MARK}{0,6}(?:这|以上|上述)(?:[套种些组])?|${FORMS}${MARK}{0,4})$`,
  'u',
);
const NEGATED = /不(?:是|叫|能|算|等|光|只|仅|再|同)|并非|没有|[了过]$/u;
const POINTS_BACK = /[这此它其]|以上|上述|合起来|加起来|连起来/u;
const STATED = /([两二三四五六七八九十])(?:个|样|件|条|项|点|种|步|句|方面)/u;
const NUMBERS = '零一二三四五六七八九十';

/** How far back the list ends, and begins. */
const GAP = 64;
const REACH = 240;
const THRESHOLD = 3;

/** Reads the things that the formula at `at` names, its opening mark left out. */
export function readNamedAfter(text: string, at: number, formula: Formula): readonly Span[] | undefined {
  let best: Weighed | undefined;
  const floor = Math.max(0, at - GAP);
  let marks = 0;
  for (let end = at; end > floor && marks < 3; end--) {
    const mark = text[end - 1]!;
    const isForming = isAmong('组构形汇合织搭串凑', text.charCodeAt(end)) && text[end + 1] === '成';
    if (!isAmong('，。；—\n', text.charCodeAt(end - 1)) && !isForming) continue;
    if (!isForming) marks++;
    const between = text.slice(end, at);
    const link = between.split('，').at(-1)!;
    if (!NAMING.test(link) || NEGATED.test(link) || /[。；：？！\n“”「」]/u.test(between)) continue;
    const isOwnSentence = !isForming && /[。\n]/u.test(mark);
    if (isOwnSentence && !POINTS_BACK.test(between)) continue;
    const found = listEndingAt(text, isForming ? end : end - 1, between, formula);
    if (found && found.weight > (best?.weight ?? 0)) best = found;
  }
  return best?.items;
}

interface Weighed {
  readonly items: readonly Span[];
  readonly weight: number;
}

function listEndingAt(text: string, end: number, between: string, formula: Formula): Weighed | undefined {
  const floor = Math.max(0, end - REACH);
  const stated = STATED.exec(between)?.[1];
  const told = stated === '两' ? 2 : NUMBERS.indexOf(stated ?? '零');
  let start = end;
  while (start > floor && !isAmong('。；：？！\n—', text.charCodeAt(start - 1))) start--;
  let best: Weighed | undefined;
  const whole = formula.numbers.reduce((sum, number) => sum + number, 0);
  for (const count of itemCounts(formula)) {
    if (count < 2) continue;
    // that there are as many things as the formula has parts says less than that its numbers count them
    // a formula of several numbers is nearly always spelled out as a whole
    const counted = (told === count ? 2 : 0) + (/这些|以上|合起来|加起来|加在一/u.test(between) ? 1 : 0);
    const partial = count === whole ? 0 : 5;
    for (const { items, likeness } of runsOf(text, start, end, count, true)) {
      const weight = likeness + counted + (carryKeys(text, items, formula) ? 2 : 0);
      if (weight >= THRESHOLD && weight - partial > (best?.weight ?? 0)) best = { items, weight: weight - partial };
    }
    // the parts of several sentences or of a row of semicolons, counted off
    const series = seriesWithin(text, floor, end, count);
    if (series) return { items: series, weight: 9 };
  }
  return best;
}

/** Whether each item holds a word that the formula counts: 改 or 适 of 三改三适. */
function carryKeys(text: string, items: readonly Span[], { things }: Formula): boolean {
  return items.every(({ start, end }) => things.some((thing) => text.slice(start, end).includes(thing[0]!)));
}
