import type { Line } from '../text/lines';
import { readPerson } from './names';

/*
 * Lines that hold several: pages that lost their line ends on the way keep the indents of their paragraphs, or nothing but
 * the labels of those who speak.
 */

/** So long is a line with indents in it before they are taken for those of paragraphs, not for gaps of a table. */
const LEAST = 200;
const INDENT = /\u3000{2,}(?=[^\s\u3000])/gu;

const NUMBER = '[一二三四五六七八九十\\d]{1,3}';
/** A bare label behind a sentence, or at the line's beginning: asking in the first group, answering in the second. */
const LABEL = new RegExp(
  `(?:^|(?<=[。！？!?…”）)]))[ \\t\\u3000]*(?=(?:${NUMBER}[、.．] ?)?(?:(追?问|提问|问题${NUMBER}|记者(?:提?问)?|Q\\d{0,2})|(答|回答|解答|A\\d{0,2}))[：:])`,
  'gu',
);

/** 某报记者：……？何某：……: who answers a question in its line. */
const ASKS = /(?:^.{0,24}?|[。！？”）][ \t\u3000]*[^。！？]{0,24}?)(?:记者|问|主持人)[：:]/u;
const ANSWERS = /(?<=[？?])[ \t\u3000]*(?=(\p{Script=Han}{2,8})[：:])/gu;

/** Looked for at its colon, of which there are few. */
const MAY_LABEL = /[：:](?<=[记问Q答A][^，。]{0,3}[：:])/u;

/** 问：……？答：……问：……: each label's words, and each paragraph of those that were run together, as a line of its own. */
export function cutLine(text: string, line: Line): Line[] {
  const words = text.slice(line.inkStart, line.inkEnd);
  const cuts: { readonly end: number; readonly start: number }[] = [];
  const cutAt = ({ index, 0: { length } }: RegExpExecArray) => cuts.push({ end: index, start: index + length });
  if (words.length > LEAST && words.includes('\u3000\u3000')) for (const match of words.matchAll(INDENT)) cutAt(match);
  if ((words.includes('：') || words.includes(':')) && MAY_LABEL.test(words)) {
    const labels = [...words.matchAll(LABEL)];
    const answers = ASKS.test(words)
      ? [...words.matchAll(ANSWERS)].filter(([, name]) => readPerson(name!)?.speaker)
      : [];
    const has = (part: number) => labels.some((match) => match[part] !== undefined);
    if (has(1) && (has(2) || answers.length > 1)) for (const match of labels) if (match.index > 0) cutAt(match);
    for (const match of answers) cutAt(match);
  }
  if (cuts.length === 0) return [line];
  cuts.sort((a, b) => a.start - b.start || a.end - b.end);
  const lines: Line[] = [];
  let [start, inkStart] = [line.start, line.inkStart];
  for (const cut of cuts) {
    const end = line.inkStart + cut.end;
    if (end <= inkStart) continue;
    lines.push({ start, end, inkStart, inkEnd: end });
    start = inkStart = line.inkStart + cut.start;
  }
  return [...lines, { start, end: line.end, inkStart, inkEnd: line.inkEnd }];
}
