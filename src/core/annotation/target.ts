import type { Span } from '../text/span';
import { isSelfEvident } from './anchoring/credibility';
import { DoubledEdges } from './anchoring/doubledEdges';
import { FoldedText, wordsOf } from './anchoring/foldedText';
import { GramIndex } from './anchoring/gramIndex';
import { writeOccurrence } from './anchoring/occurrence';
import { CONTEXT_LIMIT, Pattern, USUAL_CONTEXT } from './anchoring/pattern';
import { isTwin, readsTheSame, type Twin } from './anchoring/twins';
import { WholePlaces } from './anchoring/wholePlaces';
import type { Target } from './annotation';

/**
 * Context before and behind a passage, in the order in which it is tried, until it tells the passage from all others. More
 * than the first also says that the words alone, however many, do not.
 */
const CONTEXTS: readonly (readonly [number, number])[] = [
  [USUAL_CONTEXT, USUAL_CONTEXT],
  [48, 48],
  [USUAL_CONTEXT, 80],
  [80, USUAL_CONTEXT],
  [80, 80],
  [USUAL_CONTEXT, CONTEXT_LIMIT],
  [CONTEXT_LIMIT, USUAL_CONTEXT],
  [CONTEXT_LIMIT, CONTEXT_LIMIT],
];
/** Of a quote that stands at more places, so many are compared. */
const COMPARED = 2000;

/** Describes passages of one text so that they can be found again. */
export class TargetDescriber {
  private lazyFolded: { readonly text: FoldedText; readonly words: string; readonly edges: DoubledEdges } | undefined;

  private lazyWhole: WholePlaces | undefined;

  constructor(private readonly text: string) {}

  /**
   * The target of `span`: with as much context as tells it from every other place where its words stand, or where whole
   * paragraphs repeat, with the number of its occurrence.
   */
  describe(span: Span): Target {
    const plain = this.cut(span, USUAL_CONTEXT, USUAL_CONTEXT);
    const pattern = new Pattern(plain);
    const folded = this.folded.text;
    const own = folded.indexOf(span.start);
    const others = this.placesOf(pattern.quote).filter((start) => start !== own);
    const twins: readonly Twin[] = [
      ...others.map((start): Twin => {
        const joins = start < own ? 'after' : 'before';
        return { before: start, after: start + pattern.quoteLength, joins };
      }),
      ...this.partsElsewhere(pattern, own),
    ];
    // where a line at the text's edge is like the next one, context must tell that the words are known to be like others
    const isInDoubt = this.isInDoubt(pattern, own);
    if (twins.length === 0 && !isInDoubt) return plain;
    let unique: Target | undefined;
    for (const [before, after] of isInDoubt || isSelfEvident(pattern.quote) ? CONTEXTS.slice(1) : CONTEXTS) {
      const target = this.cut(span, before, after);
      const pattern = new Pattern(target);
      const isOneOf = (twin: Twin) => isTwin(pattern, folded, twin);
      if (!twins.some(isOneOf)) return target;
      if (!others.some((start) => readsTheSame(pattern, folded, start))) unique = target;
    }
    if (unique) return unique;
    const same = this.whole.of(pattern);
    const nth = same.indexOf(folded.indexOf(span.start + pattern.lead));
    return nth < 0 || same.length === 1 ? plain : { ...plain, occurrence: writeOccurrence(nth, same.length) };
  }

  /** Where words stand, as codes of the folded text. */
  private placesOf(codes: Uint16Array): number[] {
    const { words } = this.folded;
    const sought = wordsOf(codes);
    const found: number[] = [];
    if (sought === '') return found;
    for (let at = words.indexOf(sought); at >= 0 && found.length <= COMPARED; at = words.indexOf(sought, at + 1))
      found.push(at);
    return found;
  }

  /** Where what stands before the line end of a passage ends another line, or what stands behind it begins another. */
  private partsElsewhere({ quote, torn }: Pattern, own: number): Twin[] {
    if (!torn) return [];
    const folded = this.folded.text;
    const { head, tail } = torn;
    const ownTail = own + quote.length - tail;
    const heads = this.placesOf(quote.subarray(0, head)).filter((at) => at !== own && folded.beginsLine(at + head));
    const tails = this.placesOf(quote.subarray(quote.length - tail)).filter(
      (at) => at !== ownTail && folded.beginsLine(at),
    );
    return [
      ...heads.map((before) => ({ before, after: undefined })),
      ...tails.map((at) => ({ before: undefined, after: at + tail })),
    ];
  }

  private isInDoubt(pattern: Pattern, own: number): boolean {
    const { prefix, suffix, quoteLength } = pattern;
    return this.folded.edges.isInDoubt(pattern, { start: own, end: own + quoteLength }, prefix.length, suffix.length);
  }

  private cut(span: Span, before: number, after: number): Target {
    const { text } = this;
    const from = onCharacterBoundary(text, Math.max(0, span.start - before));
    const to = onCharacterBoundary(text, Math.min(text.length, span.end + after));
    return {
      exact: text.slice(span.start, span.end),
      prefix: text.slice(from, span.start),
      suffix: text.slice(span.end, to),
      start: span.start,
    };
  }

  private get whole(): WholePlaces {
    const { text } = this.folded;
    this.lazyWhole ??= new WholePlaces(text, () => GramIndex.of(text.codes));
    return this.lazyWhole;
  }

  private get folded() {
    if (!this.lazyFolded) {
      const text = FoldedText.of(this.text);
      this.lazyFolded = { text, words: wordsOf(text.codes), edges: new DoubledEdges(text) };
    }
    return this.lazyFolded;
  }
}

/** Describes the passage `span` of `text` so that it can be found again. */
export const describeTarget = (text: string, span: Span): Target => new TargetDescriber(text).describe(span);

/** Moves an offset that falls between two halves of a surrogate pair behind it. */
function onCharacterBoundary(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}
