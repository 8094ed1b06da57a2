import { textWidth } from './characterWidth';
import type { FlowLine } from './flowLine';
import type { DropReason } from './importedLine';
import { joinLines } from './joinLines';
import { compoundsOf, jointOf } from './joinWords';
import { textFurniture } from './textFurniture';

/** What becomes of one line of a text: `joins`, it goes on with the paragraph before it. */
export interface LineFate {
  /** Offsets of what the line says, without blanks at its ends and without its line break. */
  readonly start: number;
  readonly end: number;
  readonly joins: boolean;
  readonly dropped?: DropReason;
}

const SENTENCE_END = /[。！？!?…：:；;”’」』）)】]["'”’]?$/u;

/**
 * What becomes of the lines of a plain text (LF) whose lines were broken by layout. A text that has one paragraph a line
 * keeps all its lines.
 */
export function textLayout(text: string): LineFate[] {
  const lines = linesOf(text);
  const dropped = textFurniture(lines.map(({ words }) => words));
  const width = brokenWidth(lines.filter((_, index) => !dropped.has(index)).map(({ line }) => line));
  const kept = lines.flatMap(({ words }, index) => (words === '' || dropped.has(index) ? [] : [index]));
  const joins = new Set<number>();
  if (width !== undefined) {
    const flow = flowLines(lines, kept, dropped, width);
    joinLines(flow).forEach((does, at) => {
      if (does) joins.add(kept[at]!);
    });
  }
  return lines.map(({ start, words }, index) => {
    const reason = dropped.get(index);
    return {
      start,
      end: start + words.length,
      joins: joins.has(index),
      ...(reason === undefined ? {} : { dropped: reason }),
    };
  });
}

/** Whether lines of the text are broken by layout, or heads and numbers of pages stand in it. */
export function isBrokenByLayout(text: string): boolean {
  return textLayout(text).some(({ joins, dropped }) => joins || dropped !== undefined);
}

interface Line {
  /** With the blanks before it, which are its indent. */
  readonly line: string;
  readonly words: string;
  /** Offset of `words`. */
  readonly start: number;
}

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map((raw) => {
    const line = raw.trimEnd();
    const words = line.trimStart();
    const start = at + line.length - words.length;
    at += raw.length + 1;
    return { line, words, start };
  });
}

/**
 * The width that layout has filled, in characters; undefined where lines end as paragraphs do. Lines are broken by layout
 * where many end at the same width, hardly one goes beyond it, and many of those stop within a sentence.
 */
function brokenWidth(lines: readonly string[]): number | undefined {
  const full = lines.filter((line) => line.trim() !== '');
  const widths = full.map((line) => textWidth(line)).sort((a, b) => a - b);
  if (widths.length < 4) return undefined;
  const width = widths[Math.floor(widths.length * 0.97)]!;
  if (width < 10 || width > 120) return undefined;
  const reaching = full.filter((line) => Math.abs(textWidth(line) - width) <= 2.5);
  const inSentence = reaching.filter((line) => !SENTENCE_END.test(line.trim())).length;
  const enough = reaching.length >= 3 && reaching.length >= full.length * 0.25;
  return enough && inSentence >= reaching.length * 0.3 && inSentence >= 2 ? width : undefined;
}

function flowLines(
  lines: readonly Line[],
  kept: readonly number[],
  dropped: ReadonlyMap<number, DropReason>,
  width: number,
): FlowLine[] {
  const blanksAbove = kept.map((index, at) => index - (kept[at - 1] ?? -1) - 1);
  const pairs = blanksAbove.slice(1).filter((_, at) => !crosses(kept[at]!, kept[at + 1]!, dropped));
  // a text with a blank line behind every line says nothing by it
  const usual = pairs.length > 0 && pairs.every((count) => count >= 1) ? 1 : 0;
  return kept.map((index, at) => {
    const { line, words } = lines[index]!;
    const isAcross = at > 0 && crosses(kept[at - 1]!, index, dropped);
    return {
      text: words,
      indent: textWidth(line.slice(0, line.length - words.length)),
      room: width - textWidth(line),
      gap: at === 0 || isAcross ? undefined : Math.max(0, blanksAbove[at]! - usual),
      size: 1,
    };
  });
}

/** Whether a page ends between two lines. */
function crosses(from: number, to: number, dropped: ReadonlyMap<number, DropReason>): boolean {
  for (let index = from + 1; index < to; index++) if (dropped.has(index)) return true;
  return false;
}

/** A change of a text: the UTF-16 units from `start` to `end` become `text`. */
export interface LayoutEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest edits, in text order, that carry out `fates` on their text: what is not touched stays where it is. */
export function layoutEdits(text: string, fates: readonly LineFate[]): LayoutEdit[] {
  const edits: LayoutEdit[] = [];
  const known = compoundsOf(text);
  let last: LineFate | undefined;
  /** Where the text is already taken away to. */
  let done = 0;
  const add = (start: number, end: number, words: string) => {
    if (start < end || words !== '') edits.push({ start, end, text: words });
    done = Math.max(done, end);
  };
  for (const fate of fates) {
    const isBlank = fate.start === fate.end;
    const lineEnd = endOfLine(text, fate.end);
    if (fate.dropped !== undefined) add(Math.max(done, startOfLine(text, fate.start)), lineEnd, '');
    else if (fate.joins && last) {
      const { cut, between } = jointOf(text.slice(last.start, last.end), text.slice(fate.start, fate.end), known);
      // lines dropped or blank in between go with the break
      while (edits.length > 0 && edits.at(-1)!.start >= last.end - cut) edits.pop();
      add(last.end - cut, fate.start, between);
    }
    if (fate.dropped === undefined && !isBlank) last = fate;
  }
  return edits;
}

const startOfLine = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

const endOfLine = (text: string, offset: number): number => {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
};
