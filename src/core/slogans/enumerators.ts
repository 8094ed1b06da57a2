/*
 * The marks and words with which one thing after another is counted off, at the beginning of a clause. `readEnumeration`
 * asks for them in their order; other readers only pass over them to the words of the item.
 */

const ORDER = '[一二三四五六七八九十]';
/** What an ordinal counts: 第一个, 第二步; no first character of the item itself (第一不准…). */
const MEASURE = '(?:[个步条项点招件场道关层类种句张手样环]|方面)';
/** 叫, 是, 就是 between an ordinal and its item. */
const CALLED = '(?:就?[是叫]作?|要(?=..))?';

/** 一是, 第一个叫, 其二, 首先, 最后一个, 还有一个是, 一手, ①, （一）, 1.; also 左边是, 前一个是: where in a pair or row it stands. */
export const COUNTED_OFF = new RegExp(
  `^(?:${ORDER}(?:是|要(?=..))|第${ORDER}${MEASURE}?${CALLED}|其${ORDER}(?:就?是)?|(?:首先|其次|再次|最后)(?:一[个条项招步样])?${CALLED}|(?:还有|另有|再有|另|再)?一(?:(?:[个条种项张招]|方面)就?[是叫要]|[手头](?=抓))|[①-⑩][、.．]?|[（(]${ORDER}[)）]|[（(]?\\d[)）.．、](?!\\d)|(?:左|右|前|后|上|下|里|外|东|西|南|北|中间|另|一)(?:边|面|侧|头|端|一个|一项|者)?(?:说的|讲的|指的|那个)?就?[是为叫])`,
  'u',
);

/** Words before the last, or a further, element of a list: A、B，还有C; A、B，再加上C. */
export const ADDED = /^(?:以及|还有|(?:再|另外?|外)加上?(?=\p{Script=Han}{2})|加上|同时还有|最后是)/u;

/** 既要A，又要B，还要C: each clause of a row begins with another of these. */
export const ROW = /^(?:既|又|还|也|更|再|而且|并且)(?:要|能|有|得|须|需|可以|必须)?(?=..)/u;
