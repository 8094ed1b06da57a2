import type { Target } from '../annotation';
import { FoldedText } from './foldedText';
import { numberEnd, numberStart } from './numerals';

/** Context written by hand may be a page long; what is further off than this says nothing about the place. */
const CONTEXT_LIMIT = 64;

/** A target as matching sees it: prefix, quote and suffix folded as one text. */
export class Pattern {
  readonly codes: Uint16Array;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** How many characters at the quote's beginning folding has taken away. */
  readonly lead: number;
  /** How many of these it has taken into the last code of the prefix: of a `——` that the quote's start cuts, say. */
  readonly cut: number;
  /** How many characters behind the quote folding has taken into the quote's last code. */
  readonly excess: number;

  constructor(readonly target: Target) {
    const { exact, prefix, suffix } = target;
    const before = prefix.slice(-CONTEXT_LIMIT);
    const end = before.length + exact.length;
    const folded = FoldedText.of(before + exact + suffix.slice(0, CONTEXT_LIMIT));
    this.codes = folded.codes;
    this.quoteStart = folded.indexOf(before.length);
    this.quoteEnd = folded.indexOf(end);
    this.lead = folded.offsetOf(this.quoteStart) - before.length;
    this.cut = Math.max(0, folded.endOf(this.quoteStart - 1) - before.length);
    this.excess = Math.max(0, folded.endOf(this.quoteEnd - 1) - end);
  }

  get prefix(): Uint16Array {
    return this.codes.subarray(0, this.quoteStart);
  }

  get quote(): Uint16Array {
    return this.codes.subarray(this.quoteStart, this.quoteEnd);
  }

  get suffix(): Uint16Array {
    return this.codes.subarray(this.quoteEnd);
  }

  get quoteLength(): number {
    return this.quoteEnd - this.quoteStart;
  }

  /** Whether the numbers that the quote's edges cut, if any, are the same at `[start, end)` of `text`: `|5.2%|` is not `1|5.2%|`. */
  cutsSameNumbers(text: Uint16Array, start: number, end: number): boolean {
    const before = numberStart(this.codes, this.quoteStart);
    const after = numberEnd(this.codes, this.quoteEnd);
    return (
      equalCodes(this.codes.subarray(before, this.quoteStart), text.subarray(numberStart(text, start), start)) &&
      equalCodes(this.codes.subarray(this.quoteEnd, after), text.subarray(end, numberEnd(text, end)))
    );
  }
}

export function equalCodes(a: Uint16Array, b: Uint16Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
