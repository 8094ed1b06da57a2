import type { ImportedLine } from '../core/importing/importedLine';

/** Why nothing can be made of an original. */
export type ImportFault =
  /** Of a kind that is not read. */
  | 'unknownKind'
  | 'empty'
  /** Pages without a layer of text. */
  | 'scanned'
  | 'password'
  | 'damaged'
  | 'tooLarge'
  /** XML that declares a document type or entities, which no word processor writes. */
  | 'entities'
  | 'cancelled';

export class ImportProblem extends Error {
  constructor(
    readonly fault: ImportFault,
    cause?: unknown,
  ) {
    super(fault, { cause });
    this.name = 'ImportProblem';
  }
}

/** What was in an original that is no text: it was neither run nor fetched. */
export type LeftAlone = 'macros' | 'scripts' | 'pictures' | 'pagesWithoutText';

/** What an original says of itself. */
export interface OriginalFacts {
  readonly title?: string;
  /** ISO 8601, the day. */
  readonly date?: string;
  readonly outlet?: string;
  readonly url?: string;
}

export interface Original {
  readonly kind: OriginalKind;
  /** All that it says, in its order, with what is left out. */
  readonly lines: readonly ImportedLine[];
  readonly facts: OriginalFacts;
  readonly leftAlone: readonly LeftAlone[];
}

export type OriginalKind = 'docx' | 'pdf' | 'html' | 'mht' | 'subtitles' | 'text';

/** What files of each kind are called. */
export const EXTENSIONS: Readonly<Record<OriginalKind, readonly string[]>> = {
  docx: ['docx', 'docm', 'dotx'],
  pdf: ['pdf'],
  html: ['html', 'htm', 'xhtml'],
  mht: ['mht', 'mhtml'],
  subtitles: ['srt', 'vtt'],
  text: ['txt', 'text'],
};

/** Reads one kind. Rejects with an `ImportProblem`; looks at `signal` between pages. */
export type ReadOriginal = (
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
) => Promise<Pick<Original, 'lines' | 'facts' | 'leftAlone'>>;
