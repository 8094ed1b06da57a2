import type { Analysis } from '../analysis';

/** A heading is no field of the head, no way through a site, and no sentence. */
const NO_HEADING = /^[^：:]{1,8}[：:]|[>|｜]|[，。；！？：:,;!?]$/u;
const HEADING = /(?:\p{Script=Han}.*){6}/u;
const MAX_LENGTH = 60;

/** The heading that a document visibly has: its first line, where that stands above the first turn; else undefined. */
export function foundTitle(text: string, { turns }: Pick<Analysis, 'turns'>): string | undefined {
  const head = text.slice(0, turns[0]?.start ?? text.length);
  const line = /\S.*/u.exec(head)?.[0].trim() ?? '';
  return line.length <= MAX_LENGTH && HEADING.test(line) && !NO_HEADING.test(line) ? line : undefined;
}

/** The title of a document as it is cited: in square brackets where it was found in the text and nobody has set it. */
export function citedTitle(text: string, analysis: Pick<Analysis, 'turns'>, title: string | undefined): string {
  const found = title === undefined ? foundTitle(text, analysis) : undefined;
  return title ?? (found ? `［${found}］` : '');
}
