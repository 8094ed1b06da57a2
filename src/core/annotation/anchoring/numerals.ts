import { digitValue } from '../../text/characters';

/** As they are folded: one script, one width. */
const HAN_NUMERALS = new Set(
  [...'〇零一二三四五六七八九十百千万亿兆两半廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟弌弍弎俩仨'].map((numeral) =>
    numeral.charCodeAt(0),
  ),
);
/** Superscripts, fractions, Roman, enclosed and bracketed numbers. */
const OTHER_NUMERALS: readonly (readonly [number, number])[] = [
  [0xb2, 0xb3],
  [0xb9, 0xb9],
  [0xbc, 0xbe],
  [0x2070, 0x2079],
  [0x2080, 0x2089],
  [0x2150, 0x2189],
  [0x2460, 0x249b],
  [0x2776, 0x2793],
  [0x3220, 0x3229],
  [0x3280, 0x3289],
];

export const isHanNumeral = (code: number): boolean => HAN_NUMERALS.has(code);

/** What a number is written with: the one list, for anchoring and for following edits. */
export const isNumeral = (code: number): boolean =>
  digitValue(code) >= 0 ||
  isHanNumeral(code) ||
  (code >= 0xb2 && code <= 0x3289 && OTHER_NUMERALS.some(([first, last]) => first <= code && code <= last));

/** Signs and separators: part of a number where they touch one. */
export const isSign = (code: number): boolean => '.,-—+~/:±×'.includes(String.fromCharCode(code));
/** What stands before a number and belongs to it. */
const isLeadingSign = (code: number): boolean => '-+±<>≤≥负'.includes(String.fromCharCode(code));

/** Whether two stretches of folded text are the same once every number in them is taken for any other. */
export function sameButForNumerals(a: Uint16Array, b: Uint16Array): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    i = behindNumber(a, i);
    j = behindNumber(b, j);
    if (i === a.length || j === b.length) return i === a.length && j === b.length;
    if (a[i] !== b[j]) return false;
    i++;
    j++;
  }
}

function behindNumber(codes: Uint16Array, from: number): number {
  let at = from;
  if (from + 1 < codes.length && isLeadingSign(codes[from]!) && isNumeral(codes[from + 1]!)) at++;
  while (at < codes.length) {
    if (isNumeral(codes[at]!)) at++;
    else if (isSign(codes[at]!) && at > 0 && isNumeral(codes[at - 1]!) && isNumeral(codes[at + 1] ?? 0)) at++;
    else break;
  }
  return at;
}

/** Where the number ends that begins before `at` and goes on there: `at` itself where none does. */
export function numberEnd(codes: Uint16Array, at: number): number {
  if (at === 0 || !isNumeral(codes[at - 1]!)) return at;
  let end = at;
  while (end < codes.length) {
    if (isNumeral(codes[end]!)) end++;
    else if (isSign(codes[end]!) && isNumeral(codes[end + 1] ?? 0)) end++;
    else break;
  }
  return end;
}

/** Where the number begins that goes on at `at`, its sign included: `at` itself where none does. */
export function numberStart(codes: Uint16Array, at: number): number {
  if (at >= codes.length || !isNumeral(codes[at]!)) return at;
  let start = at;
  while (start > 0) {
    const code = codes[start - 1]!;
    if (isNumeral(code)) start--;
    else if (isSign(code) && isNumeral(codes[start - 2] ?? 0)) start--;
    else break;
  }
  return start > 0 && isLeadingSign(codes[start - 1]!) ? start - 1 : start;
}
