import type { QueryDocument } from '../query/queryDocument';
import type { LineMap } from '../text/lineMap';
import { sliceOf } from '../text/span';
import type { AnnotationSummary } from './transcriptSummary';

/** Where the annotations of a document are, in the order of its sidecar. */
export const summariseAnnotations = (
  text: string,
  { annotations, anchored }: Pick<QueryDocument, 'annotations' | 'anchored'>,
  lines: LineMap,
): AnnotationSummary[] =>
  annotations.map((annotation, index) => {
    const { state, span, proposals } = anchored[index]!;
    return {
      annotation,
      state,
      at: span && lines.range(span),
      proposals: proposals.map((proposal) => lines.range(proposal)),
      proposed: proposals[0] ? sliceOf(text, proposals[0]) : '',
    };
  });
