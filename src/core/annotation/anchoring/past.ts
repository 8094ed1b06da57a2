import type { Span } from '../../text/span';
import type { Target } from '../annotation';
import { standsAtHint } from './atHint';
import { Correspondence } from './correspondence';
import { type Expectation, expect, type FixedPoint } from './expectation';
import { FoldedText } from './foldedText';
import type { Place } from './place';

/** The text as it was last seen, and what of it stands where now. */
export class Past {
  private readonly folded: FoldedText;
  private readonly correspondence: Correspondence;
  private readonly points: readonly FixedPoint[];

  constructor(
    private readonly text: string,
    now: FoldedText,
  ) {
    this.folded = FoldedText.of(text);
    this.correspondence = new Correspondence(this.folded.codes, now.codes);
    this.points = this.correspondence.fixedPoints.map((point) => ({
      old: this.folded.offsetOf(point.old),
      now: now.offsetOf(point.now),
    }));
  }

  /** Where the passage stood, in codes of the folded old text; undefined where the target did not hold there. */
  locate(target: Target): Span | undefined {
    const start = standsAtHint(this.text, target) ? target.start : this.onlyPlace(target);
    if (start === undefined) return undefined;
    const span = { start: this.folded.indexOf(start), end: this.folded.indexOf(start + target.exact.length) };
    return span.end > span.start ? span : undefined;
  }

  private onlyPlace({ exact, prefix, suffix }: Target): number | undefined {
    const at = this.text.indexOf(prefix + exact + suffix);
    if (at < 0 || this.text.includes(prefix + exact + suffix, at + 1)) return undefined;
    return at + prefix.length;
  }

  /** Where the old `passage` is expected now, in the text itself. */
  expect(passage: Span): Expectation | undefined {
    const expected = expect(this.points, this.folded.offsetOf(passage.start));
    // fixed points may lie in a copy of the passage's paragraph: what they say of the place is not exact
    return expected.places.length > 0 ? { ...expected, trust: 'near' } : undefined;
  }

  /**
   * Where the old `passage` stands now: one place where that is certain, several where repeated text leaves it open, none
   * where its words were edited or moved.
   */
  placesOf(passage: Span): readonly number[] {
    const images = this.correspondence.imagesOf(passage.start, passage.end);
    const [image] = images;
    if (images.length !== 1 || !image || image.isFirm) return images.map(({ at }) => at);
    const length = passage.end - passage.start;
    const origins = this.correspondence.originsOf(image.at, image.at + length);
    return origins.every(({ at }) => at === passage.start) ? [image.at] : [];
  }

  /** Whether what stands at `place` now is known to have been another passage than `passage`, or may have been. */
  claimOn(place: Place, passage: Span): 'none' | 'possible' | 'certain' {
    const others = this.correspondence
      .originsOf(place.start, place.end)
      .filter(({ at }) => at + place.end - place.start <= passage.start || at >= passage.end || place.words === 'equal')
      .filter(({ at }) => at !== passage.start);
    if (others.length === 0) return 'none';
    return others.some(({ isFirm }) => isFirm) ? 'certain' : 'possible';
  }
}
