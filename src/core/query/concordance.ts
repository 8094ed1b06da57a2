import { oneLine } from '../summary/oneLine';
import type { Span } from '../text/span';

/** Words with what stands before and behind them, on one line (KWIC). */
export interface Concordance {
  readonly before: string;
  readonly key: string;
  readonly behind: string;
}

/** How much stands on each side of the key, in characters. */
const REACH = 20;

/** Whole characters, as many as fit, of the paragraph that the words stand in. */
export function concordance(text: string, { start, end }: Span, reach = REACH): Concordance {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const before = oneLine(text.slice(Math.max(lineStart, start - 2 * reach), start));
  const behind = oneLine(text.slice(end, Math.min(next < 0 ? text.length : next, end + 2 * reach)));
  return {
    before: [...before].slice(-reach).join(''),
    key: oneLine(text.slice(start, end)),
    behind: [...behind].slice(0, reach).join(''),
  };
}
