import { isoDay } from './isoDay';

/** The day (ISO 8601) by which a file, else a folder above it, is called: 2024-03-05, 2024_3_5, 20240305 or 2024年3月5日. */
export function dateInName(path: string): string | undefined {
  for (const name of path.split(/[\\/]/u).reverse()) {
    const found = /(?<!\d)((?:19|20)\d\d)(?:[-_.年](\d{1,2})[-_.月](\d{1,2})|(\d\d)(\d\d))(?!\d)/u.exec(name);
    const day = found && isoDay(found[1]!, (found[2] ?? found[4])!, (found[3] ?? found[5])!.padStart(2, '0'));
    if (day) return day;
  }
  return undefined;
}
