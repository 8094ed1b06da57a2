import { isAmong } from '../text/characters';
import { isBlank, type Line } from '../text/lines';
import type { Span } from '../text/span';
import { STAMP, STAMP_LINE, STAMPED_NOTE } from './record/labels';
import type { RecordInput } from './record/openings';
import {
  isClosingNote,
  isEndMark,
  isNarration,
  isPageHead,
  isSectionHeading,
  isSiteLine,
  isTopicHeading,
} from './siteLines';

/*
 * Where a turn of a record ends: what stands behind the last words of its speaker and is not said.
 */

/** Where a turn begins. */
interface TurnBegin {
  readonly labelSpan: Span;
  readonly line: number;
}

/** The last visible character of a turn, site lines, page heads and headings at its edge left out. */
export function endOfTurn(
  input: RecordInput,
  turn: TurnBegin,
  nextLine: number,
  isFollowed: boolean,
  isBeforeQuestion: boolean,
): number {
  const { text, lines, isNoise } = input;
  const stop = appendixLine(input, turn, nextLine, isFollowed);
  let index = stop - 1;
  let mayBeHeading = isFollowed && stop === nextLine;
  let isDated = false;
  for (; index > turn.line; index--) {
    const line = lines[index]!;
    if (isBlank(line) || isNoise(index)) continue;
    const words = text.slice(line.inkStart, line.inkEnd);
    if (STAMP_LINE.test(words) || STAMPED_NOTE.test(words) || isSiteLine(words) || isPageHead(words)) continue;
    if (isNarration(words) || (isFollowed ? isLead(words) : isClosingNote(words))) continue;
    const isDate = !isFollowed && DATE.test(words);
    isDated ||= isDate;
    if (isDate || (!isFollowed && CONTACT.test(words)) || (isDated && isSectionHeading(words))) continue;
    if (!isFollowed && isOffer(words)) {
      if (isBelowSentence(input, index - 1, turn.line)) continue;
      break;
    }
    if (
      mayBeHeading &&
      (isSectionHeading(words) || (isBeforeQuestion && isTopicHeading(words))) &&
      endsSentence(input, index - 1, turn.line)
    ) {
      mayBeHeading = false;
      continue;
    }
    break;
  }
  const last = lines[index]!;
  if (!isAmong('])）】|｜0123456789', text.charCodeAt(last.inkEnd - 1))) return last.inkEnd;
  const from = Math.max(turn.labelSpan.end, last.inkEnd - NOTES);
  return last.inkEnd - (EDGE_NOTE.exec(text.slice(from, last.inkEnd))?.[0].length ?? 0);
}

/** A few words of the site at the foot; an item of a list may lack its stop too. */
const isOffer = (words: string): boolean => isSectionHeading(words) && !NUMBERED.test(words);
const NUMBERED = /^(?:[（(]?[\da-zA-Z一二三四五六七八九十]{1,3}[)）.、．]|[①-⑳●·•*-])/u;

/** At the foot of a notice: whom to ask, who signs it, and the day. */
const CONTACT = /^[^，。：:]{0,8}(?:电话|热线|邮箱|邮编|地址|传真|网址|联系人)[：:]/u;
const DATE = /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/u;

/** （访问结束） behind the last words */
const OVER = '[（(](?:访问|采访|专访|访谈|对话|问答|记者会|发布会|见面会|节目)(?:到此)?(?:结束|完毕?)[）)]';
const IS_OVER = new RegExp(`${OVER}$`, 'u');

/** Behind the last words, in brackets: when they were said, who wrote them down, that this is the end; and the border of a cell. */
const EDGE_NOTE = new RegExp(
  `(?:\\s*(?:${OVER}|[|｜]|[（(]完[）)]|[\\[(（【]${STAMP}[\\])）】]|(?<=[。？！…”]\\s*)${STAMP}|[（(][^（）()。]{2,16}(?:记者|小姐|先生|女士)[）)]|[（(](?:(?:责任)?编辑|责编|记者|采写|整理|来源|稿源|摄影)[：:\\s][^（）()。]{1,30}[）)]))+$`,
  'u',
);

/** No such notes are longer together. */
const NOTES = 400;

/** `围绕……，本报记者专访了某局局长何某。`: the lead of an interview that follows. */
const isLead = (words: string): boolean =>
  words.length <= 120 && /(?:记者|本报|本刊|本网)[^。]{0,12}(?:专访|采访|对话|访谈)了?[^。]{2,}[。：]$/u.test(words);

function endsSentence({ text, lines, isNoise }: RecordInput, from: number, floor: number): boolean {
  for (let index = from; index >= floor; index--) {
    const line = lines[index]!;
    if (!isBlank(line) && !isNoise(index)) return /[。？！”…?!]$/u.test(text.slice(line.inkStart, line.inkEnd));
  }
  return false;
}

