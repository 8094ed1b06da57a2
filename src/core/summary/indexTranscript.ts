import { EMPTY_SIDECAR } from '../annotation/annotation';
import { parseSidecar } from '../annotation/sidecar';
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
}

/** What a file holds, with the text of its sidecar where it has one; undefined where it is no transcript. */
export function indexTranscript(bytes: Uint8Array, sidecarText: string | undefined): IndexedTranscript | undefined {
  const text = normaliseText(decode(bytes));
  if (text.includes('\0')) return undefined;
  const sidecar = sidecarText === undefined ? EMPTY_SIDECAR : parseSidecar(sidecarText).sidecar;
  const analysis = analyseCorrected(text, sidecar);
  // what somebody has annotated is a transcript to them
  if (!analysis.isTranscript && sidecar.annotations.length === 0) return undefined;
  const lines = new LineMap(text);
  return {
    summary: summarise(text, analysis, sidecar.document, lines),
    annotations: summariseAnnotations(text, sidecar.annotations, lines),
  };
}
