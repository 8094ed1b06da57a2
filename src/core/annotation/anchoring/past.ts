import type { Span } from '../../text/span';
import type { Target } from '../annotation';
import { standsAtHint } from './atHint';
import { Correspondence } from './correspondence';
import { type Expectation, type FixedPoint, placesExpected } from './expectation';
import { FoldedText } from './foldedText';
import { LineWindows } from './lineWindows';
import type { Place } from './place';

/** A paragraph is not longer than this; what agrees beyond it says no more. In characters. */
const SHARED_LIMIT = 4096;
/** So many characters go on agreeing by chance. */
const CHANCE = 8;

/** The text as it was last seen, and what of it stands where now. */
export class Past {
  private readonly folded: FoldedText;
  private readonly correspondence: Correspondence;
  private readonly points: readonly FixedPoint[];
  /** How far on the whole of the old text stands in the new one, at one place only; undefined where it does not. */
  private readonly shift: number | undefined;
  private lines: Set<string> | undefined;
  private lazyWindows: LineWindows | undefined;

  constructor(
    private readonly text: string,
    private readonly now: FoldedText,
  ) {
    this.folded = FoldedText.of(text);
    this.correspondence = new Correspondence(this.folded.codes, now.codes);
    this.shift = onlyPlaceOf(text.trimEnd(), now.text);
    this.points = this.correspondence.fixedPoints.map((point) => ({
      old: this.folded.offsetOf(point.old),
      now: now.offsetOf(point.now),
    }));
  }

  /** Where the passage begins now, in the text itself, where the old text stands in the new one as a whole. */
  moved(target: Target): number | undefined {
    if (this.shift === undefined) return undefined;
    const start = this.placeIn(target);
    return start === undefined ? undefined : start + this.shift;
  }

  /** Where the passage stood, in codes of the folded old text; undefined where the target did not hold there. */
  locate(target: Target): Span | undefined {
    const start = this.placeIn(target);
    if (start === undefined) return undefined;
    const span = { start: this.folded.indexOf(start), end: this.folded.indexOf(start + target.exact.length) };
    return span.end > span.start ? span : undefined;
  }

  private placeIn(target: Target): number | undefined {
    if (standsAtHint(this.text, target)) return target.start;
    const { exact, prefix, suffix } = target;
    const at = onlyPlaceOf(prefix + exact + suffix, this.text);
    return at === undefined ? undefined : at + prefix.length;
  }

  /** Where the old `passage` is expected now, in the text itself; undefined where the texts have nothing in common. */
  expect(passage: Span): Expectation | undefined {
    const places = placesExpected(this.points, this.folded.offsetOf(passage.start));
    return places.length > 0 ? { places, source: 'previous' } : undefined;
  }

  /**
   * Where the old `passage` stands now: one place where that is certain, several where repeated text leaves it open, none
   * where its words were edited or moved.
   */
  placesOf(passage: Span): readonly number[] {
    const images = this.correspondence.imagesOf(passage.start, passage.end);
    const [image] = images;
    if (images.length !== 1 || !image) return images.map(({ at }) => at);
    const length = passage.end - passage.start;
    const origins = this.correspondence.originsOf(image.at, image.at + length);
    return origins.every(({ at }) => at === passage.start) ? [image.at] : [];
  }

  /** Whether what stands at `place` now is known to have been another passage than `passage`, or may have been. */
  claimOn(place: Place, passage: Span): 'none' | 'possible' | 'certain' {
    const others = this.correspondence
      .originsOf(place.start, place.end)
      .filter(({ at }) => at !== passage.start)
      .filter(
        ({ at }) => at + place.end - place.start <= passage.start || at >= passage.end || place.words === 'equal',
      );
    if (this.isOtherLine(place, passage)) return 'certain';
    if (others.length === 0) return 'none';
    const images = this.correspondence.imagesOf(passage.start, passage.end);
    const mayBeOurs = images.some(({ at }) => at === place.start) && !others.some(({ isFirm }) => isFirm);
    return mayBeOurs ? 'possible' : 'certain';
  }

  /** Whether lines of the old `passage` went, or came, of which others beside them read the same. */
  isOpen(passage: Span): boolean {
    return this.windows.isOpen(passage);
  }

  /** Whether what stands at `place` now stands in other lines than in those that `passage` stands in by their order. */
  isOutOfOrder(place: Place, passage: Span): boolean {
    return this.windows.isOutOfOrder(passage, place.start);
  }

  private get windows(): LineWindows {
    this.lazyWindows ??= new LineWindows(this.folded, this.now);
    return this.lazyWindows;
  }

  /** Whether what stands at `place` now begins, or ends, in a line that was another than that of `passage`, and is as it was. */
  isOtherLine(place: Place, passage: Span): boolean {
    // without the line ends and blanks at their edges, which are not folded text: both in the lines of their words
    const [here, own] = [this.now.toSource(place), this.folded.toSource(passage)];
    this.lines ??= new Set(linesOf(this.text, { start: 0, end: this.text.length }));
    const ownLines = linesOf(this.text, own);
    const isOther = (line: string) => !ownLines.includes(line) && this.lines!.has(line);
    const lines = linesOf(this.now.text, here);
    return isOther(lines[0]!) || isOther(lines.at(-1)!);
  }

  /**
   * Whether more of the text around the old `passage` goes on around `at` than around `copy`, on either side: a copy ends
   * where its paragraph ends. Where the one goes on before and the other behind, or either is edited, nobody can tell.
   */
  isOriginal(passage: Span, at: number, copy: number): boolean {
    return (
      this.sharedBefore(passage.start, at) > this.sharedBefore(passage.start, copy) + CHANCE &&
      this.sharedAfter(passage.start, at) > this.sharedAfter(passage.start, copy) + CHANCE
    );
  }

  private sharedBefore(old: number, now: number): number {
    let shared = 0;
    while (
      shared < SHARED_LIMIT &&
      shared < old &&
      shared < now &&
      this.folded.codes[old - 1 - shared] === this.now.codes[now - 1 - shared]
    )
      shared++;
    return shared;
  }

  private sharedAfter(old: number, now: number): number {
    const { codes } = this.folded;
    let shared = 0;
    while (shared < SHARED_LIMIT && old + shared < codes.length && codes[old + shared] === this.now.codes[now + shared])
      shared++;
    return shared;
  }
}

function onlyPlaceOf(words: string, text: string): number | undefined {
  const at = words === '' ? -1 : text.indexOf(words);
  return at < 0 || text.includes(words, at + 1) ? undefined : at;
}

/** The whole lines in which a span begins, goes on and ends, without the blanks around each. */
function linesOf(text: string, { start, end }: Span): string[] {
  const close = text.indexOf('\n', Math.max(start, end - 1));
  return text
    .slice(text.lastIndexOf('\n', start - 1) + 1, close < 0 ? text.length : close)
    .split('\n')
    .map((line) => line.trim());
}
