import { isAmong } from '../text/characters';
import type { Span } from '../text/span';
import { ADDED, ROW } from './enumerators';
import { ANY, align, COMMA, isOneLength, SEMICOLON, tells, trimItem } from './lists';

/*
 * Runs: so many things side by side that could be a list, whatever separates them. How much they are alike says whether
 * they are one.
 */

interface Part extends Span {
  /** The mark before it. */
  readonly joint: string;
}

/** How the parts of a run are set off from one another. */
type Level = 'list' | 'clauses' | 'subjects';

export interface Run {
  readonly items: readonly Span[];
  readonly likeness: number;
}

/** Text between two of `separators`, none inside brackets or quotation marks. */
function partsOf(text: string, start: number, end: number, separators: string): Part[] {
  const parts: Part[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 0;
    if (isAmong('“「（(', code)) depth++;
    if (isAmong('”」）)', code)) depth = Math.max(0, depth - 1);
    if (at < end && (depth > 0 || !isAmong(separators, code))) continue;
    if (at > from) parts.push({ start: from, end: at, joint: from > start ? text[from - 1]! : '' });
    from = at + 1;
  }
  return parts;
}

/** Clauses of this length hardly tell what somebody did. */
const SHORT = 8;

const CLAUSE_MARKS = COMMA + SEMICOLON;

/**
 * The runs of exactly `count` things in `[start, end)`, a stretch of one sentence: the last ones where `isLast`, else the
 * first. A list joined by 、 that has more elements on that side is none.
 */
export function runsOf(text: string, start: number, end: number, count: number, isLast: boolean): Run[] {
  const runs: Run[] = [];
  const add = (all: readonly Part[], level: Level) => {
    if (all.length < count || count < 2) return;
    const parts = isLast ? all.slice(-count) : all.slice(0, count);
    const further = isLast ? parts[0]!.joint : all[count]?.joint;
    if (further && /[、和与及]/u.test(further)) return;
    const run = measure(text, parts, level, all.length === count);
    if (run) runs.push(run);
  };
  const elements = partsOf(text, start, end, ANY);
  add(elements, 'list');
  const clauses = partsOf(text, start, end, CLAUSE_MARKS);
  add(clauses, 'clauses');
  add(clauses, 'subjects');
  // 由A、B和C组成: a list inside one clause, whose last two are joined by a word
  const clause = isLast ? clauses.at(-1) : clauses[0];
  if (clause) add(partsOf(text, clause.start, clause.end, '、和与及'), 'list');
  return runs.sort((a, b) => b.likeness - a.likeness);
}

function measure(text: string, parts: readonly Part[], level: Level, isWhole: boolean): Run | undefined {
  const joints = parts.slice(1).map(({ joint }) => joint);
  const commas = joints.filter((joint) => joint !== '、' && !/[和与及]/u.test(joint)).length;
  if (level === 'list' && (commas * 2 > joints.length || joints[0] === '，')) return undefined;
  if (level !== 'list' && parts.some(({ start, end }) => text.slice(start, end).includes('、'))) return undefined;
  const rows = parts.filter(({ start, end }) => rowOf(text.slice(start, end)) > 0).length;
  const own = parts.map((part) => ownWords(text, part, level, rows >= 2));
  if (!own.every((span) => span !== undefined)) return undefined;
  const items = level === 'subjects' ? own : align(text, own);
  const words = items.map(({ start, end }) => text.slice(start, end));
  if (!words.every(isName)) return undefined;
  // 种、养、加三个环节: a single character is listed with its like
  const lengths = words.map((word) => word.length);
  if (Math.min(...lengths) === 1 && Math.max(...lengths) > 2) return undefined;
  const likeness =
    (level === 'list' && commas === 0 ? Math.min(parts.length, 3) : 0) +
    (level === 'subjects' ? 2 : 0) +
    (isWhole ? 1 : 0) +
    (parts.length > 3 && words.every((word) => word.length <= SHORT) ? 1 : 0) +
    (rows === parts.length ? 2 : 0) +
    (isShared(words, (word) => word[0]!) ? 2 : 0) +
    (isShared(words, (word) => word.at(-1)!) ? 2 : 0) +
    (isOneLength(items, 0) ? 2 : isOneLength(items, 2) ? 1 : 0);
  return { items, likeness };
}

/** Behind 又要, or behind the 既要 of a first clause, whose subject stands before it. */
const rowOf = (words: string): number =>
  (ROW.exec(words) ?? /^[^既]{1,10}既(?:要|能|有|得|须|需)?(?=..)/u.exec(words))?.[0].length ?? 0;

/** A part without what joins it to the one before; of `创造是源头` the subject, where every part is such a clause. */
function ownWords(text: string, { start, end }: Span, level: Level, isRow: boolean): Span | undefined {
  const words = text.slice(start, end);
  const joined = ADDED.exec(words)?.[0].length ?? (isRow ? rowOf(words) : 0);
  const governed = /^(?:一律|凡是|由|靠)(?=..)/u.exec(words.slice(joined))?.[0].length ?? 0;
  if (level !== 'subjects') return trimItem(text, { start: start + joined + governed, end });
  const subject = /^([^是]{1,8}?)(?:才|就|便)?是[^是]{1,12}$/u.exec(words)?.[1];
  return subject ? { start, end: start + subject.length } : undefined;
}

const isShared = (words: readonly string[], key: (word: string) => string): boolean =>
  words.every((word) => key(word) === key(words[0]!));

/** Whether words can name something that a formula stands for, rather than tell what somebody did. */
export const isName = (words: string): boolean =>
  words.length > 0 &&
  words.length <= 20 &&
  !/[“”「」"\d]|^[这那其它他她我你您]|^(?:目前|今年|去年|但|而|因此|所以|如果|为了|为此|通过|例如|比如)/u.test(words) &&
  !tells(words);
