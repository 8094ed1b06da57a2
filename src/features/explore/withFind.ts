import { findingGroups } from '../../core/query/groups';
import type { Query } from '../../core/query/query';
import type { Choice } from './messages';

/** What has to be found for a mode and its groupings. */
export function withFind({ mode, query, by, across }: Choice): Query {
  if (mode === 'concordance') return { ...query, find: 'words' };
  if (mode === 'table') return { ...query, find: 'figures' };
  if (mode !== 'matrix' && mode !== 'counts') return query;
  return findingGroups(query, mode === 'counts' ? [by] : [by, across]);
}
