import type { Analysis } from '../analysis';
import { anchorAll } from '../annotation/anchoring/anchorAll';
import type { Anchored } from '../annotation/anchoring/anchored';
import type { Annotation, DocumentFacts, Sidecar } from '../annotation/annotation';

/** What can be asked about one transcript: plain data, which can be kept on disk. */
export interface QueryDocument {
  readonly path: string;
  /** With LF line ends and without BOM, as everywhere. */
  readonly text: string;
  /** With the corrections of the sidecar. */
  readonly analysis: Pick<Analysis, 'date' | 'turns' | 'questions' | 'slogans' | 'claims'>;
  readonly facts: DocumentFacts;
  readonly annotations: readonly Annotation[];
  /** What became of each annotation, in the same order. */
  readonly anchored: readonly Anchored[];
}

/** The transcript called `path`, with what its sidecar holds. */
export function queryDocument(
  path: string,
  text: string,
  { date, turns, questions, slogans, claims }: Analysis,
  { document, annotations }: Pick<Sidecar, 'document' | 'annotations'>,
): QueryDocument {
  const targets = annotations.map(({ target }) => target);
  const analysis = { date, turns, questions, slogans, claims };
  return { path, text, analysis, facts: document, annotations, anchored: anchorAll(text, targets) };
}

/** By what the day of a document is told. */
export type Dated = Pick<QueryDocument, 'facts' | 'path'> & { readonly analysis: Pick<Analysis, 'date'> };

/** The day of the event (ISO 8601): as a person noted it, as the text states it, or as the file is called; else empty. */
export const dateOf = ({ facts, analysis, path }: Dated): string =>
  facts.date ?? analysis.date ?? dateInName(path) ?? '';

/** What can be asked of a document as its attributes: those of the analyst, and its region. */
export const attributesOf = ({ attributes, region }: DocumentFacts): Readonly<Record<string, string>> => ({
  ...attributes,
  ...(region === undefined ? {} : { region }),
});

/** 2024-03-05, 2024_3_5, 20240305 or 2024年3月5日 in the name of a file, or of a folder above it. */
function dateInName(path: string): string | undefined {
  for (const name of path.split(/[\\/]/u).reverse()) {
    const found = /(?<!\d)((?:19|20)\d\d)(?:[-_.年](\d{1,2})[-_.月](\d{1,2})|(\d\d)(\d\d))(?!\d)/u.exec(name);
    const [month, day] = [found?.[2] ?? found?.[4], found?.[3] ?? found?.[5]].map(Number);
    if (found && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31)
      return [found[1], String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  }
  return undefined;
}
