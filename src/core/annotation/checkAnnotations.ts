import { anchorAll } from './anchoring/anchorAll';
import type { AnchorState } from './anchoring/anchored';
import type { Annotation } from './annotation';
import { isResolved } from './isResolved';

/** What has become of one annotation in a text. */
export interface CheckedAnnotation {
  readonly id: string;
  readonly state: AnchorState;
  /** The offsets are those of its place, or of the first proposal; there are none where nothing is proposed. */
  readonly start?: number;
  readonly end?: number;
  /** Whether nobody has to look at it: it has its place, or a person has decided that it has none. */
  readonly resolved: boolean;
}

/** Anchors all annotations of a sidecar in `text`, in the order of the sidecar. */
export function checkAnnotations(text: string, annotations: readonly Annotation[]): CheckedAnnotation[] {
  const anchored = anchorAll(
    text,
    annotations.map(({ target }) => target),
  );
  return annotations.map((annotation, index) => {
    const { state, span, proposals } = anchored[index]!;
    const place = span ?? proposals[0];
    return { id: annotation.id, state, ...place, resolved: isResolved(state, annotation) };
  });
}
