import type { Claim } from './claims/claim';
import type { Problem } from './problem';
import type { Slogan } from './slogans/slogan';
import type { NamedSpeaker } from './transcript/findSpeakers';
import type { Article, Question, Turn } from './transcript/transcript';

/** Everything the text says about itself. Spans are sorted by start; codes, never words for people. */
export interface Analysis {
  /** Whether the text is, or holds, a transcript: a record of questions and answers or a report of them. */
  readonly isTranscript: boolean;
  /** The day of the event (ISO 8601) where the head of the document states it. */
  readonly date: string | undefined;
  readonly articles: readonly Article[];
  readonly turns: readonly Turn[];
  /** Everybody who speaks, one entry for each. */
  readonly speakers: readonly NamedSpeaker[];
  readonly questions: readonly Question[];
  readonly slogans: readonly Slogan[];
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}
