import type { Span } from '../../text/span';
import type { Candidate } from '../candidates';
import type { Formula } from '../formula';
import { MEASURE } from '../keyed';
import { GOVERNING_WORD } from '../lists';

/*
 * Items that stand in one run, without a mark between them, each beginning with the character that the formula counts:
 * 全员全过程全方位育人 of 三全育人.
 */

/** How far before the formula such a run may begin, and how far behind it may end. */
const BEFORE = 60;
const BEHIND = 120;
const ITEM = { least: 2, most: 5 };
const RUN = /\p{Script=Han}+/gu;
/** What may stand before a run in the same clause, and behind it. */
const GOVERNED = new RegExp(`(?:^|${GOVERNING_WORD}[了好]?|[的以和与及把对])$`, 'u');
const GOES_ON = /^(?:$|问题|[是的为等之])/u;

/** Every run in which the character stands so often, at about even distances. */
export function readUnmarked(text: string, { start, end, name }: Candidate, { things, numbers }: Formula): Span[][] {
  const key = things[0]?.replace(MEASURE, '')[0] ?? '';
  const [count = 0] = numbers;
  if (things.length !== 1 || key === '' || count < 2 || count > 8) return [];
  const windows = [
    [Math.max(0, start - BEFORE), start],
    [end, end + BEHIND],
  ] as const;
  return windows.flatMap(([from, to]) =>
    [...text.slice(from, to).matchAll(RUN)].flatMap(({ 0: run, index }) => {
      const items = cutAt(run, key, count, name);
      return items ? [items.map((item) => ({ start: from + index + item.start, end: from + index + item.end }))] : [];
    }),
  );
}

function cutAt(run: string, key: string, count: number, name: string): Span[] | undefined {
  const places = [...run].flatMap((character, index) => (character === key ? [index] : []));
  if (places.length !== count || !GOVERNED.test(run.slice(0, places[0]))) return undefined;
  const lengths = places.slice(1).map((place, index) => place - places[index]!);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  if (least < ITEM.least || most > ITEM.most || most - least > 1) return undefined;
  const last = places.at(-1)! + most;
  // 育人 goes on behind 全方位, and is a part of the name
  const behind = run.slice(last);
  if (last > run.length || !(GOES_ON.test(behind) || name.includes(behind.slice(0, 2)))) return undefined;
  return places.map((start, index) => ({ start, end: places[index + 1] ?? last }));
}
