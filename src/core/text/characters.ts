/**
 * What a single UTF-16 code unit can begin or end. A table look-up per character finds the few places that a reader
 * of numbers, quotations or sentences has to look at; everything else is passed over at the speed of the table.
 */
export const Kind = {
  other: 0,
  digit: 1,
  hanNumeral: 2,
  openQuote: 3,
  closeQuote: 4,
  sentenceEnd: 5,
  clauseEnd: 6,
  space: 7,
  /** 翻 (翻番), 首 (首位), 过 (过半): claims that begin without a numeral. */
  claimWord: 8,
  lineEnd: 9,
} as const;

const table = new Uint8Array(0x10000);
const assign = (characters: string, kind: number) => {
  for (const character of characters) table[character.charCodeAt(0)] = kind;
};
assign('0123456789', Kind.digit);
assign('〇零一二三四五六七八九十百千万亿两俩半几数双廿卅壹贰叁肆伍陆柒捌玖拾佰仟', Kind.hanNumeral);
assign('“‘「『《', Kind.openQuote);
assign('”’」』》', Kind.closeQuote);
assign('。！？!?', Kind.sentenceEnd);
assign('，；：,;:、', Kind.clauseEnd);
assign(' \t\u3000\u00a0\r', Kind.space);
assign('翻首过', Kind.claimWord);
assign('\n', Kind.lineEnd);

export const kindAt = (text: string, index: number): number =>
  index < text.length ? table[text.charCodeAt(index)]! : Kind.lineEnd;

export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Whether a code unit is the second of a character that has two. */
export const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** 0 to 9 for a half- or full-width digit, else -1. */
export function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** Sets of characters by code unit, each a bit. */
const sets = new Uint32Array(0x10000);
let bits = 0;

/** Tells by one look whether a code unit is one of `characters`: for those that are looked for from place to place. Of few sets. */
export function setOf(characters: string): (code: number) => boolean {
  const bit = (1 << bits++) >>> 0;
  for (const character of characters) sets[character.charCodeAt(0)]! |= bit;
  return (code) => (sets[code]! & bit) !== 0;
}

/** Whether a code unit is one of `characters`; asked for nearly every character of a text, where an expression costs more. */
export function isAmong(characters: string, code: number): boolean {
  for (let at = 0; at < characters.length; at++) if (characters.charCodeAt(at) === code) return true;
  return false;
}
