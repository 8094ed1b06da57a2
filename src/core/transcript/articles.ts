import { isBlank, type Line } from '../text/lines';

/** `本报北京3月6日电（记者 某某）`, `本报讯(记者 …)`, `新华社某地5月4日电`, `中新社`. */
const DATELINE =
  /^(?:本报|本刊|本网|本社|新华社|中新社|中新网|人民网|新华网|央视网|光明网|经济日报|人民日报|澎湃新闻|[\p{Script=Han}]{2,6}(?:网|社|报))[^。，；：]{0,16}(?:电|讯|消息)[\s\u3000]*(?:[（(\d]|[\s\u3000—]|$|记者)/u;
/** A row of stars or strokes under a headline, as government press releases set it. */
const UNDERLINE = /^[＊*=＝─━]{6,}$/u;
const HEADLINE_LIMIT = 48;
/** So much with a stop in it is text and no head of one. */
const SENTENCE_LENGTH = 16;

/**
 * The line numbers at which articles begin: the first line, and each headline above a dateline further down. A headline
 * is a short line without stop; several may stand above one another (headline, subtitle).
 */
export function findArticleStarts(text: string, lines: readonly Line[]): number[] {
  const starts = [0];
  /** No line before it, of the article that is being read, is text. */
  let firstText = 0;
  lines.forEach((line, index) => {
    if (isBlank(line)) return;
    const head = text.slice(line.inkStart, Math.min(line.inkEnd, line.inkStart + 64));
    if (!DATELINE.test(head) && !UNDERLINE.test(head)) return;
    let start = index;
    let headlines = 0;
    for (let above = index - 1; above > starts.at(-1)! && headlines < 3; above--) {
      if (isBlank(lines[above]!)) continue;
      if (!isHeadline(text.slice(lines[above]!.inkStart, lines[above]!.inkEnd))) break;
      start = above;
      headlines++;
    }
    if (headlines === 0) return;
    while (firstText < start && !isText(text, lines[firstText]!)) firstText++;
    if (firstText >= start) return;
    starts.push(start);
    firstText = start;
  });
  return starts;
}

const isText = (text: string, { inkStart, inkEnd }: Line): boolean =>
  inkEnd - inkStart > HEADLINE_LIMIT ||
  (inkEnd - inkStart > SENTENCE_LENGTH && text.slice(inkStart, inkEnd).includes('。'));

const isHeadline = (words: string): boolean =>
  words.length <= HEADLINE_LIMIT && !/[。？！；，：…]$/u.test(words) && !words.includes('。') && !UNDERLINE.test(words);
