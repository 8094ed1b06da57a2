import { type ClaimCore, readRangeEnd } from './numberShapes';
import { tidy } from './numerals';
import { readNumber } from './readNumber';
import { readUnit } from './units';

/** The sign or code of a currency before an amount. */
const SIGN =
  /(?:(?:US|HK|NT|A)\$|(?:USD|HKD|NTD|TWD|AUD|EUR|GBP) ?|(?:RMB|CNY) ?¥?|CN¥|(?:MOP|SGD) ?\$?|S\$|RM ?|[$¥€£])$/u;
/** The names of the units by how the sign begins. */
const UNITS: Readonly<Record<string, string>> = {
  ...{ US: '美元', HK: '港元', NT: '新台币', TW: '新台币', A$: '澳元', AU: '澳元', EU: '欧元', '€': '欧元' },
  ...{ MO: '澳门元', SG: '新元', S$: '新元', RM: '林吉特' },
  ...{ GB: '英镑', '£': '英镑', RMB: '元', CN: '元', '¥': '元', $: '元' },
};
const SCALES: Readonly<Record<string, number>> = {
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  bil: 1e9,
  mil: 1e6,
};
const SCALE = new RegExp(`^ ?(${Object.keys(SCALES).join('|')})\\b`, 'iu');

/** `US$35亿`, `￥3亿`, `HK$3.5 billion`: the number at `at` with the sign before it and the unit behind, where there is one. */
export function readAmount(text: string, at: number): ClaimCore | undefined {
  if (!/[$¥€£A-Z ]/u.test(text[at - 1] ?? '-')) return undefined;
  const sign = SIGN.exec(text.slice(Math.max(0, at - 5), at))?.[0];
  const number = sign && readNumber(text, at);
  if (!number) return undefined;
  let { value, end } = number;
  const last = readRangeEnd(text, end);
  const second = last === undefined ? undefined : readNumber(text, last);
  if (second && second.value > value) end = second.end;
  const scale = SCALE.exec(text.slice(end, end + 10));
  if (scale) {
    value = tidy(value * SCALES[scale[1]!.toLowerCase()]!);
    end += scale[0].length;
  }
  const unit = readUnit(text, end);
  const isMoney = unit?.unitClass === 'money';
  return {
    start: at - sign.length,
    end: isMoney ? unit.end : end,
    kind: 'money',
    value,
    unit: isMoney ? unit.name : (UNITS[sign.slice(0, 3)] ?? UNITS[sign.slice(0, 2)])!,
    atLeast: number.atLeast,
  };
}
