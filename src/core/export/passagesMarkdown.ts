import { type AnchorState, isAccepted } from '../annotation/anchoring/anchored';
import type { Row } from '../query/row';
import { sourceOf } from './citation';
import { escapeMarkdown } from './escapeMarkdown';

export type Grouping = 'tag' | 'transcript' | 'speaker';

/** Stands where there is no tag, or no speaker known. */
const NONE = '—';

/**
 * Passages under a heading for each tag, transcript or speaker, each a block quote with its source, its tags and its
 * note. Tags are sorted, without tag last; the others come in the order of the rows; a passage with several tags stands
 * under each. `wordState` words what has become of a passage that was not found as it was.
 */
export function writePassagesMarkdown(
  rows: readonly Row[],
  groupBy: Grouping,
  wordState: (state: AnchorState) => string = String,
): string {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of groupsOf(row, groupBy)) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const names = [...groups.keys()];
  if (groupBy === 'tag') names.sort(byTag);
  return names
    .map((name) =>
      [`## ${escapeMarkdown(name || NONE)}\n`, ...groups.get(name)!.map((row) => writePassage(row, wordState))].join(
        '\n',
      ),
    )
    .join('\n');
}

const byTag = (a: string, b: string): number =>
  a === '' || b === '' ? b.length - a.length : a < b ? -1 : a > b ? 1 : 0;

function groupsOf({ tags, path, speaker }: Row, groupBy: Grouping): readonly string[] {
  if (groupBy === 'transcript') return [path];
  if (groupBy === 'speaker') return [speaker];
  return tags.length === 0 ? [''] : tags;
}

function writePassage(row: Row, wordState: (state: AnchorState) => string): string {
  const { path, line, url, state, tags, note } = row;
  const known = sourceOf({ ...row, url: '' }).map(escapeMarkdown);
  const address = url.trim() === '' ? [] : [/^https?:\/\/[^\s<>]+$/u.test(url) ? `<${url}>` : escapeMarkdown(url)];
  const place = escapeMarkdown(line === null ? path : `${path}:${line}`);
  const source = [...known, ...address].join('，');
  const quote = escapeMarkdown(row.text).replace(/^/gmu, '> ');
  const remarks = [state === '' || isAccepted(state) ? '' : `*${escapeMarkdown(wordState(state))}*`]
    .concat(tags.map((tag) => `\\[${escapeMarkdown(tag)}\\]`))
    .filter((remark) => remark !== '');
  return [
    `${quote}\n>\n> — ${source === '' ? place : `${source}（${place}）`}\n`,
    ...(remarks.length > 0 ? [`${remarks.join(' ')}\n`] : []),
    ...(note.trim() === '' ? [] : [`${escapeMarkdown(note.trim())}\n`]),
  ].join('\n');
}
