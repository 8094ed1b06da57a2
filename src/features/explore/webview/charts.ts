import { svg } from './dom';

/*
 * Pictures for those who see; where the numbers stand in tables beside them they are hidden from screen readers. Colours and
 * strokes are set by explore.css, also for high contrast.
 */

const WIDTH = 640;
const HEIGHT = 200;
const EDGE = 72;

const picture = (height: number, ...children: readonly Node[]): SVGElement =>
  svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, width: '100%', class: 'picture', 'aria-hidden': 'true' },
    ...children,
  );

const text = (words: string, x: number | string, y: number, anchor = 'middle'): SVGElement => {
  const made = svg('text', { x, y, 'text-anchor': anchor });
  made.textContent = words;
  return made;
};

/** A part of the width, from 0 to 1, as a bar in a cell. */
export const bar = (share: number): SVGElement =>
  svg(
    'svg',
    { viewBox: '0 0 100 10', width: 160, height: 12, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { x: 0, y: 1, width: Math.max(0.5, share * 100), height: 8, class: 'bar' }),
  );

const ROW = 22;
const NAMES = 220;
/** More bars make no picture. */
const MOST_BARS = 60;

/** Bars below each other with their names and numbers, as a picture of its own. */
export function bars(title: string, counted: readonly { readonly name: string; readonly count: number }[]): SVGElement {
  const shown = counted.slice(0, MOST_BARS);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const width = scale(0, most, 0, WIDTH - NAMES - EDGE);
  const rows = shown.flatMap(({ name, count }, at) => {
    const y = (at + 1) * ROW + 8;
    const label = [...name].length > 16 ? `${[...name].slice(0, 15).join('')}…` : name;
    return [
      text(label, NAMES - 8, y + 14, 'end'),
      svg('rect', { x: NAMES, y: y + 3, width: Math.max(0.5, width(count)), height: ROW - 6, class: 'bar' }),
      text(String(count), NAMES + width(count) + 6, y + 14, 'start'),
    ];
  });
  return picture((shown.length + 1) * ROW + 16, text(title, 8, 16, 'start'), ...rows);
}

export interface Point {
  /** A day, ISO 8601. */
  readonly day: string;
  readonly value: number;
  /** Hollow: aimed at or expected. */
  readonly isHollow: boolean;
  /** Another point of the day says the same more exactly. */
  readonly isRough: boolean;
  readonly label: string;
}

/** In 万 and 亿, as the texts have it. */
const number = (value: number): string =>
  new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 2 }).format(value);

const time = (day: string): number => Date.parse(day);

/** Where a value of a range stands between two ends; in the middle where the range is empty. */
const scale = (low: number, high: number, from: number, to: number) => (value: number) =>
  high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from);

/** Values over time: points with a line between those that were reached, or bars. */
export function series(points: readonly Point[], isBars: boolean): SVGElement {
  const days = points.map(({ day }) => time(day));
  const values = points.map(({ value }) => value);
  const low = Math.min(...values, ...(isBars ? [0] : []));
  const high = Math.max(...values, ...(isBars ? [0] : []));
  const x = scale(Math.min(...days), Math.max(...days), EDGE + 16, WIDTH - EDGE);
  const y = scale(low, high, HEIGHT - 32, 16);
  // of several values for one day the line goes through the one that was said last, unless that is the rougher
  const onLine = points.filter(({ isHollow, isRough }) => !isHollow && !isRough);
  const reached = new Map(onLine.map(({ day, value }) => [day, value]));
  const line = [...reached].map(([day, value]) => `${x(time(day))},${y(value)}`).join(' ');
  return picture(
    HEIGHT,
    svg('line', { x1: EDGE, x2: WIDTH - 16, y1: y(isBars ? 0 : low), y2: y(isBars ? 0 : low), class: 'axis' }),
    text(number(high), EDGE - 6, y(high) + 4, 'end'),
    ...(low === high ? [] : [text(number(low), EDGE - 6, y(low) + 4, 'end')]),
    ...(isBars || reached.size < 2 ? [] : [svg('polyline', { points: line, class: 'line' })]),
    ...points.map(({ day, value, isHollow, label }) => {
      const shape = isBars
        ? svg('rect', {
            ...{ x: x(time(day)) - 6, width: 12, y: Math.min(y(value), y(0)) },
            ...{ height: Math.max(1, Math.abs(y(value) - y(0))), class: isHollow ? 'mark hollow' : 'mark' },
          })
        : svg('circle', { cx: x(time(day)), cy: y(value), r: 4.5, class: isHollow ? 'mark hollow' : 'mark' });
      const title = svg('title', {});
      title.textContent = label;
      shape.append(title);
      return shape;
    }),
    ...[...new Set([points[0]!, points.at(-1)!].map(({ day }) => day))].map((day) =>
      text(day, x(time(day)), HEIGHT - 8),
    ),
  );
}

