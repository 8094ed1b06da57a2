import { readingOf } from '../text/readingText';
import type { WordedText } from './refineIndicator';

/** Whose figure it is, where that goes without saying in a transcript of one place. */
const OWN = /^(?:全省|我省|本省|省内|全市|我市|本市|市内|全县|我县|本县|全区|我区|本区|区内|本地|当地)$/u;
/** Words that only join others, or say that things are counted. */
const IDLE = /^(?:的|之|所|等|方面|情况|数量|总数|个数|户数|家数)$/u;
/** Ways of saying the same. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^(?:我国|国内)$/u, '全国'],
  [/^(?:比重|比例|所占比重|所占比例|占比重|占有率)$/u, '占比'],
  [/^总(产量|产值|面积|装机|里程|额|量|规模|投资|收入|人数)$/u, '$1'],
];

/**
 * A key that is the same for indicators which differ only in wording: in the order of their words, in 全省 or 我省, 比重 or
 * 占比, 的 or none, traditional or simplified characters. Numbers in it count: 5年 and 10年 are two.
 */
export function indicatorKey({ text, words }: WordedText): string {
  const parts = words.flatMap(({ start, end }) => {
    const word = readingOf(text.slice(start, end)).toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(word) || OWN.test(word) || IDLE.test(word)) return [];
    return [SAME.reduce((same, [pattern, name]) => same.replace(pattern, name), word)];
  });
  // segmenters cut 占比 and 所占比重
  const joined = parts
    .join(' ')
    .replace(/占 占?比/gu, '占比')
    .split(' ');
  return joined.sort().join(' ') || readingOf(text);
}
