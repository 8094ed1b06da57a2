import { diffIndices } from 'node-diff3';
import type { LayoutEdit } from './textLayout';

/** Beyond this many changed lines a comparison would take minutes. */
const MAX_COMPARED_LINES = 5000;

/** Edits, in text order, that make `after` of `before`, both with LF, by the lines that differ; others are left alone. */
export function replaceLines(before: string, after: string): LayoutEdit[] {
  if (before === after) return [];
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  const [was, is] = [old.slice(head), now.slice(head)];
  const starts = [0];
  for (const line of old) starts.push(starts.at(-1)! + line.length);
  if (Math.max(was.length, is.length) > MAX_COMPARED_LINES)
    return [{ start: starts[head]!, end: before.length, text: is.join('') }];
  return diffIndices(was, is).map(({ buffer1: [from, length], buffer2Content }) => ({
    start: starts[head + from]!,
    end: starts[head + from + length]!,
    text: buffer2Content.join(''),
  }));
}

/** Lines with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
