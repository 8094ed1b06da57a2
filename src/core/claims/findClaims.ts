import type { Claim } from './claim';

const CLAIM = /(近|约|超过)?(\d+(?:\.\d+)?)(万亿|亿|万)?(个百分点|百分点|吨|千瓦|元|户|%)/gu;
const MAGNITUDE: Record<string, number> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** Numeric claims of the plainest shape: digits, magnitude, a well-known unit. */
export function findClaims(text: string): Claim[] {
  return [...text.matchAll(CLAIM)].map((match) => {
    const [all, hedge, digits, magnitude, unit] = match;
    return {
      start: match.index,
      end: match.index + all.length,
      kind: unit === '元' ? 'money' : unit === '%' || unit!.endsWith('百分点') ? 'percent' : 'quantity',
      value: Number(digits) * (MAGNITUDE[magnitude ?? ''] ?? 1),
      unit: unit!.replace('个百分点', '百分点'),
      hedge: hedge === undefined ? 'exact' : hedge === '超过' ? 'atLeast' : 'about',
    };
  });
}
