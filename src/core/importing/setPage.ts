import { browserMargins } from './browserMargins';
import type { Page } from './pageItem';
import { bodySize, pageSegments, type Segment } from './pageSegments';

/** A page with its words as they are set: upright, in segments, and which of them a browser printed around the text. */
export interface SetPage extends Page {
  readonly segments: readonly Segment[];
  readonly margins: readonly Segment[];
}

export function setPages(pages: readonly Page[]): SetPage[] {
  const segments = pages.map(({ items }) => pageSegments(items.filter(({ isTurned }) => !isTurned)));
  const body = bodySize(segments);
  return pages.map((page, index) => {
    const own = segments[index]!;
    return { ...page, segments: own, margins: browserMargins(page, own, body) };
  });
}
