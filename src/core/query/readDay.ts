/** A year, month or day: `2024`, `2024-03`, `2024/3/5`, `2024年3月5日`, in any width. */
const DAY = /^([12]\d{3})(?:年|[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})[日号號]?)?)?$/u;

/** The day that is meant, or the first or last of the year or month (ISO 8601); undefined where none is. */
export function readDay(typed: string, end: 'first' | 'last'): string | undefined {
  const [, year, month, day] = DAY.exec(typed.normalize('NFKC').replace(/\s+/gu, '')) ?? [];
  if (year === undefined) return undefined;
  const isLast = end === 'last';
  const monthNumber = Number(month ?? (isLast ? 12 : 1));
  const lastDay = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const dayNumber = Number(day ?? (isLast ? lastDay : 1));
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > lastDay) return undefined;
  return [year, String(monthNumber).padStart(2, '0'), String(dayNumber).padStart(2, '0')].join('-');
}
