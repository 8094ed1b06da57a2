import type { Codebook } from '../codebook/codebook';
import { type Scope, scopeTest } from './conditions';
import { Finder } from './findRows';
import type { Query } from './query';
import type { QueryDocument } from './queryDocument';

const OF_DOCUMENTS: readonly string[] = ['files', 'from', 'to', 'attributes', 'find'] satisfies (keyof Query)[];

/** Whether a query asks for more than the path, day and attributes of documents. */
export const asksWithin = (query: Query): boolean => Object.keys(query).some((key) => !OF_DOCUMENTS.includes(key));

/** Tells whether a document is one that a query means: what it asks of documents holds, and what else it asks is found. */
export function documentTest(query: Query, codebook?: Codebook): (document: QueryDocument) => Scope {
  const scope = scopeTest(query);
  const finder = new Finder(query, codebook);
  const asksMore = asksWithin(query);
  return (document) => {
    const told = scope(document);
    return told === 'inside' && asksMore && finder.find(document).rows.length === 0 ? 'outside' : told;
  };
}
