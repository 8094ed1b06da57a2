import type { Codebook } from '../codebook/codebook';
import { scopeTest } from './conditions';
import { Finder } from './findRows';
import type { Query } from './query';
import type { QueryDocument } from './queryDocument';

const OF_DOCUMENTS: readonly string[] = ['files', 'from', 'to', 'attributes', 'find'] satisfies (keyof Query)[];

/** Whether a document is one of those that a query means: what it asks of documents holds, and what else it asks is found. */
export function documentTest(query: Query, codebook?: Codebook): (document: QueryDocument) => boolean {
  const scope = scopeTest(query);
  const finder = new Finder(query, codebook);
  const asksMore = Object.keys(query).some((key) => !OF_DOCUMENTS.includes(key));
  return (document) => scope(document) === 'inside' && (!asksMore || finder.find(document).rows.length > 0);
}
