import { setOf } from '../../text/characters';
import { partitionPoint } from '../../text/search';
import type { Span } from '../../text/span';
import type { Quantity } from '../claim';
import { eachCandidate, REACH_BEHIND } from './candidates';
import { COMMA, FIGURE } from './dictionary';
import pairs from './indicatorPairs.json';
import {
  countedAs,
  SIGN_COUNT,
  SIGNS,
  tellBetween,
  tellCarried,
  tellCounts,
  tellEnd,
  tellNone,
  tellSide,
  tellSpan,
  tellStart,
  unitNumber,
} from './indicatorSigns';
import learned from './indicatorWeights.json';
import { kindAt, type Landmark, lexWords, type Words } from './lexWords';
import { readPairs } from './pairSigns';
import type { LastFigure, Measured, Place } from './place';
import { nounOf, turnOf } from './respectively';

/** So far before a figure what it measures is looked for. */
const REACH_BEFORE = 60;

/** By the number of a sign and its value. */
export type Weights = Float32Array;

/** Weights of signs by name and value, and of what stands together (`writePairs`), in such parts of 1. */
export const PARTS = 20;
export function weightsOf(
  signs: Readonly<Record<string, Readonly<Record<string, number>>>>,
  together: string,
): Weights {
  const weights = new Float32Array(SIGN_COUNT);
  readPairs(together, (number, parts) => {
    weights[number] = parts / PARTS;
  });
  const numbers = new Map<readonly string[], Map<string, number>>();
  for (const { name, from, values } of SIGNS) {
    if (!numbers.has(values)) numbers.set(values, new Map(values.map((value, number) => [value, number])));
    for (const [value, weight] of Object.entries(signs[name] ?? {})) {
      const number = numbers.get(values)!.get(value);
      if (number !== undefined) weights[from + number] = weight;
    }
  }
  return weights;
}

const WEIGHTS = weightsOf(learned.signs, pairs.pairs);

/** What each figure of a paragraph measures; undefined where that is not said, or not clear. */
export function readIndicators(
  text: string,
  quantities: readonly Quantity[],
  times: readonly Span[],
  weights: Weights = WEIGHTS,
): (Measured | undefined)[] {
  const indicators: (Measured | undefined)[] = [];
  for (const place of placesOf(text, quantities, times, indicators))
    indicators.push(place && chooseIndicator(place, weights));
  return indicators;
}

/** The places of the figures of a paragraph, one after the other; `indicators` are what those before measure. */
export function* placesOf(
  text: string,
  quantities: readonly Quantity[],
  times: readonly Span[],
  indicators: readonly (Measured | undefined)[],
): Generator<Place | undefined> {
  const landmarks = landmarksOf(quantities, times);
  let words: Words = { starts: [], ends: [], numbers: [] };
  let lexed = -1;
  for (let index = 0; index < quantities.length; index++) {
    const quantity = quantities[index]!;
    if (quantity.start >= lexed) {
      const from = sentenceStart(text, quantity.start);
      lexed = stretchEnd(text, quantities, index);
      const first = partitionPoint(landmarks.length, (at) => landmarks[at]!.start < from);
      words = lexWords(text, from, lexed, landmarks, first);
    }
    const { starts } = words;
    const at = partitionPoint(starts.length, (word) => starts[word]! < quantity.start);
    if (words.numbers[at] !== FIGURE || starts[at] !== quantity.start) {
      yield undefined;
      continue;
    }
    let from = at;
    while (from > 0 && starts[from - 1]! >= quantity.start - REACH_BEFORE && !isSentenceEnd(text, words, from - 1))
      from--;
    const turn = turnOf(words, from, at);
    const nth = turn && nounOf(words, from, turn);
    // 甲1户，乙2元，分别增长3%和4%
    const before = turn && index >= turn.count ? index - turn.count : index - 1;
    yield {
      ...{ text, words, from, at, quantity, nth },
      counted: countedAs(quantity.unit),
      unit: unitNumber(quantity.unit),
      last: lastOf(words, from, at, quantity, quantities[index - 1], indicators[index - 1]),
      previous: nth ? undefined : previousOf(text, words, at, quantities[before], indicators[before]),
    };
  }
}

/** The figure before one, where it stands in what is read of the sentence. */
function lastOf(
  words: Words,
  from: number,
  at: number,
  { unit, kind }: Quantity,
  before: Quantity | undefined,
  indicator: Span | undefined,
): LastFigure | undefined {
  if (!before || before.start < words.starts[from]!) return undefined;
  const { starts, numbers } = words;
  const wordAt = (offset: number) => partitionPoint(at, (word) => starts[word]! < offset);
  const own = wordAt(before.start);
  const side = !indicator ? 'none' : indicator.start < before.start ? 'before' : 'behind';
  return {
    ...{ at: own, side },
    unit: before.unit === unit ? 2 : 1,
    kind: before.kind === kind ? 2 : 1,
    left: numbers[own - 1] === numbers[at - 1] ? 2 : 1,
    apart: !indicator ? 0 : side === 'before' ? own - wordAt(indicator.end) : wordAt(indicator.start) - own - 1,
  };
}

