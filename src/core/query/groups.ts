import type { Query } from './query';
import type { Row } from './row';

/** By what findings are told apart. `attribute:KEY` is what the analyst noted of the document under that key. */
export const GROUPINGS = [
  ...['tag', 'speaker', 'role', 'outlet', 'document', 'month', 'year', 'kind', 'creator', 'slogan', 'indicator'],
] as const;
export type Grouping = string;

/** What is counted: findings, the documents that hold them, or their characters. */
export const MEASURES = ['passages', 'documents', 'characters'] as const;
export type Measure = (typeof MEASURES)[number];

const ATTRIBUTE = 'attribute:';

export const isGrouping = (name: string): boolean =>
  (GROUPINGS as readonly string[]).includes(name) || (name.startsWith(ATTRIBUTE) && name.length > ATTRIBUTE.length);

/** The groups that a finding belongs to: of its tags each; one empty name where what is asked for is not known. */
export function groupsOf(row: Row, by: Grouping): readonly string[] {
  if (by.startsWith(ATTRIBUTE)) return [row.attributes[by.slice(ATTRIBUTE.length)] ?? ''];
  switch (by) {
    case 'tag':
      return row.tags.length > 0 ? row.tags : [''];
    case 'document':
      return [row.path];
    case 'month':
      return [row.date.slice(0, 7)];
    case 'year':
      return [row.date.slice(0, 4)];
    case 'slogan':
      return [row.slogan ?? ''];
    case 'indicator':
      return [row.figure?.indicator ?? ''];
    case 'speaker':
    case 'role':
    case 'outlet':
    case 'kind':
    case 'creator':
      return [row[by]];
    default:
      return [''];
  }
}

/** The query that finds what has names of the groupings: slogans and indicators only their own findings have. */
export function findingGroups(query: Query, groupings: readonly Grouping[]): Query {
  if (groupings.includes('slogan')) return { ...query, find: 'slogans' };
  return groupings.includes('indicator') ? { ...query, find: 'figures' } : query;
}

/** How much the findings come to. */
export function measured(rows: readonly Row[], measure: Measure): number {
  if (measure === 'passages') return rows.length;
  if (measure === 'documents') return new Set(rows.map(({ path }) => path)).size;
  return rows.reduce((sum, { text }) => sum + [...text.replace(/\s+/gu, '')].length, 0);
}
