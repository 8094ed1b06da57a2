import { splitLines } from '../text/lines';
import { readingOf } from '../text/readingText';
import type { Span } from '../text/span';
import { isNumberName } from './formula';
import { phraseScore } from './phrases';
import { findQuotes } from './quotes';

/** A name of some characters, at least two of them Chinese, and no sentence. */
const NAME = /^(?=(?:.*\p{Script=Han}){2})[\p{Script=Han}A-Za-z\d+、]{3,12}$/u;

/** 不搞“一刀切”: nobody's slogan is what is not to be done. */
const UNWANTED =
  /(?:不搞|不准|不许|不得|不是|不要|不能|不再|防止|避免|杜绝|反对|禁止|克服|摒弃|告别)[^，。；“”]{0,4}[“「『‘"]$/u;

/**
 * Quotations that may be slogans, and do not show it in this text alone: nothing around them speaks against it.
 * `known` are the spans of slogans in the text, in order.
 */
export function uncertainPhrases(text: string, known: readonly Span[]): Span[] {
  const found: Span[] = [];
  let next = 0;
  for (const line of splitLines(text)) {
    const words = readingOf(text.slice(line.start, line.end));
    for (const quote of findQuotes(words)) {
      const span = { start: line.start + quote.start, end: line.start + quote.end };
      while (next < known.length && known[next]!.end <= span.start) next++;
      const isKnown = next < known.length && known[next]!.start < span.end;
      const name = words.slice(quote.start, quote.end);
      const isName =
        NAME.test(name) &&
        !isNumberName(name) &&
        !UNWANTED.test(words.slice(Math.max(0, quote.start - 10), quote.start));
      if (!isKnown && isName && phraseScore(words, quote.start, quote.end) >= 0) found.push(span);
    }
  }
  return found;
}
