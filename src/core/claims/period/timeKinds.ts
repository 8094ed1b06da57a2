import type { FoundPeriod } from './findPeriods';

/** What an expression is made of: the first that fits. */
export const TIME_KINDS: readonly { readonly id: string; readonly example: string; readonly pattern: RegExp }[] = [
  { id: 'now', example: '目前', pattern: /^(?:目前|当前|现在|截至目前|近期)/u },
  { id: 'each', example: '每年', pattern: /^每/u },
  { id: 'since', example: '2012年以来', pattern: /(?:以来|至今|起|年来|月来|天来|初期|之初)$/u },
  { id: 'during', example: '“十三五”期间', pattern: /(?:期间|时期)$/u },
  { id: 'before', example: '6月底前', pattern: /前$/u },
  { id: 'plan', example: '“十四五”', pattern: /^[“"]?十.?五/u },
  { id: 'span', example: '过去五年', pattern: /^(?:近|这|此前|过去|最近|未来|今后|前)|[内间里]$|时间$/u },
  { id: 'day', example: '3月5日', pattern: /日|[今昨明前当][天晚]|[时点]|周|星期/u },
  { id: 'end of year', example: '2019年底', pattern: /[底末初]$/u },
  { id: 'months', example: '2019年8月', pattern: /月|季度|半年/u },
  { id: 'relative year', example: '去年', pattern: /^[今去前明本上当次翌同下]年/u },
  { id: 'year', example: '2019年', pattern: /年|度$/u },
];

/** By expression, what it is: it is asked for by every figure behind it. */
const kinds = new WeakMap<FoundPeriod, number>();
export function kindOf(text: string, period: FoundPeriod): number {
  let is = kinds.get(period);
  if (is !== undefined) return is;
  const words = text.slice(period.start, period.end);
  is = TIME_KINDS.findIndex(({ pattern }) => pattern.test(words));
  if (is < 0) is = TIME_KINDS.length;
  kinds.set(period, is);
  return is;
}
