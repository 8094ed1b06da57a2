import { EMPTY_SIDECAR } from '../annotation/annotation';
import type { ParsedSidecar, SidecarProblem } from '../annotation/sidecar';
import { analyseCorrected } from '../corrections/readTranscriptBytes';
import { decode } from '../text/decode';
import { LineMap } from '../text/lineMap';
import { normaliseText } from '../text/normalise';
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

/** What a file holds, with its sidecar where it has one; undefined where it is no transcript. */
export function indexTranscript(bytes: Uint8Array, read: ParsedSidecar | undefined): IndexedTranscript | undefined {
  const text = normaliseText(decode(bytes));
  if (text.includes('\0')) return undefined;
  const { sidecar } = read ?? { sidecar: EMPTY_SIDECAR };
  const fault = read?.writable === false ? read.problems[0] : undefined;
  const analysis = analyseCorrected(text, sidecar);
  // what somebody has annotated is a transcript to them
  if (!analysis.isTranscript && sidecar.annotations.length === 0 && !fault) return undefined;
  const lines = new LineMap(text);
  return {
    summary: summarise(text, analysis, sidecar.document, lines),
    annotations: summariseAnnotations(text, sidecar.annotations, lines),
    ...(fault ? { fault } : {}),
  };
}
