import type { Span } from '../text/span';
import { Anchorer } from './anchoring/anchorer';
import type { Annotation } from './annotation';
import { newAnnotation } from './newAnnotation';
import type { SidecarOperation } from './sidecarOperation';

/** Where `words` stand in `text`, in text order; places do not overlap. */
export function findMentions(text: string, words: string): Span[] {
  const places: Span[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    places.push({ start: at, end: at + words.length });
  return places;
}

/** What each of the passages gets. */
interface Given {
  readonly tags: readonly string[];
  readonly creator: string;
}

/** How passages get tags: an annotation that has a passage already gets those that it lacks, others are new. */
export function planMentions(
  text: string,
  places: readonly Span[],
  annotations: readonly Annotation[],
  { tags, creator }: Given,
): SidecarOperation[] {
  const anchorer = new Anchorer(text);
  const known = new Map(
    annotations.flatMap((annotation): [string, Annotation][] => {
      const { span } = anchorer.anchor(annotation.target);
      return span ? [[keyOf(span), annotation]] : [];
    }),
  );
  return places.flatMap((span): SidecarOperation[] => {
    const before = known.get(keyOf(span));
    if (!before) return [{ kind: 'add', annotation: newAnnotation(text, span, { tags, creator }) }];
    const { id } = before;
    const all = [...new Set([...before.tags, ...tags])];
    if (all.length === before.tags.length) return [];
    return [{ kind: 'change', id, changes: { tags: all }, ifStill: { tags: before.tags } }];
  });
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;
