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
