import { adjoiningEvidence, agreeingRun } from './contextEvidence';
import { extentOf, isAcceptable } from './credibility';
import type { FoldedText } from './foldedText';
import type { Pattern } from './pattern';

/** Words that could be taken for a passage if it went, as codes of the folded text. */
export interface Twin {
  /** Where they begin and end; undefined where the passage's own context goes on there, a line of the passage being left. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** On which side the passage's context comes to stand beside the line of these words when the lines between go. */
  readonly joins?: 'before' | 'after';
}

/** Of less context than this nobody would take a place; most places have not even that. */
const LEAST = 4;
/** So many more characters may come to agree. */
const CHANCE = 2;

/** Whether the context given tells too little which place is meant if the passage goes, and the lines between with it. */
export function isTwin(pattern: Pattern, folded: FoldedText, { before, after, joins }: Twin): boolean {
  const { prefix, suffix, lineBefore, lineAfter } = pattern;
  const sides = [
    weighSide(folded, prefix, joins === 'before' ? lineBefore : prefix.length, before, -1),
    weighSide(folded, suffix, joins === 'after' ? lineAfter : suffix.length, after, 1),
  ] as const;
  const [adjoiningBefore, adjoiningAfter] = sides;
  if (Math.max(adjoiningBefore, adjoiningAfter) < LEAST) return false;
  // the passage's neighbours may well put it there: what contradicts it does not count
  const contradiction = {
    contradictedBefore: false,
    contradictedAfter: false,
    isOtherBefore: false,
    isOtherAfter: false,
    isOtherRow: false,
  };
  const extent = extentOf(pattern, folded.length);
  const place = { start: before ?? pattern.quoteStart, end: after ?? folded.length, words: 'equal' } as const;
  return isAcceptable(extent, { ...place, adjoiningBefore, adjoiningAfter, ...contradiction }, true);
}

/** How much of `context`, of which what is beyond `line` codes may join a line that begins there, adjoins the words at `at`. */
function weighSide(
  folded: FoldedText,
  context: Uint16Array,
  line: number,
  at: number | undefined,
  direction: -1 | 1,
): number {
  if (at === undefined) return context.length;
  const { codes } = folded;
  const adjoining = adjoiningEvidence(context, codes, at, direction) + CHANCE;
  let joined = 0;
  if (line < context.length && folded.beginsLine(at + line * direction)) {
    joined = context.length;
    for (let step = 0; step < line; step++) {
      const agrees =
        direction < 0
          ? context[context.length - 1 - step] === codes[at - 1 - step]
          : context[step] === codes[at + step];
      if (!agrees) joined -= 2;
    }
  }
  return Math.min(context.length, Math.max(adjoining, joined));
}

/** Whether the words at `start` have all the context too. */
export function readsTheSame({ prefix, suffix, quoteLength }: Pattern, { codes }: FoldedText, start: number): boolean {
  return (
    agreeingRun(prefix, codes, start, -1) === prefix.length &&
    agreeingRun(suffix, codes, start + quoteLength, 1) === suffix.length
  );
}
