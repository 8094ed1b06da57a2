import type { Target } from '../annotation';
import { FoldedText, wordsOf } from './foldedText';

/** Context written by hand may be a page long; what is further off than this says nothing about the place. */
export const CONTEXT_LIMIT = 128;
/** As much context as a passage gets whose words stand nowhere else: long enough to tell, short enough to read in a diff. */
export const USUAL_CONTEXT = 32;

/** A target as matching sees it: prefix, quote and suffix folded as one text. */
export class Pattern {
  readonly codes: Uint16Array;
  readonly prefix: Uint16Array;
  readonly quote: Uint16Array;
  readonly suffix: Uint16Array;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** How many characters at the quote's beginning folding has taken away. */
  readonly lead: number;
  /** How many of these it has taken into the last code of the prefix: of a `——` that the quote's start cuts, say. */
  readonly cut: number;
  /** How many characters behind the quote folding has taken into the quote's last code. */
  readonly excess: number;
  /** How many codes of the context stand in the same line as the quote's beginning, and as its end. */
  readonly lineBefore: number;
  readonly lineAfter: number;
  /** How many codes of the quote stand before its first line end and behind its last one; undefined within one line. */
  readonly torn: { readonly head: number; readonly tail: number } | undefined;
  readonly folded: FoldedText;

  constructor(readonly target: Target) {
    const { exact, prefix, suffix } = target;
    const before = prefix.slice(-CONTEXT_LIMIT);
    const end = before.length + exact.length;
    const folded = FoldedText.of(before + exact + suffix.slice(0, CONTEXT_LIMIT));
    this.folded = folded;
    this.codes = folded.codes;
    this.quoteStart = folded.indexOf(before.length);
    this.quoteEnd = folded.indexOf(end);
    this.prefix = this.codes.subarray(0, this.quoteStart);
    this.quote = this.codes.subarray(this.quoteStart, this.quoteEnd);
    this.suffix = this.codes.subarray(this.quoteEnd);
    this.lead = folded.offsetOf(this.quoteStart) - before.length;
    this.cut = Math.max(0, folded.endOf(this.quoteStart - 1) - before.length);
    this.excess = Math.max(0, folded.endOf(this.quoteEnd - 1) - end);
    const { text } = folded;
    const lineStart = text.lastIndexOf('\n', before.length - 1) + 1;
    const lineEnd = text.indexOf('\n', end);
    this.lineBefore = before.length === 0 ? 0 : this.quoteStart - folded.indexOf(lineStart);
    this.lineAfter = (lineEnd < 0 ? folded.length : folded.indexOf(lineEnd)) - this.quoteEnd;
    const words = exact.trim();
    const first = words.indexOf('\n');
    this.torn =
      first < 0
        ? undefined
        : {
            head: folded.indexOf(text.indexOf('\n', before.length + exact.indexOf(words))) - this.quoteStart,
            tail: this.quoteEnd - folded.indexOf(before.length + exact.lastIndexOf(words) + words.lastIndexOf('\n')),
          };
  }

  /** Whether the words are known to stand elsewhere too: context that is longer than usual says so, or has them again. */
  get isRepeated(): boolean {
    const { prefix, suffix, occurrence } = this.target;
    if (occurrence !== undefined || prefix.length > USUAL_CONTEXT || suffix.length > USUAL_CONTEXT) return true;
    const quote = wordsOf(this.quote);
    return wordsOf(this.prefix).includes(quote) || wordsOf(this.suffix).includes(quote);
  }

  /**
   * Whether the text began with the prefix, or ended with the suffix: less context than usual says so, except where it was
   * written by hand. Words that stand before or behind it now were not there.
   */
  get beganText(): boolean {
    return this.target.start === this.target.prefix.length;
  }

  get endedText(): boolean {
    const { prefix, suffix } = this.target;
    return suffix.length < USUAL_CONTEXT && (prefix.length >= USUAL_CONTEXT - 1 || this.beganText);
  }

  get isAtEdge(): boolean {
    return this.beganText || this.endedText;
  }

  get quoteLength(): number {
    return this.quoteEnd - this.quoteStart;
  }
}

export function equalCodes(a: Uint16Array, b: Uint16Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
