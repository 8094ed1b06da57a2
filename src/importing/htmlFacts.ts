import { bareLetters } from '../core/importing/bareLetters';
import { sourceLine } from '../core/importing/sourceLine';
import { titleOfWindow } from '../core/importing/titleOfWindow';
import { isoDay } from '../core/text/isoDay';
import type { MarkedBlock } from './htmlBlocks';
import type { OriginalFacts } from './original';

const NAMES = {
  title: ['og:title', 'articletitle', 'title', 'dc.title', 'twitter:title'],
  date: [
    'article:published_time',
    'pubdate',
    'publishdate',
    'publish_time',
    'publishtime',
    'og:release_date',
    'date',
    'dc.date',
    'datepublished',
  ],
  outlet: ['contentsource', 'source', 'mediaid', 'og:site_name', 'sitename', 'application-name', 'author'],
  url: ['og:url', 'url'],
} as const;

/** What a page says of itself in its head, and in the line under its title. */
export function htmlFacts(
  document: Document,
  html: string,
  blocks: readonly MarkedBlock[],
  address?: string,
): OriginalFacts {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const key = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const value = (meta.getAttribute('content') ?? '').trim();
    if (key !== '' && value !== '' && !metas.has(key)) metas.set(key, value);
  }
  const first = (keys: readonly string[]) => keys.map((key) => metas.get(key)).find((value) => value !== undefined);
  const window = document.querySelector('title')?.textContent ?? '';
  const heading = headingOf(blocks, window);
  const saved = /<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000})/iu.exec(html.slice(0, 4000))?.[1];
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const said = blocks.slice(0, 400).map(({ text }) => sourceLine(text));
  const title = first(NAMES.title) ?? heading ?? titleOfWindow(window);
  const date = day(first(NAMES.date)) ?? said.find((line) => line.date)?.date;
  // the pages of a platform are published by its accounts
  const account = document.querySelector('#js_name')?.textContent?.trim() || undefined;
  const outlet =
    account ??
    first(NAMES.outlet.slice(0, 3)) ??
    said.find((line) => line.outlet)?.outlet ??
    first(NAMES.outlet.slice(3));
  const url = [canonical, first(NAMES.url), saved, address].find(
    (link) => link !== undefined && /^https?:\/\//iu.test(link),
  );
  return {
    ...(title ? { title: title.replace(/\s+/gu, ' ').slice(0, 300) } : {}),
    ...(date ? { date } : {}),
    ...(outlet ? { outlet: outlet.slice(0, 100) } : {}),
    ...(url ? { url } : {}),
  };
}

/** The heading that the title of the window says too, else the first one. */
function headingOf(blocks: readonly MarkedBlock[], window: string): string | undefined {
  const headings = blocks.flatMap(({ text, isHeading, region }) => (isHeading && region === undefined ? [text] : []));
  const said = headings.filter(
    (text) => bareLetters(text).length > 2 && bareLetters(window).includes(bareLetters(text)),
  );
  return said.sort((a, b) => b.length - a.length)[0] ?? headings[0];
}

function day(stated: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(stated ?? '') ?? [];
  return year && month && day ? isoDay(year, month, day) : undefined;
}
