import type { Target } from '../annotation';
import type { Anchored } from './anchored';
import { Anchorer, type Search } from './anchorer';
import { expectAtHint, type FixedPoint, placesExpected } from './expectation';

/**
 * Anchors the passages of one text together, in the order of `targets`: those found without doubt show where their
 * neighbours must be. `previous` is the text as it was when all of them stood where their targets say.
 */
export function anchorAll(text: string, targets: readonly Target[], previous?: string): Anchored[] {
  const anchorer = new Anchorer(text, previous);
  return concludeAll(
    anchorer,
    targets.map((target) => anchorer.search(target)),
  );
}

/** The second half of `anchorAll`, for callers that search in slices. */
export function concludeAll(anchorer: Anchorer, searches: readonly Search[]): Anchored[] {
  const points = searches
    .map((search) => fixedPoint(anchorer, search))
    .filter((point) => point !== undefined)
    .sort((a, b) => a.old - b.old);
  return searches.map((search) => {
    const places = placesExpected(points, search.target.start);
    return anchorer.conclude(
      search,
      places.length > 0 ? { places, source: 'neighbours' } : expectAtHint(search.target),
    );
  });
}

/** A passage with one place only, which is accepted, tells where the text around it is. */
function fixedPoint(anchorer: Anchorer, search: Search): FixedPoint | undefined {
  if (search.finding && search.finding.places.length > 1) return undefined;
  const { span } = anchorer.conclude(search, expectAtHint(search.target));
  return span && { old: search.target.start, now: span.start };
}
