/*
 * What single characters are in Chinese numerals.
 */

/** By code unit, the digit that a numeral is, or -1. */
const hanDigits = new Int8Array(0x10000).fill(-1);
for (const [numeral, value] of Object.entries({
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
}))
  hanDigits[numeral.charCodeAt(0)] = value;
export const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
export const HAN_SCORES: Readonly<Record<string, number>> = { 廿: 2, 卅: 3 };
export const HAN_MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };
const TRILLION = /^兆(?=[元多余\d零一二两三四五六七八九十百千万亿]|[美欧日韩新台港]元|人民币|令吉|卢比)/u;
const TRILLION_OF_DECIMALS =
  /^兆(?!瓦|赫|帕|字|比特|伏|欧|焦|宽带|带宽|网|流量|光纤|每秒|文件|图|照片|内存|的|[\p{Script=Latin}/])/u;

/**
 * Whether the 兆 at `at` is a million million, as in amounts (台湾), and no part of a unit (兆瓦) or a unit (100兆). Behind a decimal
 * (1.53兆增加到1.62兆) it is, but where data or a current is measured.
 */
export function isTrillion(text: string, at: number, isDecimal: boolean): boolean {
  const words = text.slice(at, at + 4);
  return TRILLION.test(words) || (isDecimal && TRILLION_OF_DECIMALS.test(words));
}

/** What makes 百, 千 a part of a unit or word instead of a magnitude: 千瓦, 千克, 百分点. */
export const NOT_A_MAGNITUDE: Readonly<Record<string, string>> = { 千: '瓦克米伏卡帕焦赫', 百: '分' };

export const hanDigit = (character: string | undefined): number =>
  character ? hanDigits[character.charCodeAt(0)]! : -1;

/** Multiplication by powers of ten leaves traces of binary fractions: 11.93 × 10⁸ is 1193000000. */
export const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

const MORE = '多余来';
/** 多 and 余 belong to a number only before a unit or magnitude, not where they begin a word of their own. */
export const isMore = (text: string, at: number): boolean =>
  MORE.includes(text[at]!) &&
  !/^(?:多(?:年来|么|数|样|元[化文主]|次|方|双|边|种形|渠|措|维|点|层|功|用)|来[自源到年看说])/u.test(
    text.slice(at, at + 3),
  );
