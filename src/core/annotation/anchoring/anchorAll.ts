import { finish, type Steps } from '../../steps';
import type { Target } from '../annotation';
import type { Anchored } from './anchored';
import { Anchorer, type Search } from './anchorer';
import { type Expectation, expectAtHint, type FixedPoint, placesExpected } from './expectation';

/**
 * Anchors the passages of one text together, in the order of `targets`: those found without doubt show where their
 * neighbours must be. `previous` is the text as it was when all of them stood where their targets say.
 */
export function anchorAll(text: string, targets: readonly Target[], previous?: string): Anchored[] {
  return finish(anchorSteps(new Anchorer(text, previous), targets));
}

/** The same in steps. */
export function* anchorSteps(anchorer: Anchorer, targets: readonly Target[]): Steps<Anchored[]> {
  const searches: Search[] = [];
  for (const target of targets) {
    searches.push(anchorer.search(target));
    yield;
  }
  const points: FixedPoint[] = [];
  for (const search of searches) {
    const point = fixedPoint(anchorer, search);
    if (point) points.push(point);
    yield;
  }
  points.sort((a, b) => a.old - b.old);
  const anchored: Anchored[] = [];
  for (const search of searches) {
    const places = placesExpected(points, search.target.start);
    const expected: Expectation = { places, source: 'neighbours' };
    anchored.push(anchorer.conclude(search, places.length > 0 ? expected : expectAtHint(search.target)));
    yield;
  }
  return anchored;
}

/** A passage with one place only, which is accepted, tells where the text around it is. */
function fixedPoint(anchorer: Anchorer, search: Search): FixedPoint | undefined {
  if (search.finding && search.finding.places.length > 1) return undefined;
  const { span } = anchorer.conclude(search, expectAtHint(search.target));
  return span && { old: search.target.start, now: span.start };
}
