import type { EntrySource } from '../yaml/entrySource';
import type { TakeBack } from '../yaml/takeBack';
import type { Annotation, Correction, DocumentFacts, Target } from './annotation';

/** New values of an annotation, key by key; null takes a key away. What is left out stays as it is. */
export interface AnnotationChange {
  readonly tags?: readonly string[];
  readonly target?: Target;
  readonly note?: string | null;
  readonly creator?: string | null;
  readonly created?: string | null;
  readonly resolution?: 'orphan' | null;
  readonly conflictsWith?: string | null;
}

export type FactsChange = { readonly [key in keyof DocumentFacts]?: DocumentFacts[key] | null };

/** One change of a sidecar: replayed on the file as it is when it is written. */
export type SidecarOperation =
  | TakeBack<SidecarOperation>
  | { readonly kind: 'add'; readonly annotation: Annotation }
  /** `ifStill`: refuse unless these keys have these values, null for none. */
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly changes: AnnotationChange;
      readonly ifStill?: AnnotationChange;
    }
  /** `ifStill`: refuse unless the entry says this. */
  | { readonly kind: 'delete'; readonly id: string; readonly ifStill?: Annotation }
  /** Puts an entry into the file as it was written, with its comments and the keys that this program does not know. */
  | { readonly kind: 'restore'; readonly annotation: Annotation; readonly source: EntrySource<string> }
  /** Puts an entry as it is written elsewhere in the place of the one that has its id. */
  | { readonly kind: 'replace'; readonly annotation: Annotation; readonly lines: string }
  /** `source`: as it was written, where it once stood in a file. */
  | { readonly kind: 'addCorrection'; readonly correction: Correction; readonly source?: EntrySource<Correction> }
  | { readonly kind: 'deleteCorrection'; readonly correction: Correction }
  | { readonly kind: 'setDocument'; readonly facts: FactsChange; readonly ifStill?: FactsChange }
  /** Keys that this program does not know, as YAML on one line, null to take one away. */
  | {
      readonly kind: 'setOtherKeys';
      readonly of: 'file' | 'document' | { readonly id: string };
      readonly keys: Readonly<Record<string, string | null>>;
    };

/** Operations that may be carried out on one reading of the file: of one kind, and at different places. */
export function batchOperations(operations: readonly SidecarOperation[]): SidecarOperation[][] {
  const batches: SidecarOperation[][] = [];
  let taken = new Set<string>();
  for (const operation of operations) {
    const batch = batches.at(-1);
    const places = placesOf(operation);
    const apart = places.length > 0 && !places.some((place) => taken.has(place));
    if (batch && apart && batch[0]!.kind === operation.kind) batch.push(operation);
    else {
      batches.push([operation]);
      taken = new Set();
    }
    for (const place of places) taken.add(place);
  }
  return batches;
}

function placesOf(operation: SidecarOperation): string[] {
  switch (operation.kind) {
    case 'add':
    case 'replace':
      return [`at ${operation.annotation.id}`];
    case 'restore': {
      const { follows } = operation.source;
      const at = `at ${operation.annotation.id}`;
      return follows === undefined ? [at] : [at, follows === null ? 'first' : `behind ${follows}`];
    }
    case 'change':
    case 'delete':
      return [`at ${operation.id}`];
    default:
      return [];
  }
}
