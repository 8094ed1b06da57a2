import type { ImportedLine } from './importedLine';

/**
 * The lines of an original with those kept that a person took back when the transcript was made: lines to be left out that
 * stand in its text, more often than others that say the same are kept.
 */
export function takenBackBefore(lines: readonly ImportedLine[], transcript: string): ImportedLine[] {
  const more = new Map<string, number>();
  const count = (text: string, by: 1 | -1) => more.set(text.trim(), (more.get(text.trim()) ?? 0) + by);
  for (const line of transcript.split('\n')) count(line, 1);
  for (const { text, dropped } of lines) if (dropped === undefined) count(text, -1);
  return lines.map((line) => {
    const text = line.text.trim();
    if (line.dropped === undefined || text === '' || (more.get(text) ?? 0) <= 0) return line;
    count(text, -1);
    return { text: line.text };
  });
}
