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
  const contextAt = (index: number) => context[direction < 0 ? context.length - 1 - index : index]!;
  const textAt = (index: number) => text[direction < 0 ? at - 1 - index : at + index]!;
  const width = Math.min(context.length - run + REACH, (direction < 0 ? at : text.length - at) - run);
  if (!sharesThree(contextAt, textAt, run, context.length, run + width)) return run;
  const scores = new Float64Array(width + 1);
  const gaps = new Float64Array(width + 1);
  for (let column = 0; column <= width; column++) {
    scores[column] = column === 0 ? run : run - GAP_OPEN - column * GAP_EXTEND;
    gaps[column] = Number.NEGATIVE_INFINITY;
  }
  let best = run;
  for (let row = 1; row <= context.length - run; row++) {
    const code = contextAt(run + row - 1);
    let diagonal = scores[0]!;
    scores[0] = run - GAP_OPEN - row * GAP_EXTEND;
    let gap = Number.NEGATIVE_INFINITY;
    for (let column = 1; column <= width; column++) {
      gap = Math.max(gap, scores[column - 1]! - GAP_OPEN) - GAP_EXTEND;
      gaps[column] = Math.max(gaps[column]!, scores[column]! - GAP_OPEN) - GAP_EXTEND;
      const score = Math.max(diagonal + (code === textAt(run + column - 1) ? 1 : -1), gap, gaps[column]!);
      diagonal = scores[column]!;
      scores[column] = score;
      if (score > best) best = score;
    }
  }
  return best;
}

const BUCKETS = 1024;

/**
 * Whether three codes in a row of the one may stand in the other, both from `from` on: only then it pays to step over
 * other words. Most places fail it at a small part of the cost of aligning.
 */
function sharesThree(a: (index: number) => number, b: (index: number) => number, from: number, toA: number, toB: number) {
  const pairs = new Uint8Array(BUCKETS);
  const bucket = (first: number, second: number) => (first * 31 + second) & (BUCKETS - 1);
  for (let at = from; at + 1 < toA; at++) pairs[bucket(a(at), a(at + 1))] = 1;
  for (let at = from, shared = 0; at + 1 < toB; at++) {
    shared = pairs[bucket(b(at), b(at + 1))] === 0 ? 0 : shared + 1;
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
