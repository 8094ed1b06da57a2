import type { Span } from '../../text/span';
import { adjoiningEvidence, contextEvidence } from './contextEvidence';
import type { DoubledEdges } from './doubledEdges';
import { type Figure, type FigureReader, figuresAt, sameFigures } from './figures';
import type { FoldedText } from './foldedText';
import { sameButForNumerals } from './numerals';
import { equalCodes, type Pattern } from './pattern';

/** A place where the passage may stand, and what speaks for it. */
export interface Place {
  /** In codes of the folded text. */
  readonly start: number;
  readonly end: number;
  /** In the text itself. */
  readonly span: Span;
  /** How the words there compare with the quote. */
  readonly words: 'equal' | 'revised' | 'changed';
  /** How many characters of the quote stand there, in order. */
  readonly agreeing: number;
  /** How many characters of the context before and after speak for the place, be they beside it or only near it. */
  readonly before: number;
  readonly after: number;
  /** Those right beside it: what stands near it also stands near a mention that is not meant. */
  readonly adjoiningBefore: number;
  readonly adjoiningAfter: number;
  /** Whether other words stand where the passage's own line went on, though no paragraph ends between. */
  readonly contradictedBefore: boolean;
  readonly contradictedAfter: boolean;
  /** Whether most of what stood in the passage's own line before its beginning, or behind its end, is other words there. */
  readonly isOtherBefore: boolean;
  readonly isOtherAfter: boolean;
  /** Whether all that stood in the passage's own line on a side of it is other words there: a row of another name. */
  readonly isOtherRow: boolean;
  /** What stands there may have been another passage in the text as last seen, or be a copy put at an edge of the text. */
  readonly isContested?: boolean;
}

/** All that speaks for a place, in characters. */
export const evidence = ({ agreeing, before, after }: Place): number => agreeing + before + after;

/** Context that agrees in so many characters somewhere near the place does not contradict it. */
const SOME_CONTEXT = 8;

/** Weighs places of one passage in one text. */
export class Weigher {
  private figures: readonly Figure[] | undefined;
  private readonly isRepeated: boolean;

  constructor(
    readonly pattern: Pattern,
    readonly folded: FoldedText,
    private readonly edges: DoubledEdges,
    private readonly read: FigureReader,
  ) {
    this.isRepeated = pattern.isRepeated;
  }

  /** Weighs `[start, end)` of the folded text, where `agreeing` characters of the quote stand. */
  weigh(start: number, end: number, agreeing: number): Place {
    const { pattern, folded } = this;
    const { prefix, suffix } = pattern;
    const { codes } = folded;
    const before = contextEvidence(prefix, codes, start, -1);
    const after = contextEvidence(suffix, codes, end, 1);
    const lineBefore = prefix.subarray(prefix.length - pattern.lineBefore);
    const lineAfter = suffix.subarray(0, pattern.lineAfter);
    const adjoiningBefore = adjoiningEvidence(prefix, codes, start, -1);
    const adjoiningAfter = adjoiningEvidence(suffix, codes, end, 1);
    const agreeingBefore = adjoiningEvidence(lineBefore, codes, start, -1);
    const agreeingAfter = adjoiningEvidence(lineAfter, codes, end, 1);
    const isOtherBefore = agreeingBefore * 2 < lineBefore.length;
    const isOtherAfter = agreeingAfter * 2 < lineAfter.length;
    return {
      start,
      end,
      span: asWritten(pattern, folded.text, folded.toSource({ start, end })),
      words: this.compare(start, end),
      agreeing,
      before,
      after,
      adjoiningBefore,
      adjoiningAfter,
      contradictedBefore: before < SOME_CONTEXT && isOtherBefore,
      contradictedAfter: after < SOME_CONTEXT && isOtherAfter,
      isOtherBefore,
      isOtherAfter,
      isOtherRow:
        (isOtherBefore && agreeingBefore === 0 && lineBefore.length < prefix.length) ||
        (isOtherAfter && agreeingAfter === 0 && lineAfter.length < suffix.length),
      isContested: !this.isRepeated && this.edges.isInDoubt(pattern, { start, end }, adjoiningBefore, adjoiningAfter),
    };
  }

  private compare(start: number, end: number): Place['words'] {
    const { pattern, folded } = this;
    const here = folded.codes.subarray(start, end);
    if (equalCodes(here, pattern.quote)) return this.claimsTheSame(start, end) ? 'equal' : 'revised';
    return sameButForNumerals(here, pattern.quote) ? 'revised' : 'changed';
  }

  /** Whether the figures that the passage holds, cuts or touches claim the same there. */
  private claimsTheSame(start: number, end: number): boolean {
    const { pattern, folded, read } = this;
    const [before, after] = [pattern.prefix.length, pattern.suffix.length];
    const quote = { start: pattern.quoteStart, end: pattern.quoteEnd };
    this.figures ??= figuresAt(read, pattern.folded, quote, before, after);
    if (this.figures.length === 0) return true;
    const wider = {
      before: pattern.beganText ? Math.max(before, folded.lineBefore(start)) : before,
      after: pattern.endedText ? Math.max(after, folded.lineAfter(end)) : after,
    };
    return sameFigures(this.figures, figuresAt(read, folded, { start, end }, wider.before, wider.after));
  }
}

/** The quote as it was written where the text has it so: with the spaces at its edges, without the rest of a `——` it cuts. */
function asWritten({ target: { exact }, lead, excess, cut }: Pattern, text: string, span: Span): Span {
  const start = span.start - lead;
  if (text.startsWith(exact, start)) return { start, end: start + exact.length };
  return { start: Math.max(0, span.start - cut), end: Math.max(span.start + 1, span.end - excess) };
}
