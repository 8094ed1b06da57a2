/** Weights of an alignment, in tenths. */
const MATCH = 20;
/** A misread character must cost less than the gap pair that would step over it. */
const MISMATCH = -20;
/** Opening a gap must cost more than a chance match of two characters brings. */
const GAP_OPEN = -50;
/** One insertion of sixty characters is one event: going on with a gap costs next to nothing. */
const GAP_EXTEND = -1;

const Step = { stop: 0, diagonal: 1, skipText: 2, skipPattern: 3 } as const;
/** Set beside a step: the gap that leads here was already open one cell before. */
const TEXT_GAP_OPEN = 4;
const PATTERN_GAP_OPEN = 8;

/**
 * The best local alignment of `pattern` with the codes `[from, to)` of `text` (Gotoh): for each code of the pattern the
 * index of the text's code that it stands against, equal or not, or -1. Takes the product of both lengths.
 */
export function align(pattern: Uint16Array, text: Uint16Array, from: number, to: number): Int32Array {
  const height = pattern.length;
  const width = Math.max(0, to - from);
  const steps = new Uint8Array((height + 1) * (width + 1));
  const scores = new Int32Array(width + 1);
  const patternGaps = new Int32Array(width + 1).fill(-1_000_000);
  let best = 0;
  let bestRow = 0;
  let bestColumn = 0;
  for (let row = 1; row <= height; row++) {
    const code = pattern[row - 1]!;
    const line = row * (width + 1);
    let diagonal = 0;
    let textGap = -1_000_000;
    for (let column = 1; column <= width; column++) {
      let step = 0;
      const opensText = scores[column - 1]! + GAP_OPEN;
      if (textGap + GAP_EXTEND > opensText) {
        textGap += GAP_EXTEND;
        step |= TEXT_GAP_OPEN;
      } else textGap = opensText;
      const opensPattern = scores[column]! + GAP_OPEN;
      if (patternGaps[column]! + GAP_EXTEND > opensPattern) {
        patternGaps[column]! += GAP_EXTEND;
        step |= PATTERN_GAP_OPEN;
      } else patternGaps[column] = opensPattern;
      let score = diagonal + (code === text[from + column - 1] ? MATCH : MISMATCH);
      let direction: number = Step.diagonal;
      if (textGap > score) {
        score = textGap;
        direction = Step.skipText;
      }
      if (patternGaps[column]! > score) {
        score = patternGaps[column]!;
        direction = Step.skipPattern;
      }
      if (score <= 0) {
        score = 0;
        direction = Step.stop;
      }
      diagonal = scores[column]!;
      scores[column] = score;
      steps[line + column] = step | direction;
      if (score > best) {
        best = score;
        bestRow = row;
        bestColumn = column;
      }
    }
  }
  return trace(steps, width, height, from, bestRow, bestColumn);
}

function trace(steps: Uint8Array, width: number, height: number, from: number, bestRow: number, bestColumn: number) {
  const against = new Int32Array(height).fill(-1);
  let row = bestRow;
  let column = bestColumn;
  while (row > 0 && column > 0) {
    const step = steps[row * (width + 1) + column]!;
    const direction = step & 3;
    if (direction === Step.stop) break;
    if (direction === Step.diagonal) {
      against[--row] = from + --column;
      continue;
    }
    const flag = direction === Step.skipText ? TEXT_GAP_OPEN : PATTERN_GAP_OPEN;
    for (let open = true; open; ) {
      open = (steps[row * (width + 1) + column]! & flag) !== 0;
      if (direction === Step.skipText) column--;
      else row--;
    }
  }
  return against;
}
