import type { Problem } from '../problem';
import type { Claim } from './claim';

/** What rounding of the figures in a text can explain; beyond it they disagree. */
const POINTS_TOLERANCE = 0.15;
const PERCENT_TOLERANCE = 1;
const MULTIPLE_TOLERANCE = 0.15;

/**
 * Checks what a paragraph states about its own figures: behind `由A增长到B`, in the same sentence, a growth in percent,
 * percentage points or multiples has to follow from A and B. Only exact figures are checked. `text` is the paragraph.
 */
export function checkArithmetic(text: string, claims: readonly Claim[]): Problem[] {
  return claims.flatMap((later, index) => {
    const earlier = later.changedFrom === undefined ? undefined : claims[later.changedFrom];
    const stated = claims[index + 1];
    if (!earlier || !stated || earlier.hedge !== 'exact' || later.hedge !== 'exact' || stated.hedge !== 'exact')
      return [];
    const between = text.slice(later.end, stated.start);
    if (!/^[，,][^。；！？，,]{0,12}$/u.test(between) || earlier.value === 0) return [];
    const computed = changeLike(stated, earlier.value, later.value, earlier.kind === 'percent', between);
    if (computed === undefined || agrees(stated, computed)) return [];
    return [
      {
        code: 'arithmetic',
        span: { start: stated.start, end: stated.end },
        stated: stated.value,
        computed: round(computed),
      },
    ];
  });
}

/** The change from `before` to `after` in the terms in which it is stated. */
function changeLike(
  stated: Claim,
  before: number,
  after: number,
  inPercent: boolean,
  words: string,
): number | undefined {
  if (stated.unit === '百分点') return inPercent ? Math.abs(after - before) : undefined;
  if (stated.kind === 'percent' && !inPercent && /(?:增长|增加|提高|上升|下降|减少|降低|增幅|降幅)/u.test(words)) {
    return (Math.abs(after - before) / before) * 100;
  }
  if (stated.kind === 'multiple' && !inPercent && words.replace(/[，,]/gu, '').length <= 6) {
    return after / before;
  }
  return undefined;
}

function agrees({ unit, kind, value }: Claim, computed: number): boolean {
  if (unit === '百分点') return Math.abs(value - computed) <= POINTS_TOLERANCE;
  if (kind === 'multiple') return Math.abs(value - computed) <= MULTIPLE_TOLERANCE * value;
  return Math.abs(value - computed) <= Math.max(PERCENT_TOLERANCE, value * 0.02);
}

const round = (value: number): number => Math.round(value * 100) / 100;
