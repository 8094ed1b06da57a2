import type { ImportedLine } from './importedLine';
import { compoundsOf, join } from './joinWords';
import { textLayout } from './textLayout';

/** The paragraphs of a plain text (LF), one a line: lines broken by layout joined, heads and numbers of pages left out. */
export function cleanText(text: string): ImportedLine[] {
  const fates = textLayout(text);
  const isBroken = fates.some(({ joins }) => joins);
  const known = compoundsOf(text);
  const lines: ImportedLine[] = [];
  let last = -1;
  fates.forEach(({ start, end, joins, dropped }) => {
    const words = text.slice(start, end);
    if (dropped !== undefined) lines.push({ text: words, dropped });
    else if (joins && last >= 0) {
      // blank lines between the halves are no paragraphs
      lines[last] = { text: join(lines[last]!.text, words, known) };
      lines.push(...lines.splice(last + 1).filter((line) => line.dropped !== undefined || line.text !== ''));
    } else {
      const raw = isBroken ? words : text.slice(text.lastIndexOf('\n', start - 1) + 1, end);
      lines.push({ text: raw });
      if (words !== '') last = lines.length - 1;
    }
  });
  return lines;
}
