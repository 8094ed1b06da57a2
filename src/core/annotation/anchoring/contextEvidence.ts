/** How far an insertion may push the agreeing words away. */
const REACH = 64;
/** A gap costs as much as the chance agreement of a formula of this many characters brings. */
const GAP_OPEN = 4;
const GAP_EXTEND = 0.05;

/**
 * How many of the codes of `context` speak for a place: those that agree, counted from the place outwards, less what
 * stepping over other words costs. `direction` is -1 where the context ends before `at`, 1 where it begins at `at`.
 */
export function contextEvidence(context: Uint16Array, text: Uint16Array, at: number, direction: -1 | 1): number {
  const run = agreeingRun(context, text, at, direction);
  if (run === context.length) return run;
  const width = Math.min(context.length - run + REACH, (direction < 0 ? at : text.length - at) - run);
  // where the rest of the context, and of the text beside the place, begins
  const inContext = direction < 0 ? context.length - 1 - run : run;
  const inText = direction < 0 ? at - 1 - run : at + run;
  if (!sharesThree(context, inContext, context.length - run, text, inText, width, direction)) return run;
  const scores = new Float64Array(width + 1);
  const gaps = new Float64Array(width + 1);
  for (let column = 0; column <= width; column++) {
    scores[column] = column === 0 ? run : run - GAP_OPEN - column * GAP_EXTEND;
    gaps[column] = Number.NEGATIVE_INFINITY;
  }
  let best = run;
  for (let row = 1; row <= context.length - run; row++) {
    const code = context[inContext + (row - 1) * direction];
    let diagonal = scores[0]!;
    scores[0] = run - GAP_OPEN - row * GAP_EXTEND;
    let gap = Number.NEGATIVE_INFINITY;
    for (let column = 1; column <= width; column++) {
      gap = Math.max(gap, scores[column - 1]! - GAP_OPEN) - GAP_EXTEND;
      gaps[column] = Math.max(gaps[column]!, scores[column]! - GAP_OPEN) - GAP_EXTEND;
      const score = Math.max(
        diagonal + (code === text[inText + (column - 1) * direction] ? 1 : -1),
        gap,
        gaps[column]!,
      );
      diagonal = scores[column]!;
      scores[column] = score;
      if (score > best) best = score;
    }
  }
  return best;
}

const BUCKETS = 1024;

/**
 * Whether three codes in a row of the one may stand in the other, within the given lengths: only then it pays to step over
 * other words. Most places fail it at a small part of the cost of aligning.
 */
function sharesThree(
  a: Uint16Array,
  fromA: number,
  lengthA: number,
  b: Uint16Array,
  fromB: number,
  lengthB: number,
  direction: -1 | 1,
): boolean {
  const pairs = new Uint8Array(BUCKETS);
  for (let step = 0, at = fromA; step + 1 < lengthA; step++, at += direction) {
    pairs[(a[at]! * 31 + a[at + direction]!) & (BUCKETS - 1)] = 1;
  }
  for (let step = 0, at = fromB, shared = 0; step + 1 < lengthB; step++, at += direction) {
    shared = pairs[(b[at]! * 31 + b[at + direction]!) & (BUCKETS - 1)] === 0 ? 0 : shared + 1;
    if (shared === 2) return true;
  }
  return false;
}

/** How many of the codes of `context` speak for a place from right beside it: misread ones count against it. */
export function adjoiningEvidence(context: Uint16Array, text: Uint16Array, at: number, direction: -1 | 1): number {
  let sum = 0;
  let best = 0;
  for (let index = 0; index < context.length; index++) {
    const other = direction < 0 ? at - 1 - index : at + index;
    if (other < 0 || other >= text.length) break;
    sum += context[direction < 0 ? context.length - 1 - index : index] === text[other] ? 1 : -1;
    if (sum > best) best = sum;
  }
  return best;
}

/** How many codes agree without a gap, from the place outwards. */
export function agreeingRun(context: Uint16Array, text: Uint16Array, at: number, direction: -1 | 1): number {
  let run = 0;
  if (direction < 0) {
    while (run < context.length && run < at && context[context.length - 1 - run] === text[at - 1 - run]) run++;
  } else {
    while (run < context.length && at + run < text.length && context[run] === text[at + run]) run++;
  }
  return run;
}
