import { characterWidth, textWidth } from './characterWidth';
import type { FlowLine } from './flowLine';
import { pageNumberOf } from './pageNumber';

const LABEL = /^[^\s，。！？；：:“”]{1,24}(?:（[^（）]{1,30}）)?[：:]/u;
const QUESTION_AND_ANSWER = /^(?:[问答問]|[QA])\s*[：:、.．]/u;
const ENUMERATOR = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))/u;
const BRACKETED = /^[【〔[]/u;
const SENTENCE_END = /(?:[。！？!?…]|(?<=\p{Script=Han})\.)["'”’」』）)】]*$|[”」』]$/u;
const MID_SENTENCE = /[，、,]$/u;
const CLOSING = /^[，。、；：！？”’）》」』】〉…—·,.;:!?)\]}%％]/u;

/** What the layout of a whole text says of paragraphs. */
interface Habits {
  /** Whether paragraphs begin with a blank. */
  readonly indents: boolean;
  /** Whether paragraphs stand apart. */
  readonly spaces: boolean;
}

const INDENT = 1.2;
const APART = 0.4;

/**
 * For each line whether it goes on with the paragraph of the line before. Told by shape: a line that had room for the
 * next word ended its paragraph; indents, blanks between lines, sizes, labels and open sentences say the rest.
 */
export function joinLines(lines: readonly FlowLine[]): boolean[] {
  const habits = habitsOf(lines);
  const quoted = quotationsOf(lines);
  let open = '';
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const joins = before !== undefined && continues(before, line, habits, open, quoted.has(index));
    open = joins ? (open + line.text).slice(-400) : line.text;
    return joins;
  });
}

function continues(before: FlowLine, line: FlowLine, habits: Habits, paragraph: string, isQuoted: boolean): boolean {
  if (before.isRow || line.isRow) return false;
  // the number of a page is no part of a figure
  if (isPageNumber(line.text) || (isPageNumber(before.text) && /^\d/u.test(line.text))) return false;
  if (Math.max(before.size, line.size) > 1.12 * Math.min(before.size, line.size)) return false;
  const isDone = SENTENCE_END.test(before.text);
  const isIndented = line.indent >= INDENT;
  if (
    line.gap !== undefined &&
    line.gap >= APART &&
    (habits.spaces || line.gap >= 1) &&
    (isDone || hasRoom(before, line) || startsParagraph(line.text))
  )
    return false;
  if (habits.indents && isIndented && !isQuoted) return false;
  if (habits.indents && isIndented && (isDone || hasRoom(before, line) || startsParagraph(line.text))) return false;
  if (/\d[.．]$/u.test(before.text) && /^\d/u.test(line.text) && !ENUMERATOR.test(before.text)) return true;
  if (hasRoom(before, line)) return isOpen(before.text, paragraph) && !startsParagraph(line.text);
  if (before.text.length < 3) return false;
  return !(isDone && (startsParagraph(line.text) || line.gap === undefined) && !habits.indents) || isMid(before.text);
}

const isPageNumber = (text: string): boolean => pageNumberOf(text) !== undefined;

const isMid = (text: string): boolean => MID_SENTENCE.test(text);

const startsParagraph = (text: string): boolean =>
  LABEL.test(text) || QUESTION_AND_ANSWER.test(text) || ENUMERATOR.test(text) || BRACKETED.test(text);

/** Whether the next line's first word would still have fitted. */
export function hasRoom(before: FlowLine, line: FlowLine): boolean {
  return before.room > firstWordWidth(line.text) + 0.7;
}

/** The width of what layout never breaks: a character with the marks that may not begin a line, a Latin word, a figure. */
function firstWordWidth(text: string): number {
  const latin = /^[“‘（(《「『【]*[\p{Script=Latin}\d.,%％+\-–/'’]+/u.exec(text);
  if (latin && latin[0].length > 1) return textWidth(latin[0]);
  let width = 0;
  let taken = 0;
  let rest = text;
  while (rest !== '') {
    const character = String.fromCodePoint(rest.codePointAt(0)!);
    const isOpening = /[“‘（(《「『【]/u.test(character);
    if (taken > 0 && !CLOSING.test(rest)) break;
    width += characterWidth(character);
    if (!isOpening) taken++;
    rest = rest.slice(character.length);
    if (width > 6) break;
  }
  return width;
}

/** Whether a sentence that stops here cannot be at its end: at a comma, or within brackets or quotation marks. */
function isOpen(text: string, paragraph: string): boolean {
  if (SENTENCE_END.test(text)) return false;
  if (isMid(text)) return true;
  return ['“”', '（）', '《》', '「」'].some(([opening, closing]) => {
    const at = paragraph.lastIndexOf(opening!);
    return at >= 0 && at > paragraph.lastIndexOf(closing!) && paragraph.length - at < 120;
  });
}

/** Of indented lines, how many must follow one another to be a quotation that is set in, and no paragraphs of one line. */
const QUOTATION = 4;

/** The lines, but for the first of each, of passages that are set in as a whole. */
function quotationsOf(lines: readonly FlowLine[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  let start = 0;
  for (let index = 1; index <= lines.length; index++) {
    const goesOn = lines[index] && Math.abs(lines[index]!.indent - lines[start]!.indent) < 0.5;
    if (goesOn) continue;
    if (lines[start]!.indent >= INDENT && index - start >= QUOTATION)
      for (let at = start + 1; at < index; at++) quoted.add(at);
    start = index;
  }
  return quoted;
}

/** Paragraphs are surely begun behind lines that end a sentence and had room. */
function habitsOf(lines: readonly FlowLine[]): Habits {
  let starts = 0;
  let indented = 0;
  let apart = 0;
  let known = 0;
  for (let index = 1; index < lines.length; index++) {
    const [before, line] = [lines[index - 1]!, lines[index]!];
    if (before.isRow || line.isRow || before.room < 2.5 || !SENTENCE_END.test(before.text)) continue;
    starts++;
    if (line.indent >= INDENT && line.indent < 8) indented++;
    if (line.gap === undefined) continue;
    known++;
    if (line.gap >= APART) apart++;
  }
  const indents = starts > 0 ? indented > starts / 2 : looksIndented(lines);
  return { indents, spaces: known > 0 && apart > known / 2 };
}

/** Where no paragraph surely begins: whether some lines begin with the usual blank of two characters, and others do not. */
function looksIndented(lines: readonly FlowLine[]): boolean {
  const indented = lines.filter(({ indent }) => indent >= INDENT && indent < 3).length;
  return indented > 0 && indented <= lines.length * 0.6;
}
