import { readingOf } from '../text/readingText';
import { endsWithTime, indicatorName, tellsMeasure } from './indicatorName';

/** A figure before another one of the same sentence: what it measures, and where it ends in the sentence. */
export interface FigureBefore {
  readonly words: string;
  readonly end: number;
}

/** Where a clause begins. */
const STOP = /[，,。；;：:！？!?“”]/u;
/** Between what is measured and its figure. */
const BRIDGE = /^(?<rest>比[例重]?|份额)(?:为|是|达到?|[:：])?(?:约|近|超过)?$/u;
/** Ⅰ—Ⅲ类: the noun begins before the dash. */
const DASH = /[—–\-~]$/u;
const OWN_LEVEL = /[全我本该]$/u;
const LEVEL = /^[省市县区州盟旗](?!级|场|域|值|属|管)/u;
/** 1682.15亿元，占…的比重: of what the figure before it tells. */
const SHARE_OF_THAT = /^，(?:仅|约|已)?$/u;
/** 煤层气方面， */
const TOPIC = /(?:^|[。；，“])(?<topic>[\p{Script=Han}]{2,10})方面，$/u;
/** A clause with these is no noun. */
const NO_NOUN =
  /[把对向给从由被让使较了着过于“”（）]|(?<!占)比(?![例重率值]|$)|在(?!校|职|建|岗|册|园)|增长|下降|降低|提高|增加|减少|上升|超过|同比|环比|其中|每|预计|目标|力争/u;
/** In characters; what is longer says more than a noun does. */
const SHORTEST = 4;
const LONGEST = 24;

/**
 * What a figure measures, in as many words as tell it from others: what stands in its clause where `written`, the noun at the
 * figure, names no more than a kind of measure (人数 of 基本养老保险覆盖人数), where a time has cut it (市场2021年成交量), or where
 * the sentence has named the matter before. `before` is the sentence up to the figure, in the reading text.
 */
export function measuredWords(before: string, written: string, previous: FigureBefore | undefined): string {
  const noun = readingOf(written).replace(/\s+/gu, '');
  const at = noun === '' ? -1 : before.lastIndexOf(noun);
  // it stands elsewhere: behind the figure, or in an earlier sentence
  if (noun !== '' && at < 0) return written;
  const start = noun === '' ? before.length : at;
  const behind = noun === '' ? '' : before.slice(start + noun.length);
  const clause = clauseStart(before, start, previous?.end ?? 0);
  const lead = before.slice(clause, start);
  if (noun.startsWith('占') && previous && SHARE_OF_THAT.test(before.slice(previous.end, start)) && previous.words)
    return previous.words + noun;
  if (LEVEL.test(noun) && OWN_LEVEL.test(lead)) return lead.slice(-1) + noun;
  const whole = noun + (noun === '' ? '' : (BRIDGE.exec(behind)?.groups?.rest ?? ''));
  const isCut = !tellsMeasure(indicatorName(whole)) || endsWithTime(lead) || DASH.test(lead);
  if (!isCut) return whole === noun ? written : whole;
  const found = lead + (noun === '' ? '' : whole);
  if (clause > (previous?.end ?? 0) - 1 && isNoun(found, whole)) return found;
  const topic = TOPIC.exec(before.slice(0, clause))?.groups?.topic;
  return topic !== undefined && noun !== '' && !NO_NOUN.test(lead) ? topic + whole : whole === noun ? written : whole;
}

function clauseStart(before: string, at: number, from: number): number {
  let start = at;
  while (start > from && !STOP.test(before[start - 1]!)) start--;
  return start;
}

/** Whether words tell, without times and areas, what is measured, and more than `noun` alone does. */
function isNoun(words: string, noun: string): boolean {
  const name = indicatorName(words);
  const length = [...name].length;
  return (
    length >= SHORTEST &&
    length <= LONGEST &&
    name.endsWith(indicatorName(noun)) &&
    !NO_NOUN.test(name) &&
    tellsMeasure(name)
  );
}