function previousOf(
  text: string,
  words: Words,
  at: number,
  before: Quantity | undefined,
  indicator: Measured | undefined,
) {
  if (!before || !indicator || before.start < words.starts[0]!) return undefined;
  const place = partitionPoint(at, (word) => words.starts[word]! < before.start);
  for (let index = place; index < at; index++) if (isSentenceEnd(text, words, index)) return undefined;
  return { indicator, at: place };
}

const isStop = setOf('。！？!?');
const isSentenceEnd = (text: string, words: Words, at: number): boolean =>
  kindAt(words, at) === COMMA && isStop(text.charCodeAt(words.starts[at]!));

function sentenceStart(text: string, at: number): number {
  const least = Math.max(0, at - REACH_BEFORE);
  let start = at;
  while (start > least && !isStop(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the stretch ends that is read together with this figure: where the next figure's words begin elsewhere. */
function stretchEnd(text: string, quantities: readonly Quantity[], index: number): number {
  let last = index;
  for (; last + 1 < quantities.length; last++) {
    if (sentenceStart(text, quantities[last + 1]!.start) > quantities[last]!.end) break;
  }
  const { end } = quantities[last]!;
  const limit = Math.min(text.length, end + REACH_BEHIND);
  let stop = end;
  while (stop < limit && !'，。；！？\n'.includes(text[stop]!)) stop++;
  return Math.min(limit, stop + 1);
}

/** Figures and times, both in text order, as one list; a time that touches a figure is left out. */
function landmarksOf(figures: readonly Quantity[], times: readonly Span[]): Landmark[] {
  const landmarks: Landmark[] = [];
  let next = 0;
  for (const { start, end } of figures) {
    for (; next < times.length && times[next]!.start < end; next++) {
      const time = times[next]!;
      if (time.end <= start) landmarks.push({ start: time.start, end: time.end, isFigure: false });
    }
    landmarks.push({ start, end, isFigure: true });
  }
  for (; next < times.length; next++)
    landmarks.push({ start: times[next]!.start, end: times[next]!.end, isFigure: false });
  return landmarks;
}

/** What the words of one place weigh is kept here, each at its distance from the first; a word is a character at least. */
const SIZE = REACH_BEFORE + REACH_BEHIND + 4;
const [STARTS, ENDS, BETWEEN] = [new Float64Array(SIZE), new Float64Array(SIZE), new Float64Array(SIZE)];

/** The likeliest of all candidates, where it is likelier than that nothing is said. */
export function chooseIndicator(place: Place, weights: Weights): Measured | undefined {
  const { words, from, at, previous } = place;
  let sum = 0;
  const tell = (number: number): void => {
    sum += weights[number]!;
  };
  const weigh = (say: () => void): number => {
    sum = 0;
    say();
    return sum;
  };
  const before = weigh(() => tellSide(place, 'before', tell));
  const behind = weigh(() => tellSide(place, 'behind', tell));
  const none = weigh(() => tellNone(place, tell));
  let best = none;
  let found: Span | undefined;
  // of all that may be meant, as multiples of how likely it is that nothing is said
  let all = 1;

  const size = Math.min(words.numbers.length, at + REACH_BEHIND + 2) - from + 1;
  STARTS.fill(Number.NaN, 0, size);
  ENDS.fill(Number.NaN, 0, size);
  // of what stands between each word and the figure
  let passed = 0;
  let commas = 0;
  let figures = 0;
  for (let index = at; index >= from; index--) {
    if (index < at) {
      sum = passed;
      tellBetween(place, index, tell);
      passed = sum;
      const kind = kindAt(words, index);
      if (kind === COMMA) commas++;
      else if (kind === FIGURE) figures++;
    }
    sum = passed;
    tellCounts(commas, figures, tell);
    BETWEEN[index - from] = sum;
  }

  eachCandidate(place, (side, first, end, held) => {
    let edges = STARTS[first - from]!;
    if (Number.isNaN(edges)) {
      sum = side === 'before' ? before : behind;
      tellStart(place, side, first, tell);
      edges = sum;
      STARTS[first - from] = edges;
    }
    let closing = ENDS[end - from]!;
    if (Number.isNaN(closing)) {
      sum = side === 'before' ? BETWEEN[end - from]! : 0;
      tellEnd(place, side, end, tell);
      closing = sum;
      ENDS[end - from] = closing;
    }
    sum = edges + closing;
    if (sum + MOST_OF_SPAN <= best - FAINT) return;
    tellSpan(place, side, first, end, held, tell);
    all += Math.exp(sum - none);
    if (sum <= best) return;
    best = sum;
    found = { start: words.starts[first]!, end: words.ends[end - 1]! };
  });
  if (previous?.indicator) {
    const carried = weigh(() => tellCarried(place, previous.at, tell));
    const likelihood = Math.exp(carried - none);
    all += likelihood;
    if (carried > best)
      return { ...previous.indicator, likelihood: (previous.indicator.likelihood * likelihood) / all };
  }
  return found && { ...found, likelihood: Math.exp(best - none) / all };
}

/** No more speaks for words by what they hold, as wholes. */
const MOST_OF_SPAN = 2;
/** What is so much less likely, as a logarithm, hardly counts. */
const FAINT = 3;
