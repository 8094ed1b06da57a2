const NARROW = /[\u0020-\u007e\u00a0-\u00ff\u2010-\u2013\uff61-\uffdc]/u;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad\p{Mn}]/u;

/** The width of words in characters of full width, as a typewriter sets them: half of one for each Latin letter. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

export function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code > 0x2fff && code < 0xa000) return 1;
  if (code > 0x1f && code < 0x7f) return 0.5;
  if (INVISIBLE.test(character)) return 0;
  if (character === '\t') return 2;
  return NARROW.test(character) ? 0.5 : 1;
}