/** Lines where something stands between a beginning (0) and an end (1). */
export const barcode = (places: readonly number[]): SVGElement =>
  svg(
    'svg',
    { viewBox: '0 0 240 14', width: 240, height: 14, class: 'barcode', 'aria-hidden': 'true' },
    ...places.map((place) => svg('rect', { x: 2 + place * 234, y: 1, width: 2, height: 12, class: 'bar' })),
  );

/** As narrow as a timeline may become, and what stays free at its ends for a mark or half a year's number, in pixels. */
const NARROWEST = 140;
const MARGIN = 16;
const DAY_MS = 86_400_000;
/** Closer years have no room for their numbers, in pixels. */
const YEAR_WIDTH = 30;

/** Where the days between two stand on a timeline, in percent of its width. */
const timelineScale = (first: string, last: string) => {
  const at = scale(time(first), time(last), 0, 100);
  return (day: string): string => `${at(time(day))}%`;
};

/** As wide as there is room: places in it are parts of the width between the margins, which explore.css leaves free. */
const stretched = (
  height: number,
  line: number,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): SVGElement =>
  svg(
    'svg',
    { width: '100%', height, class: 'picture', ...attributes },
    svg('line', { x1: 0, x2: '100%', y1: line, y2: line, class: 'axis' }),
    ...children,
  );

/** The years that begin between two days, as far as there is room for their numbers, over a column of timelines. */
export function yearAxis(first: string, last: string): SVGElement {
  const x = timelineScale(first, last);
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const perYear = ((NARROWEST - 2 * MARGIN) / Math.max(1, (time(last) - time(first)) / DAY_MS)) * 365;
  const step = Math.max(1, Math.ceil(YEAR_WIDTH / perYear));
  const begins = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + 1 + index);
  const ticks = begins.filter((year) => (to - year) % step === 0);
  return stretched(
    18,
    17,
    { 'aria-hidden': 'true' },
    ...(ticks.length === 0 ? [text(String(from), '50%', 11)] : []),
    ...ticks.flatMap((year) => {
      const at = x(`${year}-01-01`);
      return [svg('line', { x1: at, x2: at, y1: 13, y2: 17, class: 'axis' }), text(String(year), at, 11)];
    }),
  );
}

/** Marks on a line from `first` to `last`, each as large as its number of mentions; `label` says the same in words. */
export function timeline(
  marks: readonly { readonly day: string; readonly size: number }[],
  first: string,
  last: string,
  label: string,
): SVGElement {
  const x = timelineScale(first, last);
  const byDay = new Map<string, number>();
  for (const { day, size } of marks) byDay.set(day, (byDay.get(day) ?? 0) + size);
  const title = svg('title', {});
  title.textContent = label;
  const made = stretched(
    20,
    10,
    { role: 'img', 'aria-label': label },
    ...[...byDay].map(([day, size]) =>
      svg('circle', { cx: x(day), cy: 10, r: Math.min(9, 2.5 + Math.sqrt(size)), class: 'mark' }),
    ),
  );
  made.prepend(title);
  return made;
}
