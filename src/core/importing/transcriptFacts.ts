import type { DocumentFacts } from '../annotation/annotation';
import { findEventDate } from '../transcript/eventDate';

/** What the file of an original says of it, and where and what it is. */
export interface OriginalSource {
  readonly facts: Pick<DocumentFacts, 'title' | 'date' | 'outlet' | 'url'>;
  /** Its path from the folder of the transcript, with slashes. */
  readonly path: string;
  /** `sha256:` and the hash of its bytes. */
  readonly hash: string;
}

/**
 * What goes into the document part of the sidecar of a transcript that was made of an original. The day on which a page
 * was published stands only where the text does not state the day of the event.
 */
export function transcriptFacts(text: string, { facts, path, hash }: OriginalSource): DocumentFacts {
  const { date, ...others } = facts;
  const isStated = findEventDate(text, []) !== undefined;
  return { ...others, ...(date !== undefined && !isStated ? { date } : {}), original: path, originalHash: hash };
}
