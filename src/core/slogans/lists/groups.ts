import type { Span } from '../../text/span';
import { DEFINING } from '../definition';
import type { Formula } from '../formula';
import { ANY, COMMA, firstOf, split, trimEnd, trimItems } from '../lists';

/*
 * What a formula of several numbers stands for, told group by group, each under its heading: 5+3，即设置5个办公室：A、B、C、D、E；3个中心：F、G、H.
 */

const REACH = 400;
const GROUP = '；;。';
const OPENS = new RegExp(`^[^；。\\n]{0,24}?(?:[（(：]|${DEFINING})`, 'u');
const HEADING = /^[^：:；。，\n]{0,24}[：:]/u;

/** 一减少、二达到是指A；B，C: a group without a heading, of just so many clauses or elements in plain words. */
function asMany(text: string, { start, end }: Span, count: number): Span[] | undefined {
  if (NOT_PLAIN.test(text.slice(start, end))) return undefined;
  return [COMMA, '、']
    .map((marks) => trimItems(text, split(text, start, end, marks)))
    .find(({ length }) => length === count);
}
/** Quotations, headings, definitions and figures. */
const NOT_PLAIN = new RegExp(`[“「—―：]|[，、]${DEFINING}|\\d[.%万亿]`, 'u');

/** The items of so many groups behind `at` as the formula has numbers, each as many as its number says. */
export function readGroups(text: string, at: number, { numbers }: Formula): Span[] | undefined {
  if (numbers.length < 2) return undefined;
  const limit = firstOf(text, at, Math.min(text.length, at + REACH), '\n');
  const open = OPENS.exec(text.slice(at, limit))?.[0].length ?? 0;
  const groups = split(text, at + open, trimEnd(text, at, limit), GROUP).slice(0, numbers.length);
  if (groups.length < numbers.length) return undefined;
  const mayBePlain = open > 0 && groups.slice(0, -1).every(({ end }) => text[end] !== '。');
  const items: Span[] = [];
  for (const [index, { start, end }] of groups.entries()) {
    const count = numbers[index]!;
    const words = text.slice(start, end);
    const heading = HEADING.exec(words)?.[0].length;
    // 1个自设机构，由街道设定
    const counted = count === 1 && /^[1一]\p{Script=Han}/u.exec(words)?.[0].length;
    const own = heading
      ? trimItems(text, split(text, start + heading, end, ANY))
      : counted
        ? [{ start: start + counted, end: firstOf(text, start, end, '，,）)') }]
        : mayBePlain
          ? asMany(text, { start, end }, count)
          : undefined;
    if (own?.length !== count) return undefined;
    items.push(...own);
  }
  return items;
}
