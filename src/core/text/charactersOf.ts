/** How long a text is, in characters without blanks. */
export function charactersOf(text: string): number {
  const inked = text.replace(/\s+/gu, '');
  // two code units are one character
  return inked.length - (inked.match(/[\u{10000}-\u{10FFFF}]/gu)?.length ?? 0);
}
