import { groupBy } from '../../groupBy';
import type { Line } from '../../text/lines';
import { readLabel } from '../speakers';
import { STAMP } from './labels';

/*
 * Lines that hold several: pages that lost their line ends on the way keep the indents of their paragraphs, or nothing but
 * the labels of those who speak.
 */

/** So long is a line with indents in it before they are taken for those of paragraphs, not for gaps of a table. */
const LEAST = 200;
const INDENT = /\u3000{2,}(?=[^\s\u3000])/gu;

const NUMBER = '[◆◇●○■□▲△★☆※►▶Ø•◎]{0,2}(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．][ \\u3000]?)?';
const WHO = '[^，。！？：:；“”"\\s…（）()【】\\[\\]]';
/**
 * What could be the label of a turn: at the beginning of a line, behind a sentence, or behind a blank where it says asking or
 * answering. 何某答道：“……” is a report.
 */
const INLINE = new RegExp(
  `(?:^|(?<=[。！？!?…][”）)]*)|(?<=(?:如下|实录)[：:])|(?<=[ \\t\\u3000])(?=${NUMBER}(?:追?问|提问|答|回答|解答|[QA]\\d{0,2})[：:]))[ \\t\\u3000]*(?:[\\[(（【]?${STAMP}[\\])）】]?[ \\t\\u3000]*(?:[-–—][ \\t\\u3000]*)?)?(?=${NUMBER}(?:(${WHO}{1,16})[：:](?!//|(?<=..[：:])[“「『])|[【\\[［〔（(](${WHO}{1,8})[】\\]］〕）)]))`,
  'gu',
);

/** Where a turn could begin in a line, and by whose label. */
export interface InlineLabel {
  /** Where the words before it end, and where it begins. */
  readonly end: number;
  readonly start: number;
  /** The label without its number. */
  readonly key: string;
  readonly asks: boolean;
  /** It says by its words that somebody asks, answers, presides or is a guest. */
  readonly isPart: boolean;
  /** It is a name or an office, or stands in square brackets. */
  readonly isName: boolean;
}

/** The labels that could open turns within one line; its own first one included. */
export function findInlineLabels(words: string): InlineLabel[] {
  if (!/[：:】\]］〕）)]/u.test(words)) return [];
  const found: InlineLabel[] = [];
  for (const { 0: blank, 1: plain, 2: bracketed, index } of words.matchAll(INLINE)) {
    const text = (plain ?? bracketed)!;
    const start = index + blank.length;
    if (found.at(-1)?.start === start) continue;
    const { sense } = readLabel({ text, form: plain === undefined ? 'bracket' : 'colon' });
    // in brackets many words stand that are no labels
    const isPart = /^(?:asker|answerer|host|guest)$/u.test(sense);
    const isSquare = /[[【［]/u.test(words[start] ?? '');
    if (sense === 'none' || (plain === undefined && !isSquare && sense !== 'asker' && sense !== 'answerer')) continue;
    const key = text.replace(/[一二三四五六七八九十\d]+$/u, '');
    const isName = sense === 'name' || sense === 'official' || plain === undefined;
    found.push({ end: index, start, key, asks: sense === 'asker', isPart, isName });
  }
  return found;
}

/** The lines of a text, those that hold several turns or paragraphs cut into them. */
export function cutLines(text: string, lines: readonly Line[]): Line[] {
  const labels = lines.map((line) => findInlineLabels(text.slice(line.inkStart, line.inkEnd)));
  const takesTurns = turnTaking(labels);
  const isInDialogue = dialogueOf(labels);
  const isAnswered = lines.map((line, index) => isAnsweredWithin(text, line, labels[index]!));
  const areAnswered = isAnswered.filter(Boolean).length > 1;
  return lines.flatMap((line, index) => {
    const isOwn = areAnswered && isAnswered[index];
    const cuts = labels[index]!.filter(({ end, key }) => end > 0 && (isOwn || takesTurns(key) || isInDialogue(key)));
    return cut(line, [...indentsOf(text, line), ...cuts]);
  });
}

const ANSWER = /^(?:答|回答|解答|答复|A)$/u;
const ASKS = /^[^。！？?]{4,160}[？?][”"]?$/u;

/** 1.怎么办理？答：……: a question without label, and the answer to it. */
function isAnsweredWithin(text: string, { inkStart }: Line, labels: readonly InlineLabel[]): boolean {
  const [label, other] = labels;
  return (
    label !== undefined &&
    other === undefined &&
    ANSWER.test(label.key) &&
    ASKS.test(text.slice(inkStart, inkStart + label.end))
  );
}

/** The paragraphs of a line that kept their indents. */
function indentsOf(text: string, line: Line): { readonly end: number; readonly start: number }[] {
  if (line.inkEnd - line.inkStart <= LEAST) return [];
  const words = text.slice(line.inkStart, line.inkEnd);
  if (!words.includes('\u3000\u3000')) return [];
  return [...words.matchAll(INDENT)].map(({ 0: blank, index }) => ({ end: index, start: index + blank.length }));
}

/** A line at its finest: cut wherever a turn or a paragraph could begin. */
export function cutFinely(text: string, line: Line): Line[] {
  const words = text.slice(line.inkStart, line.inkEnd);
  return cut(line, [...indentsOf(text, line), ...findInlineLabels(words).filter(({ end }) => end > 0)]);
}

/**
 * The labels that take turns within lines: of those that ask and those that answer there are as many, but for the one that may be
 * missing, and in one line at least an answer stands behind its question.
 */
function turnTaking(labels: readonly (readonly InlineLabel[])[]): (key: string) => boolean {
  const together = labels.some((own) => own.some(({ asks }, at) => asks && own[at + 1] && !own[at + 1]!.asks));
  if (!together) return () => false;
  const all = labels.filter(({ length }) => length > 1).flat();
  const answers = new Map<string, number>();
  let asked = 0;
  let answered = 0;
  all.forEach(({ asks, key }, at) => {
    if (asks) {
      asked++;
      return;
    }
    if (!all[at - 1]?.asks) return;
    answered++;
    answers.set(key, (answers.get(key) ?? 0) + 1);
  });
  const asking = new Set(all.filter(({ asks }) => asks).map(({ key }) => key));
  // one question alone is told by its word
  if (answered * 3 < asked * 2 || (asked === 1 && !SAYS_SO.test([...asking][0]!))) return () => false;
  return (key) => asking.has(key) || answers.has(key);
}

/** So many labels within lines make a dialogue. */
const LEAST_WITHIN = 3;

/**
 * Those who speak by turns within lines, whatever they are called: parts of a dialogue and names, of whom two come again, or one
 * and two who ask. In a record that begins its lines with labels, what stands within them is quoted.
 */
function dialogueOf(labels: readonly (readonly InlineLabel[])[]): (key: string) => boolean {
  const speaking = labels.flat().filter(({ isPart, isName }) => isPart || isName);
  const within = speaking.filter(({ end }) => end > 0).length;
  if (within < LEAST_WITHIN || within * 2 < speaking.length) return () => false;
  const known = groupBy(speaking, ({ key }) => key);
  const again = [...known.values()].filter((same) => same.length > 1).length;
  const askers = [...known.values()].filter(([label]) => label!.asks).length;
  return (key) => (again > 1 || (again > 0 && askers > 1)) && known.has(key);
}

const SAYS_SO = /^(?:问|提问|记者|.{2,12}记者|Q)$/u;

function cut(line: Line, places: readonly { readonly end: number; readonly start: number }[]): Line[] {
  if (places.length === 0) return [line];
  const cuts = places.toSorted((a, b) => a.start - b.start || a.end - b.end);
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
