import { Kind, kindAt } from '../text/characters';
import type { Span } from '../text/span';

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’', '"': '"' };
/** No slogan is longer, so a mark that is not closed within this distance encloses none. */
const REACH = 48;

/** The insides of quotation marks in one paragraph, in text order; a mark of the wrong side closes where the right one is missing. */
export function findQuotes(text: string): Span[] {
  const quotes: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x22 && kindAt(text, at) !== Kind.openQuote) continue;
    const opener = text[at]!;
    const closer = CLOSERS[opener];
    if (closer === undefined) continue;
    const limit = Math.min(text.length, at + REACH);
    let end = at + 1;
    while (end < limit && text[end] !== closer && text[end] !== opener) end++;
    if (end >= limit || end === at + 1) continue;
    quotes.push({ start: at + 1, end });
    // “三品一标“: the second opening mark closes; any other second opening mark opens anew
    if (text[end] === closer || opener === '"') at = end;
    else if (end - at <= 9 && text.slice(end, end + REACH).includes(closer)) quotes.pop();
    else if (end - at <= 9) at = end;
    else quotes.pop();
  }
  return quotes;
}
