import { isoDay } from '../text/isoDay';

/** What is said of the event that a text is about, in both scripts; a bare 时间 only where a line begins with it. */
const LABEL =
  /(?:(?:[采採][访訪]|[访訪][谈談]|[会會][议議談谈]|[发發]布[会會]|吹[风風][会會]|[活座][动動谈談]|召[开開]|[举舉](?:行|[办辦])|直播|[录錄][制製])的?(?:[时時][间間]|日期)|(?<=^[\s　（(【]*)[时時][\s　]*[间間])\s*[：:]\s*/u;
const DAY = /^(?:((?:19|20)\d{2})\s*[年\-/.]\s*)?(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)/u;
/** Lines that are longer are no statement of a time, but text. */
const LONGEST = 120;

/**
 * The day of the event (ISO 8601) where a line of the text states it as such: 采访时间：2025年9月16日. A year that is left
 * out is that of the day of publication, or the one before.
 */
export function eventDay(text: string, published?: string): string | undefined {
  for (const line of text.split('\n')) {
    if (line.length > LONGEST) continue;
    const label = LABEL.exec(line);
    if (!label) continue;
    const [, year, month = '', day = ''] = DAY.exec(line.slice(label.index + label[0].length)) ?? [];
    if (year !== undefined) return isoDay(year, month, day);
    if (published === undefined || month === '') continue;
    const sameYear = isoDay(published.slice(0, 4), month, day);
    if (sameYear === undefined || sameYear <= published) return sameYear;
    return isoDay(String(Number(published.slice(0, 4)) - 1), month, day);
  }
  return undefined;
}

/** Whether a line states the time of an event, and not when it was published. */
export const statesEventTime = (line: string): boolean => LABEL.test(line);
