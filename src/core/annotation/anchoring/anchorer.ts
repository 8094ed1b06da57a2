import type { Steps } from '../../steps';
import { partitionPoint } from '../../text/search';
import type { Span } from '../../text/span';
import type { Target } from '../annotation';
import type { Anchored } from './anchored';
import { standsAtHint, standsOnce } from './atHint';
import { extentOf, isAcceptable } from './credibility';
import { type Decision, decide, type Finding, isComparable, PROPOSALS } from './decide';
import { DoubledEdges } from './doubledEdges';
import { type Expectation, expectAtHint } from './expectation';
import { type FigureReader, readFigures } from './figures';
import { findPlaces } from './findPlaces';
import { FoldedText } from './foldedText';
import { GramIndex } from './gramIndex';
import { placeOfOccurrence } from './occurrence';
import { Past } from './past';
import { Pattern } from './pattern';
import { type Place, Weigher } from './place';
import { WholePlaces } from './wholePlaces';

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
  private lazyEdges: DoubledEdges | undefined;
  private lazyIndex: GramIndex | undefined;
  private lazyPast: Past | undefined;

  private lazyWhole: WholePlaces | undefined;

  /**
   * `previous`: the text as it was when every passage was known to stand where its target says, if it is at hand.
   * `figures` says what a figure is.
   */
  constructor(
    private readonly text: string,
    private readonly previous?: string,
    private readonly figures: FigureReader = readFigures,
  ) {}

  /** Makes in steps what looking for passages makes at once where it is not there yet. */
  *prepare(): Steps<void> {
    // where nothing has changed most are found without it
    if (this.previous === this.text) return;
    void this.folded;
    yield;
    this.lazyIndex ??= yield* GramIndex.steps(this.folded.codes);
  }

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
    const atHint = () => ({ target, settled: this.accept(target, target.start) });
    // the text as last seen decides between places that read the same
    if (isAtHint && previous === text) return atHint();
    const pattern = new Pattern(target);
    if (pattern.quoteLength === 0) return isAtHint ? atHint() : { target, settled: ORPHANED };
    const weigher = new Weigher(pattern, this.folded, this.edges, this.figures);
    return (
      this.searchWithPast(weigher) ??
      this.searchWhole(weigher, isAtHint) ?? {
        target,
        finding: this.find(weigher, this.folded.indexOf(target.start)),
      }
    );
  }

  /** Whether the passage, which stands at `span`, stands elsewhere with all its context, so that its target would mislead. */
  isMisled(target: Target, { start }: Span): boolean {
    if (standsAtHint(this.text, target) && target.start !== start) return true;
    const pattern = new Pattern(target);
    if (pattern.quoteLength === 0) return false;
    const starts = this.whole.of(pattern);
    const here = starts.indexOf(this.folded.indexOf(start + pattern.lead));
    if (starts.length <= 1 && target.occurrence === undefined) return starts.length === 1 && here < 0;
    return starts.length > 0 && (here < 0 || placeOfOccurrence(target, starts.length) !== here);
  }

  /**
   * Whether the passage, which now stands at `span`, reads like others and has moved or got other neighbours: who reads its
   * target alone may not know for certain which of them it is.
   */
  isInDoubt(target: Target, { start }: Span): boolean {
    if (target.start === start && standsAtHint(this.text, target)) return false;
    const { quote, quoteLength } = new Pattern(target);
    return quoteLength > 0 && this.whole.ofWords(quote).length > 1;
  }

  /** Decides upon a search; `expected` is where the passage's neighbours put it. */
  conclude({ target, settled, finding, expected: fromPast }: Search, expected: Expectation): Anchored {
    if (settled) return settled;
    return finding ? this.anchored(target, decide(finding, fromPast ?? expected)) : ORPHANED;
  }

  /** Looks where the passage stands with all its context: at one place, or at several that nothing tells apart. */
  private searchWhole(weigher: Weigher, isAtHint: boolean): Search | undefined {
    const { pattern } = weigher;
    const { target, quoteLength } = pattern;
    const starts = this.whole.of(pattern);
    const weigh = (start: number) => weigher.weigh(start, start + quoteLength, quoteLength);
    // context that ends within dots or dashes may be folded otherwise than in the text
    if (starts.length === 0 && isAtHint && standsOnce(this.text, target))
      return { target, settled: this.takeAt(weigher, target.start) };
    if (starts.length === 1 && isAtHint) {
      if (weigh(starts[0]!).isContested) return undefined;
      const copies = this.copiedLines(weigher, starts[0]!);
      if (copies.length === 0) return { target, settled: this.takeAt(weigher, target.start) };
      return {
        target,
        settled: this.anchored(target, { kind: 'ambiguous', places: [starts[0]!, ...copies].map(weigh) }),
      };
    }
    const nth = placeOfOccurrence(target, starts.length);
    if (nth !== undefined) return { target, settled: this.takeWhole(weigher, starts[nth]!) };
    // one of several that read the same is left: nobody knows whether it is this one
    if (starts.length < (target.occurrence === undefined ? 2 : 1)) return undefined;
    const hint = this.folded.indexOf(target.start);
    const next = partitionPoint(starts.length, (index) => starts[index]! < hint);
    const around = starts.slice(Math.max(0, next - PROPOSALS), next + PROPOSALS);
    const nearest = around.toSorted((a, b) => Math.abs(a - hint) - Math.abs(b - hint)).slice(0, PROPOSALS);
    return { target, settled: this.anchored(target, { kind: 'ambiguous', places: nearest.map(weigh) }) };
  }

  /** Takes what stands at `start` of the text, with all its context, as it was written. */
  private takeAt(weigher: Weigher, start: number): Anchored {
    const { target, lead, isAtEdge } = weigher.pattern;
    return isAtEdge ? this.takeWhole(weigher, this.folded.indexOf(start + lead)) : this.accept(target, start);
  }

  /** Takes a place that has all the context, unless the figure at what was an edge of the text goes on there now. */
  private takeWhole(weigher: Weigher, start: number): Anchored {
    const { target, quoteLength } = weigher.pattern;
    const place = weigher.weigh(start, start + quoteLength, quoteLength);
    return this.anchored(target, { kind: place.words === 'equal' ? 'accepted' : place.words, places: [place] });
  }

  /**
   * Where the passage's whole line stands too, among as much of its context as it takes to be accepted, though there was no
   * such line when the passage was described: which of them is the copy nobody knows.
   */
  private copiedLines(weigher: Weigher, own: number): number[] {
    const { pattern } = weigher;
    if (pattern.isRepeated) return [];
    const line = pattern.codes.subarray(pattern.quoteStart - pattern.lineBefore, pattern.quoteEnd + pattern.lineAfter);
    const extent = extentOf(pattern, this.folded.length);
    return this.whole
      .ofWords(line)
      .map((start) => start + pattern.lineBefore)
      .filter(
        (start) =>
          start !== own &&
          isAcceptable(extent, weigher.weigh(start, start + pattern.quoteLength, pattern.quoteLength), false),
      )
      .slice(0, PROPOSALS - 1);
  }

  private searchWithPast(weigher: Weigher): Search | undefined {
    const { pattern } = weigher;
    const { target } = pattern;
    const passage = this.past?.locate(target);
    if (!this.past || !passage) return undefined;
    const { past } = this;
    const moved = past.moved(target);
    if (moved !== undefined) return { target, settled: this.takeAt(weigher, moved) };
    const isOpen = past.isOpen(passage);
    const places = (isOpen ? [] : past.placesOf(passage))
      .map((start) => weigher.weigh(start, start + pattern.quoteLength, pattern.quoteLength))
      .filter((place) => !past.isOtherLine(place, passage) && !past.isOutOfOrder(place, passage));
    if (places.length > 1) return { target, settled: this.anchored(target, { kind: 'ambiguous', places }) };
    const [image] = places;
    const expected = past.expect(passage);
    const near = image?.start ?? this.folded.indexOf(expected?.places[0] ?? target.start);
    const finding = this.find(weigher, near);
    const unclaimed = finding.places
      .map((place) => ({ ...place, claim: past.claimOn(place, passage) }))
      .filter(({ claim }) => claim !== 'certain')
      .map(({ claim, ...place }) => ({
        ...place,
        isContested: isOpen || claim === 'possible' || past.isOutOfOrder(place, passage),
      }));
    // copies of the whole, of which the text as last seen says nothing either
    const isWhole = ({ start }: Place) => wholes.includes(start);
    const wholes = this.whole.of(pattern);
    if (!image && !isOpen && unclaimed.filter(isWhole).length > 1) return undefined;
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

  private find(weigher: Weigher, near: number): Finding {
    const { pattern } = weigher;
    return {
      hint: pattern.target.start,
      places: findPlaces(weigher, this.whole, this.index, near),
      extent: extentOf(pattern, this.folded.length),
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

  private get edges(): DoubledEdges {
    this.lazyEdges ??= new DoubledEdges(this.folded);
    return this.lazyEdges;
  }

  private get index(): GramIndex {
    this.lazyIndex ??= GramIndex.of(this.folded.codes);
    return this.lazyIndex;
  }

  private get whole(): WholePlaces {
    this.lazyWhole ??= new WholePlaces(this.folded, () => this.index);
    return this.lazyWhole;
  }

  private get past(): Past | undefined {
    if (this.previous === undefined) return undefined;
    this.lazyPast ??= new Past(this.previous, this.folded);
    return this.lazyPast;
  }
}
