import type { Span } from '../text/span';
import type { Annotation } from './annotation';
import { newAnnotationId } from './newAnnotationId';
import { describeTarget } from './target';

interface Facts {
  readonly tags: readonly string[];
  readonly note?: string | undefined;
  readonly creator?: string | undefined;
}

/** An annotation of the passage `span` of `text`, made now; an empty note or creator is left out. */
export const newAnnotation = (text: string, span: Span, { tags, note, creator }: Facts): Annotation => ({
  id: newAnnotationId(),
  tags,
  target: describeTarget(text, span),
  ...(note ? { note } : {}),
  ...(creator ? { creator } : {}),
  created: new Date().toISOString().replace(/\.\d+Z$/u, 'Z'),
});
