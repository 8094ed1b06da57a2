import { bareLetters } from './bareLetters';
import { printedAddress } from './browserMargins';
import type { Segment } from './pageSegments';
import type { SetPage } from './setPage';
import { titleOfWindow } from './titleOfWindow';

/**
 * What set pages say of themselves: their title, and the address that a browser prints on them. `stated`: the title that
 * the file states.
 */
export function pdfFacts(
  stated: string,
  pages: readonly SetPage[],
): { readonly title?: string; readonly url?: string } {
  const first = pages.find(({ items }) => items.some(({ text }) => text.trim() !== ''));
  if (!first) return {};
  const { segments, margins, height } = first;
  const isMargin = new Set(margins);
  const title = titleOf(
    stated.trim(),
    segments.filter((segment) => !isMargin.has(segment)),
    height,
  );
  const url = printedAddress(margins);
  return { ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };
}

/**
 * What the file states, with or without the name of a site, where the page says the same (programs state names of files),
 * else the largest words in the upper half of the page. Undefined where no words are larger than others.
 */
function titleOf(stated: string, segments: readonly Segment[], height: number): string | undefined {
  const says = bareLetters(segments.map(({ text }) => text).join(''));
  const found = [stated, titleOfWindow(stated)].find(
    (title) => bareLetters(title).length > 3 && says.includes(bareLetters(title)),
  );
  if (found !== undefined) return found;
  const largest = segments.reduce((most, { size }) => Math.max(most, size), 0);
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0);
  const large = segments.filter(({ size, y }) => size > 0.9 * largest && y < 0.6 * height);
  const words = large.map(({ text }) => text).join('');
  return words.length > 3 && words.length < 120 && words.length < 0.4 * letters ? words : undefined;
}
