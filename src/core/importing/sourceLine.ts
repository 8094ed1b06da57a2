import { isoDay } from '../text/isoDay';
import { statesEventTime } from './eventDay';

const SOURCE = /(?:来源|來源|稿件来源|信息来源|文章来源|出处|出處)\s*[：:]\s*([^\s|｜,，;；（）()【】]{2,30})/u;
const DAY = /(?<!\d)((?:19|20)\d{2})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?!\d)日?/u;

/** What a line under a title says of where and when the text was published: `2024-09-12 10:00 来源：云江日报`. */
export function sourceLine(line: string): { readonly date?: string; readonly outlet?: string } {
  const words = line.trim();
  if (words.length > 120) return {};
  const outlet = SOURCE.exec(words)?.[1];
  const [, year = '', month = '', dayOfMonth = ''] = DAY.exec(words) ?? [];
  const day = isoDay(year, month, dayOfMonth);
  // neither a day in a sentence nor that of an event is the day of the page
  const isStamp = (outlet !== undefined || (words.length <= 40 && !statesEventTime(words))) && !/[。！？]/u.test(words);
  return {
    ...(isStamp && day !== undefined ? { date: day } : {}),
    ...(outlet === undefined ? {} : { outlet }),
  };
}