/** Whether what stands above is a whole sentence, or offers of a site below one. */
function isBelowSentence(input: RecordInput, from: number, floor: number): boolean {
  const { text, lines, isNoise } = input;
  for (let index = from; index >= Math.max(floor, from - OFFERS); index--) {
    const words = text.slice(lines[index]!.inkStart, lines[index]!.inkEnd);
    if (!isBlank(lines[index]!) && !isNoise(index) && !isOffer(words)) return endsSentence(input, index, floor);
  }
  return false;
}
/** In so many lines. */
const OFFERS = 12;

/** 【解说】: a newscast goes on in its own words. */
const NARRATOR = /^[【[](?:解说|画外音|旁白|导语|口播|字幕|配音|正文)[】\]]/u;

/** Behind the last turn, a rule across the page sets off what is not said. */
const isRule = (words: string): boolean => /^(?:[-—─–=*_]\s?){3,}$/u.test(words);

/** What a policy text is called: 某某行动方案（摘要）. */
const DOCUMENT =
  /(?:方案|办法|意见|规定|条例|通知|规划|纲要|决定|措施|细则|指南|计划|清单|公告|通告|目录)(?:[（(].{1,12}[)）])?$/u;

/** The heading of a part of a law or a list. */
const PART = /^第[一二三四五六七八九十百]+[条章]/u;
const HEADING = /^#{1,6}\s/u;

/** Where a policy text, a list or a law begins under a heading of its own inside what would be the turn. */
function appendixLine(input: RecordInput, turn: TurnBegin, nextLine: number, isFollowed: boolean): number {
  const { text, lines, isNoise } = input;
  for (let index = turn.line; index < nextLine; index++) {
    const line = lines[index]!;
    if (IS_OVER.test(text.slice(Math.max(line.inkStart, line.inkEnd - 16), line.inkEnd))) return index + 1;
    if (index === turn.line || isBlank(line) || isNoise(index)) continue;
    const words = text.slice(line.inkStart, Math.min(line.inkEnd, line.inkStart + 80));
    if (isEndMark(words) || NARRATOR.test(words) || (!isFollowed && isRule(words))) return index;
    if (!isFollowed && isFoot(words) && !hasProse(input, index + 1, nextLine)) return index;
    if (
      /^[■□●○◆◇▲★※►·\s【[〔]*(?:(?:相关)?附件?|附录|附表|附：|链接|相关政策|政策原文|文件全文|相关链接|相关新闻|新闻链接|延伸阅读|背景资料|背景链接|新闻背景|相关背景|名词解释|知识链接|资料链接|(?:人物|嘉宾|专家|受访者|作者)(?:简介|介绍|档案|名片)|采访手记|记者手记|编后)(?:[一二三四五六七八九十\d]*[：:]|[一二三四五六七八九十\d]*[】\]〕]?$)/u.test(
        words,
      )
    )
      return index;
    const isMarked = HEADING.test(words);
    if (!isMarked && (words.length < 4 || words.length > 40)) continue;
    if (isAmong('。？！：；，、”…', words.charCodeAt(words.length - 1))) continue;
    const below = nextWritten(lines, index + 1, nextLine, isNoise);
    const heading = below === undefined ? '' : text.slice(lines[below]!.inkStart, lines[below]!.inkStart + 16);
    if (DOCUMENT.test(words) && /^[一1][、.．]/u.test(heading)) return index;
    if (isMarked || PART.test(heading) || HEADING.test(heading)) return index;
  }
  return nextLine;
}

/** Whether a site's own lines begin here, that go on to the end: 【编辑：何某】, 相关新闻, 扫描二维码. */
const isFoot = (words: string): boolean =>
  words.length <= 60 &&
  /^[【[（(\s#*>·•●|]*(?:(?:责任)?编辑|责编|来源|(?:相关|推荐|热门|最新|更多)(?:新闻|报[道导]|阅读|文章|链接|标签|视频)|标签|关键词|猜你喜欢|扫描?二维码|扫一扫|转载请|版权|视频|分享(?:至|到)?|[#＃]\p{Script=Han}+ [#＃])/u.test(
    words,
  );

/** Whether somebody may still speak in these lines. */
function hasProse({ text, lines }: RecordInput, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const { inkStart, inkEnd } = lines[index]!;
    if (inkEnd - inkStart > 50 && /[。！？]$/u.test(text.slice(inkStart, inkEnd))) return true;
  }
  return false;
}

/** The first written line of `[from, to)`. */
export function nextWritten(
  lines: readonly Line[],
  from: number,
  to: number,
  isNoise: (index: number) => boolean,
): number | undefined {
  for (let index = from; index < to; index++) if (!isBlank(lines[index]!) && !isNoise(index)) return index;
  return undefined;
}
