import type { Span } from '../core/text/span';

/** Segmenters take memory many times the length of what they are given at once; most paragraphs stay whole. */
const PIECE_LENGTH = 4096;

/**
 * Cuts a text into pieces that can be segmented by themselves: behind line ends, else behind punctuation or spaces, and
 * only in text without any of these somewhere else, never inside a character.
 */
export function splitPieces(text: string, length = PIECE_LENGTH): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  while (text.length - start > length) {
    const end = start + cutOf(text.slice(start, start + length));
    pieces.push({ start, end });
    start = end;
  }
  if (start < text.length) pieces.push({ start, end: text.length });
  return pieces;
}

function cutOf(window: string): number {
  const line = window.lastIndexOf('\n') + 1;
  if (line > 0) return line;
  for (let at = window.length; at > window.length / 2; at--) {
    if (/[。！？；，、：\s]/u.test(window[at - 1]!)) return at;
  }
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length;
}
