const SOURCE = /(?:来源|來源|稿件来源|信息来源|文章来源|出处|出處)\s*[：:]\s*([^\s|｜,，;；（）()【】]{2,30})/u;
const DAY = /(?<!\d)((?:19|20)\d{2})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?!\d)日?/u;

/** What a line under a title says of where and when the text was published: `2024-09-12 10:00 来源：云江日报`. */
export function sourceLine(line: string): { readonly date?: string; readonly outlet?: string } {
  const words = line.trim();
  if (words.length > 120) return {};
  const outlet = SOURCE.exec(words)?.[1];
  const [, year = '', month = '', dayOfMonth = ''] = DAY.exec(words) ?? [];
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(dayOfMonth) >= 1 && Number(dayOfMonth) <= 31;
  // a day in a sentence is not the day of the page
  const isStamp = isDay && (outlet !== undefined || words.length <= 40) && !/[。！？]/u.test(words);
  return {
    ...(isStamp ? { date: `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` } : {}),
    ...(outlet === undefined ? {} : { outlet }),
  };
}
