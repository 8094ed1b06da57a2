import { partitionPoint } from '../../text/search';
import type { Target } from '../annotation';

/** A place of the old text whose place in the new one is known. */
export interface FixedPoint {
  readonly old: number;
  readonly now: number;
}

/** Where a passage is expected, as offsets in the text. */
export interface Expectation {
  /** Where the nearest fixed points before and after it put it: two places where the text between them was edited. */
  readonly places: readonly number[];
  /**
   * What says so: nothing but where the passage was last written; the text as last seen, whose fixed points may lie in
   * a copy of the passage's paragraph; other passages that were found without doubt.
   */
  readonly source: 'hint' | 'previous' | 'neighbours';
}

/** Where the passage was last written: all that is known of a passage without neighbours. */
export const expectAtHint = ({ start }: Target): Expectation => ({ places: [start], source: 'hint' });

/** Where the fixed points, sorted by `old`, put `old` now: nowhere where there are none. */
export function placesExpected(points: readonly FixedPoint[], old: number): number[] {
  const next = partitionPoint(points.length, (index) => points[index]!.old <= old);
  const around = [points[next - 1], points[next]].filter((point) => point !== undefined);
  return around.map((point) => point.now + old - point.old);
}

/** How far `start` is from where it is expected. */
export const distance = ({ places }: Expectation, start: number): number =>
  Math.min(...places.map((place) => Math.abs(place - start)));
