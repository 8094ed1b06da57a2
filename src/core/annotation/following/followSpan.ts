import type { Span } from '../../text/span';
import type { TextEdit } from '../../transcript/moveStructure';

/**
 * Where a passage is after an edit. Words typed inside it belong to it, words typed at its ends do not; what is replaced
 * over one of its ends is cut off. Undefined where nothing of it is left.
 */
export function followSpan({ start, end }: Span, edit: TextEdit): Span | undefined {
  const by = edit.newEnd - edit.oldEnd;
  if (edit.oldEnd <= start) return { start: start + by, end: end + by };
  if (edit.start >= end) return { start, end };
  const from = edit.start >= start ? start : edit.newEnd;
  const to = edit.oldEnd <= end ? end + by : edit.start;
  return from < to ? { start: from, end: to } : undefined;
}
