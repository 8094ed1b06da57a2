import type { Splice } from '../yaml/splice';
import type { Annotation, Correction, DocumentFacts } from './annotation';
import type { SidecarProblem, SourceItem } from './sidecar';
import type { SidecarOperation } from './sidecarOperation';

/** What an item of a list must be after an edit: the same bytes, or this meaning and these keys besides. */
export type Expected<T> =
  | { readonly kept: SourceItem<T> }
  | { readonly value: T; readonly others?: ReadonlyMap<string, string> };

/** How some operations are carried out on one reading of the file, and what the file must say then. */
export interface Plan {
  readonly splices: readonly Splice[];
  readonly undo: readonly SidecarOperation[];
  readonly annotations?: readonly Expected<Annotation>[];
  readonly corrections?: readonly Expected<Correction>[];
  readonly facts?: DocumentFacts;
  /** Keys of the file and of its document that this program does not know: their new shapes, undefined for gone. */
  readonly fileKeys?: ReadonlyMap<string, string | undefined>;
  readonly documentKeys?: ReadonlyMap<string, string | undefined>;
}

export type Refused =
  | SidecarProblem
  | { readonly code: 'unknownLayout' }
  | { readonly code: 'missingEntry' | 'changedSince'; readonly detail: string };

export class RefusedEdit extends Error {
  constructor(readonly refused: Refused) {
    super(refused.code);
  }
}
