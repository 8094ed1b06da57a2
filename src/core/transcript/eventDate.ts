import { isoDay } from '../text/isoDay';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

/** The days (ISO 8601) that a document tells of itself; undefined where there is none. */
export interface EventDates {
  /** As a line of its own, a field of its head, its title, its dateline or what stands at its foot says. */
  readonly stated: string | undefined;
  /** The first full date of its running text: often that of the event, often that of something told. */
  readonly told: string | undefined;
}

const HEAD_LENGTH = 800;
/** So many lines with something on them make the foot, if they are no longer than that in UTF-16 code units. */
const FOOT_LINES = 3;
const FOOT_LENGTH = 300;
/** Titles and lines that state a day are no longer. In UTF-16 code units. */
const LINE_LENGTH = 60;
const NOTE_LENGTH = 120;
const FULL_DATE =
  /(?<year>(?:19|20)\d{2})\s*(?:年|[-/.])\s*(?<month>\d{1,2})\s*(?:月|[-/.])\s*(?<day>\d{1,2})(?:\s*日|(?![\d.]))/gu;
const LABELLED = /(?:时间|日期|发布日期)\s*[：:]\s*$/u;
/** What may stand beside the day in a line of its own: weekday, hour, page, fields of a head, the paper's name. */
const BESIDE =
  /(?:星期|周)[一二三四五六日天]|[上下]午|\d{1,2}(?:[:：]\d{2}){1,2}|\d{1,2}[时点](?:\d{1,2}分)?|第?\d{1,3}版|(?:来源|作者|记者|编辑|责任编辑|责编|出处|浏览次数|点击|字号)[：:][^\s　|]*|《[^《》]{1,20}》|\p{P}|\p{S}|[\s　]/gu;
/** （2020年10月29日中国共产党…全体会议通过）: a note that begins with the day. */
const NOTE = /^[\s　]*[（(][\s　]*$/u;
/** 新华社北京2020年3月1日电, 本报2020年3月1日讯 */
const AGENCY = /^[\s　]*[\p{L}·]{0,12}$/u;
/** Of a record: its introduction says on which day it was held. */
const HELD =
  /^[^。！？\n]{0,80}?(?:举行|召开|举办|主持|做客|(?:发布会|记者会|吹风会|座谈会|见面会)|接受[^。！？\n]{0,30}[采专]访)/u;
/** No title: a sentence, or what is noted in brackets or quoted. */
const NO_TITLE = /[。！？；，]|^[\s　]*[（(“"]/u;

/** The day of the event as a document with these turns tells it: in the head above the first, or at its foot. */
export function findEventDates(text: string, turns: readonly Span[]): EventDates {
  const head = text.slice(0, Math.min(HEAD_LENGTH, turns[0]?.start ?? HEAD_LENGTH));
  let [labelled, stated, held, told]: (string | undefined)[] = [];
  for (const { date, before, line, rest, isTitle } of datesIn(head)) {
    if (LABELLED.test(before)) labelled ??= date;
    else if (isOwn(before, line, rest, isTitle)) stated ??= date;
    else if (turns.length > 0 && HELD.test(rest)) held ??= date;
    told ??= date;
  }
  return { stated: labelled ?? stated ?? held ?? dayAtFoot(text), told };
}

interface FoundDate {
  readonly date: string;
  /** Its line, and what of that stands before and behind it. */
  readonly line: string;
  readonly before: string;
  readonly rest: string;
  readonly isTitle: boolean;
}

function datesIn(head: string): FoundDate[] {
  const first = head.search(/\S/u);
  return matchesOf(FULL_DATE, head).flatMap((match): FoundDate[] => {
    const { year, month, day } = match.groups!;
    const date = isoDay(year!, month!, day!);
    if (date === undefined) return [];
    const start = head.lastIndexOf('\n', match.index) + 1;
    const lineEnd = head.indexOf('\n', match.index);
    const end = lineEnd < 0 ? head.length : lineEnd;
    const line = head.slice(start, end);
    const isTitle = start <= first || /^#{1,6} /u.test(line);
    const rest = head.slice(match.index + match[0].length, end);
    return [{ date, line, before: head.slice(start, match.index), rest, isTitle }];
  });
}

function isOwn(before: string, line: string, rest: string, isTitle: boolean): boolean {
  if (/^[电讯]/u.test(rest) && AGENCY.test(before)) return true;
  if (NOTE.test(before) && line.length <= NOTE_LENGTH && /^[^。]*[）)][\s　]*$/u.test(rest)) return true;
  if (line.trim().length > LINE_LENGTH) return false;
  return isTitle ? !NO_TITLE.test(line) : before.replace(BESIDE, '') + rest.replace(BESIDE, '') === '';
}

function dayAtFoot(text: string): string | undefined {
  const lines = text.slice(-FOOT_LENGTH).trimEnd().split('\n');
  // the first may be the end of a longer one
  const whole = text.length > FOOT_LENGTH ? lines.slice(1) : lines;
  const foot = whole.filter((line) => line.trim() !== '').slice(-FOOT_LINES);
  return foot.flatMap((line) => datesIn(line).filter(({ before, rest }) => isOwn(before, line, rest, false)))[0]?.date;
}
