import { readingOf } from '../text/readingText';
import { areasIn } from './regions';

const MARKS = /[\s“”‘’「」『』《》（）()]/gu;
const TIMES =
  /(?:(?:19|20)\d\d(?:[—–-]\d{2,4})?(?:财政)?年?度?|[今去前上当本明同]年|全年|年内)(?:[上下]半年|[一二三四1-4]季度|\d{1,2}(?:[—-]\d{1,2})?月份?)?[底末初]?|[上下]半年|[前第]?[一二三四1-4]季度|\d{1,2}(?:[—-]\d{1,2})?月份?[底末]?/gu;
const LEADING =
  /^(?:其中|当中|截至|截止|到|至|初步|核算|目前|现在|预计|累计|总共|共计?|合计|完成|实现|达到?|已经?|的|为|是|在(?![职建校岗册园线])|，)+/u;
const TRAILING = /(?:可以|一度|修正|已经?|[也均都将仅只就则还约共的中达为是]|达到|累计|合计|总计|大约|全部)+$/u;

/**
 * What is measured, without whose, when, and the words that only join: 煤炭产量 for `2023年全省的煤炭产量`. Two ways of naming
 * the same that differ in more are the same only where a person says so.
 */
export function indicatorName(words: string): string {
  let name = readingOf(words).replace(MARKS, '').replace(TIMES, '');
  for (const { start, end } of areasIn(name).reverse()) name = name.slice(0, start) + name.slice(end);
  const plain = name.replace(LEADING, '').replace(TRAILING, '').replaceAll('的', '');
  // 占…的比重 and 占… are said of the same
  return plain.includes('占') ? plain.replace(/(?<=占.+)(?:比重|比例|份额)$/u, '') : plain;
}

/** Names that tell a kind of measure, and not what is measured: of these alone two figures cannot be compared. */
const BARE =
  /^(?:(?:年|月|日|当月|当年|总|人均|平均|累计)?(?:产量|产值|总量|数量|总额|金额|规模|比重|比例|占比|增速|增幅|增长速度|收入|支出|面积|人数|总数|投资|价格|余额|增加值|里程|总产量|产能|率|量|额|增长|下降|全部|装机|客流|利润|销量|存量|增量|(?:营业|销售|经营)收入|销售额|营业额|贡献率|倍数|时间|期限|因素|金牌|奖牌)|\p{Script=Han}{0,3}(?:国|国家|方|家|企业|个人)|.*因素|对.*贡献率)$/u;

/** Whether a name says what is measured; a share says also of what. */
export const tellsMeasure = (name: string): boolean =>
  [...name].length >= 2 && !BARE.test(name) && !name.startsWith('占');

const TIME_AT_END = new RegExp(`(?:${TIMES.source})$`, 'u');

/** Whether words end with a time. */
export const endsWithTime = (words: string): boolean => TIME_AT_END.test(words);
