import { type ClaimCore, readRangeEnd } from './numberShapes';
import { readNumber, tidy } from './readNumber';
import { readUnit } from './units';

/** Signs and codes of currencies before an amount, as they end, with the name of the unit. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/(?:US\$|USD ?)$/u, '美元'],
  [/(?:HK\$|HKD ?)$/u, '港元'],
  [/(?:NT\$|NTD ?|TWD ?)$/u, '新台币'],
  [/(?:A\$|AUD ?)$/u, '澳元'],
  [/(?:RMB ?¥?|CNY ?¥?|CN¥|¥)$/u, '元'],
  [/(?:EUR ?|€)$/u, '欧元'],
  [/(?:GBP ?|£)$/u, '英镑'],
  [/\$$/u, '元'],
];
const SCALES: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12, bn: 1e9 };

/** `US$35亿`, `￥3亿`, `HK$3.5 billion`: the number at `at` with the sign before it and the unit behind, where there is one. */
export function readAmount(text: string, at: number): ClaimCore | undefined {
  if (!/[$¥€£A-Z ]/u.test(text[at - 1] ?? '-')) return undefined;
  const before = text.slice(Math.max(0, at - 5), at);
  for (const [sign, name] of CURRENCIES) {
    const found = sign.exec(before);
    if (!found) continue;
    const number = readNumber(text, at);
    if (!number) return undefined;
    let { value, end } = number;
    const last = readRangeEnd(text, end);
    const second = last === undefined ? undefined : readNumber(text, last);
    if (second && second.value > value) end = second.end;
    const scale = /^ ?(million|billion|trillion|bn)\b/iu.exec(text.slice(end, end + 10));
    if (scale) {
      value = tidy(value * SCALES[scale[1]!.toLowerCase()]!);
      end += scale[0].length;
    }
    const unit = readUnit(text, end);
    const isMoney = unit?.unitClass === 'money';
    return {
      start: at - found[0].length,
      end: isMoney ? unit.end : end,
      kind: 'money',
      value,
      unit: isMoney ? unit.name : name,
      atLeast: number.atLeast,
    };
  }
  return undefined;
}
