import { flowText } from '../yaml/writeYaml';
import type { Query } from './query';
import { QUERY_SHAPES } from './readQuery';

/** A query as people write it, a key a line; conditions without words are left out. `readQuery` reads the same from it. */
export function writeQuery(query: Query): string {
  const keys = Object.keys(QUERY_SHAPES) as (keyof Query)[];
  return keys.map((key) => (isSaid(query[key]) ? `${key}: ${flowText(query[key])}\n` : '')).join('');
}

const isSaid = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isSaid);
  return value !== undefined && value !== '';
};
