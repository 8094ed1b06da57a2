import type { Analysis } from '../analysis';
import { readingOf } from '../text/readingText';
import { isField } from '../transcript/speakers';

/** A heading is no way through a site, and no sentence. */
const NO_HEADING = /[>|｜]|[，。；！？：:,;!?]$/u;
/** 时间：…; a person before a colon makes a heading (周明：用水价格将下降). */
const LABEL = /^([^：:]{1,8})[：:]/u;
const MARKDOWN = /^#{1,6}[ \u3000]+/u;
const HEADING = /(?:\p{Script=Han}.*){6}/u;
const MAX_LENGTH = 60;

/** The heading that a document visibly has: its first line, where that stands above the first turn; else undefined. */
export function foundTitle(text: string, { turns }: Pick<Analysis, 'turns'>): string | undefined {
  const head = text.slice(0, turns[0]?.start ?? text.length);
  const line = (/\S.*/u.exec(head)?.[0] ?? '').replace(MARKDOWN, '').trim();
  const label = readingOf(LABEL.exec(line)?.[1] ?? '').trim();
  if (label !== '' && isField(label)) return undefined;
  return line.length <= MAX_LENGTH && HEADING.test(line) && !NO_HEADING.test(line) ? line : undefined;
}

/** The title of a document as it is cited: in square brackets where it was found in the text and nobody has set it. */
export function citedTitle(text: string, analysis: Pick<Analysis, 'turns'>, title: string | undefined): string {
  const found = title === undefined ? foundTitle(text, analysis) : undefined;
  return title ?? (found ? `［${found}］` : '');
}
