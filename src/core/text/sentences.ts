import { Kind, kindAt } from './characters';
import type { Span } from './span';

/** A quotation mark that is not closed within this distance was misread or forgotten, and opens nothing. */
const QUOTE_REACH = 160;
const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》' };

/**
 * The sentences of `text` between `start` and `end`: up to 。！？ outside quotation marks, or up to a closing mark behind
 * one of these.
 */
export function splitSentences(text: string, start = 0, end = text.length): Span[] {
  const sentences: Span[] = [];
  let from = start;
  let depth = 0;
  const close = (at: number) => {
    while (from < at && /\s/u.test(text[from]!)) from++;
    if (from < at) sentences.push({ start: from, end: at });
    from = at;
    depth = 0;
  };
  for (let at = start; at < end; at++) {
    const kind = kindAt(text, at);
    if (kind === Kind.openQuote) {
      if (text.slice(at + 1, Math.min(end, at + QUOTE_REACH)).includes(CLOSERS[text[at]!]!)) depth++;
    } else if (kind === Kind.closeQuote) {
      if (depth > 0) depth--;
      const next = text[at + 1] ?? '';
      if (depth === 0 && kindAt(text, at - 1) === Kind.sentenceEnd && !'，、；：,的这那一'.includes(next || '-'))
        close(at + 1);
    } else if (kind === Kind.sentenceEnd) {
      if (depth > 0) continue;
      let after = at + 1;
      while (after < end && kindAt(text, after) === Kind.sentenceEnd) after++;
      close(after);
      at = after - 1;
    }
  }
  close(end);
  return sentences;
}
