import { splitLines } from '../text/lines';
import { readingOf } from '../text/readingText';
import type { TextEdit } from './moveStructure';
import type { Structure } from './readTranscript';
import { cutFinely, findInlineLabels } from './record/runTogether';

/**
 * Lines of this length are read as running text whatever they say; only their beginning (labels, datelines, enumerators)
 * and their last characters (page breaks) have a say in the structure.
 */
const RUNNING_LINE = 200;
const LINE_HEAD = 120;
const LINE_TAIL = 40;
/** Whether a name that comes once speaks is decided by so much of its text; a legend is looked for in the first pages. */
const TURN_HEAD = 420;
const LEGEND_REACH = 21_000;

/**
 * Whether an edit can have changed nothing but the words of one official's answer: it lies inside a long line of running
 * text, away from its ends, in a turn whose speaker and kind do not depend on what is said.
 */
export function keepsStructure(
  before: string,
  after: string,
  { turns, articles, hasAsker }: Structure,
  edit: TextEdit,
): boolean {
  if (!hasAsker || articles.length === 0 || articles.some(({ form }) => form !== 'record')) return false;
  const turn = turns.find(({ start, end }) => start <= edit.start && edit.oldEnd <= end);
  if (!turn || (turn.kind !== 'answer' && turn.kind !== 'statement')) return false;
  if (/(?:议员|委员|主席|主持人?)$/u.test(readingOf(turn.role)) || edit.start < turn.bodyStart + TURN_HEAD)
    return false;
  const hasShortForm = turns.some(({ label, speaker }) => label.length <= 3 && speaker !== '' && speaker !== label);
  if (hasShortForm && edit.start < LEGEND_REACH) return false;
  const [old, now] = [runningLine(before, edit.start, edit.oldEnd), runningLine(after, edit.start, edit.newEnd)];
  return old !== undefined && old === now;
}

/** The labels between two line ends, where `[start, end)` lies inside running text without any. */
function runningLine(text: string, start: number, end: number): string | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', start);
  const words = text.slice(from, to < 0 ? text.length : to);
  const lines = cutFinely(words, splitLines(words)[0]!);
  const line = lines.find((own) => own.start <= start - from && end - from <= own.end);
  if (!line || line.end - line.start < RUNNING_LINE) return undefined;
  if (start - from - line.start < LINE_HEAD || line.end - (end - from) < LINE_TAIL) return undefined;
  // a line that ends a sentence is not joined with the next, whatever stands in it
  return /[。！？][\s]*$/u.test(words.slice(Math.max(line.start, line.end - 8), line.end))
    ? `${lines.length} ${findInlineLabels(words).map(({ key }) => key)}`
    : undefined;
}
