import type { DocumentFacts } from '../annotation/annotation';
import { isDay } from '../corrections/applyCorrections';
import { readDay } from '../query/readDay';
import { findEventDate } from '../transcript/eventDate';

/** What the file of an original says of it, and where and what it is. */
export interface OriginalSource {
  readonly facts: Pick<DocumentFacts, 'title' | 'date' | 'outlet' | 'url'>;
  /** Its path from the folder of the transcript, with slashes. */
  readonly path: string;
  /** `sha256:` and the hash of its bytes. */
  readonly hash: string;
}

/** The day on which somebody was asked, where the text names it as that: often below the text, and beside that of publication. */
const ASKED_ON =
  /(?:采访|採訪|访谈|訪談|受访|受訪)(?:日期|时间|時間)\s*[：:为為]?\s*(?<day>\d{4}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2})/u;

/**
 * What goes into the document part of the sidecar of a transcript that was made of an original. The day of an interview,
 * where the text names it, comes before all others; that on which a page was published stands only where the text does
 * not state the day of the event.
 */
export function transcriptFacts(text: string, { facts, path, hash }: OriginalSource): DocumentFacts {
  const { date: published, ...others } = facts;
  const asked = readDay(ASKED_ON.exec(text)?.groups?.day ?? '', 'first');
  const date = asked ?? (findEventDate(text, []) === undefined ? published : undefined);
  return { ...others, ...(isDay(date) ? { date } : {}), original: path, originalHash: hash };
}
