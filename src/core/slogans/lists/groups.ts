import type { Span } from '../../text/span';
import type { Formula } from '../formula';
import { ANY, firstOf, split, trimEnd, trimItems } from '../lists';

/*
 * What a formula of several numbers stands for, told group by group, each under its heading: 5+3，即设置5个办公室：A、B、C、D、E；3个中心：F、G、H.
 */

const REACH = 400;
const GROUP = '；;。';
const HEADING = /^[^：:；。，\n]{0,24}[：:]/u;

/** The items of so many groups behind `at` as the formula has numbers, each as many as its number says. */
export function readGroups(text: string, at: number, { numbers }: Formula): Span[] | undefined {
  if (numbers.length < 2) return undefined;
  const limit = firstOf(text, at, Math.min(text.length, at + REACH), '\n');
  const open = /^[^；。\n]{0,24}?[（(：]/u.exec(text.slice(at, limit))?.[0].length ?? 0;
  const groups = split(text, at + open, trimEnd(text, at, limit), GROUP).slice(0, numbers.length);
  if (groups.length < numbers.length) return undefined;
  const items: Span[] = [];
  for (const [index, { start, end }] of groups.entries()) {
    const heading = HEADING.exec(text.slice(start, end))?.[0].length;
    if (!heading) {
      // 1个自设机构，由街道设定
      const counted = numbers[index] === 1 && /^[1一]\p{Script=Han}/u.exec(text.slice(start, end))?.[0].length;
      if (!counted) return undefined;
      items.push({ start: start + counted, end: firstOf(text, start, end, '，,）)') });
      continue;
    }
    const own = trimItems(text, split(text, start + heading, end, ANY));
    if (own.length !== numbers[index]) return undefined;
    items.push(...own);
  }
  return items;
}
