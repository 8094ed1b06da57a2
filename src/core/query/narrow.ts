import type { Grouping } from './groups';
import type { Query } from './query';

/** The query whose findings are those of one group; undefined where a group has no name, and cannot be asked for. */
export function narrow(query: Query, by: Grouping, name: string): Query | undefined {
  if (name === '') return undefined;
  switch (by) {
    case 'tag':
      return { ...query, tags: { ...query.tags, all: [...(query.tags?.all ?? []), name] } };
    case 'document':
      return { ...query, files: [plainGlob(name)] };
    case 'month':
    case 'year':
      return { ...query, ...within(query, firstDay(name), lastDay(name)) };
    case 'slogan':
      return { ...query, find: 'slogans', slogan: [name] };
    case 'indicator':
      return { ...query, find: 'figures', indicator: [name] };
    case 'speaker':
    case 'role':
    case 'outlet':
    case 'creator':
      return { ...query, [by]: [name] };
    case 'kind':
      return { ...query, kind: [name as 'answer'] };
    default: {
      const key = /^attribute:(.+)$/su.exec(by)?.[1];
      return key === undefined ? undefined : { ...query, attributes: { ...query.attributes, [key]: [name] } };
    }
  }
}

/** A glob that means this very path, whatever signs stand in it: `实录(1).txt`. */
const plainGlob = (path: string): string =>
  path.replaceAll('\\', '/').replace(/[*?[\]{}()!+@|]/gu, (sign) => `\\${sign}`);

/** Days that the query names as well are not given up. */
const within = ({ from = '', to = '9999' }: Query, first: string, last: string): Pick<Query, 'from' | 'to'> => ({
  from: from > first ? from : first,
  to: to < last ? to : last,
});

const firstDay = (name: string): string => `${name}-01-01`.slice(0, 10);

function lastDay(name: string): string {
  const [year, month = 12] = name.split('-').map(Number);
  return `${year}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(year!, month, 0)).getUTCDate()}`;
}
