import type { DocumentFacts } from '../annotation/annotation';
import { findEventDates } from '../transcript/eventDate';
import { eventDay } from './eventDay';

/** What the file of an original says of it, and where and what it is. */
export interface OriginalSource {
  readonly facts: Pick<DocumentFacts, 'title' | 'date' | 'outlet' | 'url'>;
  /** Its path from the folder of the transcript, with slashes. */
  readonly path: string;
  /** `sha256:` and the hash of its bytes. */
  readonly hash: string;
}

/**
 * What goes into the document part of the sidecar of a transcript that was made of an original. Its date is the day of
 * the interview or event where a line states that as such; the day on which a page was published stands only where the
 * text does not show another one that can be the day of the event.
 */
export function transcriptFacts(text: string, { facts, path, hash }: OriginalSource): DocumentFacts {
  const { date: published, ...others } = facts;
  const date = eventDay(text, published) ?? (isShown(text, published) ? undefined : published);
  return { ...others, ...(date === undefined ? {} : { date }), original: path, originalHash: hash };
}

/** So many days may pass from an event to the page about it. */
const LATEST = 31;

/** Whether the day that the text is read by without any other knowledge can be that of the event. */
function isShown(text: string, published: string | undefined): boolean {
  const { stated, told } = findEventDates(text, []);
  const shown = stated ?? told;
  if (stated !== undefined || shown === undefined || published === undefined) return shown !== undefined;
  const days = (Date.parse(published) - Date.parse(shown)) / 86_400_000;
  return days >= 0 && days <= LATEST;
}
