import type { Page } from './pageItem';
import { pageSegments } from './pageSegments';

const fold = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/**
 * The title of set pages: what the file states, where its first page says the same (programs state names of files), else
 * the largest words in the upper half of the first page that has words. Undefined where no words are larger than others.
 */
export function pdfTitle(stated: string, pages: readonly Page[]): string | undefined {
  const first = pages.find(({ items }) => items.some(({ text }) => text.trim() !== ''));
  if (!first) return undefined;
  const segments = pageSegments(first.items.filter(({ isTurned }) => !isTurned));
  const title = stated.trim();
  if (fold(title).length > 3 && fold(segments.map(({ text }) => text).join('')).includes(fold(title))) return title;
  const largest = segments.reduce((most, { size }) => Math.max(most, size), 0);
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0);
  const large = segments.filter(({ size, y }) => size > 0.9 * largest && y < 0.6 * first.height);
  const words = large.map(({ text }) => text).join('');
  return words.length > 3 && words.length < 120 && words.length < 0.4 * letters ? words : undefined;
}
