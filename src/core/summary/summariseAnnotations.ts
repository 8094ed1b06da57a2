import { anchorAll } from '../annotation/anchoring/anchorAll';
import type { Annotation } from '../annotation/annotation';
import type { LineMap } from '../text/lineMap';
import { sliceOf } from '../text/span';
import type { AnnotationSummary } from './transcriptSummary';

/** Where the annotations of a sidecar are in `text`, in the order of the sidecar. */
export function summariseAnnotations(
  text: string,
  annotations: readonly Annotation[],
  lines: LineMap,
): AnnotationSummary[] {
  const anchored = anchorAll(
    text,
    annotations.map(({ target }) => target),
  );
  return annotations.map((annotation, index) => {
    const { state, span, proposals } = anchored[index]!;
    return {
      annotation,
      state,
      at: span && lines.range(span),
      proposals: proposals.map((proposal) => lines.range(proposal)),
      proposed: proposals[0] ? sliceOf(text, proposals[0]) : '',
    };
  });
}
