import type { Target } from '../annotation';
import type { Anchored } from './anchored';
import { closeTwin, standsAtHint } from './atHint';
import { wordLength } from './credibility';
import { type Decision, decide, type Finding, isComparable } from './decide';
import { type Expectation, expectAtHint } from './expectation';
import { findPlaces } from './findPlaces';
import { FoldedText } from './foldedText';
import { GramIndex } from './gramIndex';
import { Past } from './past';
import { Pattern } from './pattern';
import { type Place, weigh } from './place';

/** What was found for a target: settled by itself, or to be decided upon when it is known where its neighbours are. */
export interface Search {
  readonly target: Target;
  readonly settled?: Anchored;
  readonly finding?: Finding;
  /** Where the text as last seen puts the passage. */
  readonly expected?: Expectation;
}

const ORPHANED: Anchored = { state: 'orphaned', proposals: [] };

/** Finds the passages of annotations in one version of a text. What is costly is made once, when first needed. */
export class Anchorer {
  private lazyFolded: FoldedText | undefined;
  private lazyIndex: GramIndex | undefined;
  private lazyPast: Past | undefined;

  /** `previous`: the text as it was when every passage was known to stand where its target says, if it is at hand. */
  constructor(
    private readonly text: string,
    private readonly previous?: string,
  ) {}

  /** Finds one passage by its target alone; `anchorAll` knows more, since passages tell where their neighbours are. */
  anchor(target: Target): Anchored {
    const search = this.search(target);
    return this.conclude(search, expectAtHint(target));
  }

  /** Looks for a passage without deciding which of its places it is, where that is not plain. */
  search(target: Target): Search {
    const { text, previous } = this;
    if (target.exact === '') return { target, settled: ORPHANED };
    const isAtHint = standsAtHint(text, target);
    const known = previous === undefined ? closeTwin : () => (previous === text ? undefined : -1);
    if (isAtHint && known(text, target) === undefined) return { target, settled: this.accept(target, target.start) };
    const pattern = new Pattern(target);
    if (pattern.quoteLength === 0) {
      return { target, settled: isAtHint ? this.accept(target, target.start) : ORPHANED };
    }
    return this.searchWithPast(pattern) ?? { target, finding: this.find(pattern, this.folded.indexOf(target.start)) };
  }

  /** Decides upon a search; `expected` is where the passage's neighbours put it. */
  conclude({ target, settled, finding, expected: fromPast }: Search, expected: Expectation): Anchored {
    if (settled) return settled;
    return finding ? this.anchored(target, decide(finding, fromPast ?? expected)) : ORPHANED;
  }

  private searchWithPast(pattern: Pattern): Search | undefined {
    const { target } = pattern;
    const passage = this.past?.locate(target);
    if (!this.past || !passage) return undefined;
    const { past } = this;
    const places = past
      .placesOf(passage)
      .map((start) => weigh(pattern, this.folded, start, start + pattern.quoteLength, pattern.quoteLength));
    if (places.length > 1) return { target, settled: this.anchored(target, { kind: 'ambiguous', places }) };
    const [image] = places;
    const expected = past.expect(passage);
    const near = image?.start ?? this.folded.indexOf(expected?.places[0] ?? target.start);
    const finding = this.find(pattern, near);
    const unclaimed = finding.places
      .map((place) => ({ ...place, claim: past.claimOn(place, passage) }))
      .filter(({ claim }) => claim !== 'certain')
      .map(({ claim, ...place }) => ({ ...place, isContested: claim === 'possible' }));
    if (!image) return { target, finding: { ...finding, places: unclaimed }, ...(expected && { expected }) };
    const copies = unclaimed.filter(
      (place) =>
        place.start !== image.start &&
        isComparable(place, image) &&
        !past.isOriginal(passage, image.start, place.start),
    );
    const kind = copies.length > 0 ? 'ambiguous' : image.words === 'equal' ? 'accepted' : image.words;
    return { target, settled: this.anchored(target, { kind, places: [image, ...copies] }) };
  }

  private find(pattern: Pattern, near: number): Finding {
    return {
      hint: pattern.target.start,
      places: findPlaces(pattern, this.folded, this.index, near),
      extent: {
        quote: pattern.quoteLength,
        words: wordLength(pattern.quote),
        before: pattern.prefix.length,
        after: pattern.suffix.length,
        text: this.folded.length,
      },
    };
  }

  private anchored(target: Target, { kind, places }: Decision): Anchored {
    const [best] = places as readonly Place[];
    if (kind === 'accepted' && best) return this.accept(target, best.span.start, best.span.end);
    return { state: kind === 'accepted' ? 'orphaned' : kind, proposals: places.map(({ span }) => span) };
  }

  private accept(target: Target, start: number, end = start + target.exact.length): Anchored {
    const isExact = end - start === target.exact.length && this.text.startsWith(target.exact, start);
    const state = !isExact ? 'normalised' : start === target.start ? 'anchored' : 'moved';
    return { state, span: { start, end }, proposals: [] };
  }

  private get folded(): FoldedText {
    this.lazyFolded ??= FoldedText.of(this.text);
    return this.lazyFolded;
  }

  private get index(): GramIndex {
    this.lazyIndex ??= new GramIndex(this.folded.codes);
    return this.lazyIndex;
  }

  private get past(): Past | undefined {
    if (this.previous === undefined) return undefined;
    this.lazyPast ??= new Past(this.previous, this.folded);
    return this.lazyPast;
  }
}
