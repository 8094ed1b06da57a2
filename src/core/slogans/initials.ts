import type { Span } from '../text/span';

/** How far behind a formula its words reach. */
const REACH = 160;

/** The words of `3S`: exactly so many different ones that begin with its letter; they also tell it from 5G and 4K. */
export function readInitials(text: string, at: number, name: string): Span[] | undefined {
  const words = [...text.slice(at, at + REACH).matchAll(/(?<![A-Za-z])[A-Z][A-Za-z]{2,}/gu)];
  const own = words.filter(([word]) => word[0] === name[1]);
  const isCounted = own.length === Number(name[0]) && new Set(own.map(String)).size === own.length;
  return isCounted
    ? own.map(({ 0: word, index }) => ({ start: at + index, end: at + index + word.length }))
    : undefined;
}
