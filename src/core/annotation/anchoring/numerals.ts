import { digitValue } from '../../text/characters';

const HAN_NUMERALS = new Set(
  [...'〇零一二三四五六七八九十百千万亿兆两廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸'].map((numeral) =>
    numeral.charCodeAt(0),
  ),
);

export const isHanNumeral = (code: number): boolean => HAN_NUMERALS.has(code);

const isNumeral = (code: number): boolean => digitValue(code) >= 0 || isHanNumeral(code);

/** Signs and separators: part of a number where they touch one. */
const isSign = (code: number): boolean => '.,-—+~/:'.includes(String.fromCharCode(code));

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
  return start > 0 && (codes[start - 1] === 45 || codes[start - 1] === 43) ? start - 1 : start;
}
