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
   * `hint`: only where the passage was last written; `near`: an edit away from there; `exact`: where both places are
   * one, the passage is nowhere else.
   */
  readonly trust: 'hint' | 'near' | 'exact';
}

/** Where the passage was last written: all that is known of a passage without neighbours. */
export const expectAtHint = ({ start }: Target): Expectation => ({ places: [start], trust: 'hint' });

/** Where `old` is expected after edits that left `points`, sorted by `old`, where they are; no place without points. */
export function expect(points: readonly FixedPoint[], old: number): Expectation {
  const next = partitionPoint(points.length, (index) => points[index]!.old <= old);
  const around = [points[next - 1], points[next]].filter((point) => point !== undefined);
  const places = around.map((point) => point.now + old - point.old);
  return { places, trust: places.length === 2 && places[0] === places[1] ? 'exact' : 'near' };
}

/** How far `start` is from where it is expected. */
export const distance = ({ places }: Expectation, start: number): number =>
  Math.min(...places.map((place) => Math.abs(place - start)));
