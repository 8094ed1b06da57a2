import type { DocumentFacts } from '../annotation/annotation';
import type { QueryDocument } from './queryDocument';

/** By what the day of a document is told. */
export type Dated = Pick<QueryDocument, 'facts' | 'path'> & {
  readonly analysis: Pick<QueryDocument['analysis'], 'date'>;
};

/** The day of the event (ISO 8601): as a person noted it, else as the text or the file's name tells; empty where nothing does. */
export const dateOf = ({ facts, analysis }: Pick<Dated, 'facts' | 'analysis'>): string =>
  facts.date ?? analysis.date ?? '';

/** What can be asked of a document as its attributes: those of the analyst, and its region. */
export const attributesOf = ({ attributes, region }: DocumentFacts): Readonly<Record<string, string>> => ({
  ...attributes,
  ...(region === undefined ? {} : { region }),
});
