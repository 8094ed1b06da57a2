import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

/** One numbered point of an answer (一是…, 第一，…) with the points inside it. Spans everything up to the next one. */
export interface Point extends Span {
  /** The enumerator: 一是, 第二, 首先. */
  readonly mark: Span;
  /** What the point is about: its words up to the first comma or stop. */
  readonly title: Span;
  readonly children: readonly Point[];
}

type OpenPoint = { -readonly [Key in keyof Point]: Point[Key] } & { children: OpenPoint[] };

interface Series {
  readonly family: number;
  number: number;
  readonly list: OpenPoint[];
}

const NUMBER = '[一二三四五六七八九十]{1,2}';
/** Families of enumerators; only where a clause begins. */
const MARK = new RegExp(
  String.raw`(?<=^|[。；;：:，！？!?”\n]\s{0,4})(?:(${NUMBER})是(?!否)|第(${NUMBER})(?=[，、：:])|(首先|其次|再次|最后)(?=[，、])|[（(](${NUMBER})[)）]|(${NUMBER})、)`,
  'gmu',
);
/** A title without any comma is cut here. */
const TITLE_LENGTH = 32;
const ORDER = ['首先', '其次', '再次', '最后'];
const HAN = '一二三四五六七八九';

/** 1 for 一, 12 for 十二. */
function numberOf(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const ten = words.includes('十') ? (tens === '' ? 1 : HAN.indexOf(tens!) + 1) : 0;
  return ten * 10 + (ones === '' ? 0 : HAN.indexOf(ones!) + 1);
}

/**
 * The numbered points in `[start, end)` of `text` (a turn's body), series inside points as their children. A series
 * begins with its first number and goes on with the next; other numbers are no points.
 */
export function findPoints(text: string, { start, end }: Span): Point[] {
  const body = text.slice(start, end);
  const roots: OpenPoint[] = [];
  const open: Series[] = [];
  for (const match of matchesOf(MARK, body)) {
    const family = match.slice(1).findIndex((group) => group !== undefined);
    const written = match[family + 1]!;
    const number = family === 2 ? ORDER.indexOf(written) + 1 : numberOf(written);
    const known = open.findIndex((series) => series.family === family);
    const isNext = known >= 0 && (open[known]!.number + 1 === number || written === '最后');
    if (!isNext && number !== 1) continue;
    if (known >= 0) open.length = isNext ? known + 1 : known;
    if (!isNext) {
      const parent = open.at(-1)?.list.at(-1);
      open.push({ family, number: 0, list: parent ? parent.children : roots });
    }
    const series = open.at(-1)!;
    series.number = number;
    const from = start + match.index;
    const behind = from + match[0].length;
    const lineEnd = body.indexOf('\n', match.index);
    series.list.push({
      start: from,
      end: lineEnd < 0 ? end : start + lineEnd,
      mark: { start: from, end: behind },
      title: { start: from, end: Math.min(end, titleEnd(text, behind)) },
      children: [],
    });
  }
  close(roots, end);
  return roots;
}

/** Where the words that name a point end, whose mark ends at `from`: at the first comma or stop behind its own. */
function titleEnd(text: string, from: number): number {
  const window = text.slice(from, from + TITLE_LENGTH);
  const [whole] = /^[，、：:\s]*[^，。；：:！？]*/u.exec(window)!;
  return from + whole.length;
}

/** Each point reaches to the next of its series, the last to the end of its own paragraph or of what it holds. */
function close(points: OpenPoint[], end: number): void {
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (next) point.end = Math.max(point.mark.end, next.start);
    // what a point holds may stand in later paragraphs than its own
    const limit = next?.start ?? end;
    close(point.children, limit);
    // a line break may cut the title
    point.title = { start: point.title.start, end: Math.min(point.title.end, limit) };
    point.end = Math.min(Math.max(point.end, point.title.end, point.children.at(-1)?.end ?? 0), limit);
  });
}
