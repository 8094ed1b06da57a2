import type { EntrySource } from '../yaml/entrySource';
import type { TakeBack } from '../yaml/takeBack';
import type { CodebookTag } from './codebook';
import type { CodebookProblem } from './readCodebook';

/** New values of a tag, key by key; null takes a key away. What is left out stays as it is. */
export interface TagValues {
  readonly name?: string;
  readonly color?: string | null;
  readonly description?: string | null;
  readonly note?: string | null;
  readonly formerly?: readonly string[];
}

/** What people do to a codebook. Paths are written with present names. */
export type TagChange =
  /** Missing parents are created. */
  | { readonly kind: 'addTag'; readonly path: string; readonly color?: string; readonly description?: string }
  /** `name` is the new name of its own level; the old one is kept in `formerly`. */
  | { readonly kind: 'renameTag'; readonly path: string; readonly name: string }
  /** Takes the tag with all below it under another, or to the top where `to` is empty; its old path is kept. */
  | { readonly kind: 'moveTag'; readonly path: string; readonly to: string }
  /**
   * The tag goes, `into` takes over its old names, its description, its note and what is below it; of two tags below with the
   * same name one is merged into the other.
   */
  | { readonly kind: 'mergeTag'; readonly path: string; readonly into: string }
  /** With all below it. `ifStill`: refuse unless it says this. */
  | { readonly kind: 'deleteTag'; readonly path: string; readonly ifStill?: CodebookTag }
  | {
      readonly kind: 'changeTag';
      readonly path: string;
      readonly color?: string | null;
      readonly description?: string | null;
      readonly note?: string | null;
    };

/** One change of a codebook: replayed on the file as it is when it is written. */
export type CodebookOperation =
  | TagChange
  /** Puts tags below `parent` as they are written, with comments and keys that this program does not know. */
  | { readonly kind: 'restoreTag'; readonly parent: string; readonly source: EntrySource<string> }
  | TakeBack<CodebookOperation>
  /** Undoes: `ifStill`: refuse unless these keys have these values. */
  | { readonly kind: 'setTag'; readonly path: string; readonly values: TagValues; readonly ifStill: TagValues };

export type CodebookRefused =
  | CodebookProblem
  | { readonly code: 'unknownLayout' }
  | {
      readonly code: 'missingTag' | 'tagExists' | 'badName' | 'badColorValue' | 'intoItself' | 'changedSince';
      /** The path, name or colour that it is about. */
      readonly detail: string;
    };

export class RefusedTagChange extends Error {
  constructor(readonly refused: CodebookRefused) {
    super(refused.code);
  }
}
