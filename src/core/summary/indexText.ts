import { EMPTY_SIDECAR } from '../annotation/annotation';
import type { ParsedSidecar, SidecarProblem } from '../annotation/sidecar';
import { analyseCorrected } from '../corrections/readTranscriptBytes';
import { type QueryDocument, queryDocument } from '../query/queryDocument';
import { decode } from '../text/decode';
import { LineMap } from '../text/lineMap';
import { normaliseText } from '../text/normalise';
import { isTakenForTranscript } from './looksLikeTranscript';
import { summarise } from './summarise';
import { summariseAnnotations } from './summariseAnnotations';
import type { AnnotationSummary, TranscriptSummary } from './transcriptSummary';

/** What an index of many transcripts keeps of one. */
export interface IndexedTranscript {
  readonly summary: TranscriptSummary;
  readonly annotations: readonly AnnotationSummary[];
  /** Why nothing of its sidecar is known, where that is so. */
  readonly fault?: SidecarProblem;
}

/** The same with what queries read of it. */
export interface ReadTranscript extends IndexedTranscript {
  readonly document: QueryDocument;
}

/** A text that is no transcript: an article, say, of which somebody may want to know what slogans it says. */
export interface ReadText {
  readonly document: QueryDocument;
  readonly summary?: undefined;
}

/**
 * By what a file is a transcript: its name or a person's word, its content, or only that somebody has worked on it; `text`:
 * a person has said that it is none.
 */
export type Recognition = 'accepted' | 'content' | 'work' | 'text';

/** What the file called `path` holds, with its sidecar where it has one; undefined where it is no text to be asked. */
export function indexText(
  path: string,
  bytes: Uint8Array,
  read: ParsedSidecar | undefined,
  recognition: Recognition = 'content',
): ReadTranscript | ReadText | undefined {
  const text = normaliseText(decode(bytes));
  if (text.includes('\0')) return undefined;
  const { sidecar } = read ?? { sidecar: EMPTY_SIDECAR };
  const isNone = recognition === 'text';
  const isAccepted = recognition === 'accepted' || (!isNone && read !== undefined && isWorkedOn(read));
  if (!isAccepted && recognition === 'work') return undefined;
  const analysis = analyseCorrected(path, text, sidecar);
  const document = queryDocument(path, text, analysis, sidecar);
  if (isNone || (!isAccepted && !isTakenForTranscript(text, analysis)))
    return HAN.test(text) ? { document } : undefined;
  const fault = read?.writable === false ? read.problems[0] : undefined;
  const lines = new LineMap(text);
  return {
    document,
    summary: summarise(text, analysis, sidecar.document, lines),
    annotations: summariseAnnotations(text, document, lines),
    ...(fault ? { fault } : {}),
  };
}

const HAN = /\p{Script=Han}/u;

/** Whether somebody has worked on the transcript of this sidecar, or may have: then it is one to them. */
export const isWorkedOn = ({ sidecar, writable }: Pick<ParsedSidecar, 'sidecar' | 'writable'>): boolean =>
  !writable || sidecar.annotations.length > 0 || sidecar.corrections.length > 0;
