import { CLAIM_KINDS } from '../claim';
import { isMeasureWord, UNIT_NAMES } from '../units';
import { CHARACTERS, CLOSE, COMMA, EDGE, KINDS, NAMES, OPEN } from './dictionary';
import { firstAt, kindAt, kindOr, lastAt, numberOr, type Words } from './lexWords';
import { PAIR_COUNT, pairsOfChoice, pairsOfEnd, pairsOfStart } from './pairSigns';
import type { Place, Side } from './place';

/*
 * What speaks for or against words being what a figure measures: signs, each with values that have a learned weight
 * (`indicatorWeights.json`, `scripts/indicators/learn.mjs`). Sign and value together are one number, so that a weight is found
 * by one look into a table. Most are told of where the words begin, or of where they end: those are weighed once for all
 * candidates that begin or end there.
 */

/** Takes the number of a sign and its value. */
export type Tell = (number: number) => void;

export interface Sign {
  readonly name: string;
  readonly from: number;
  readonly values: readonly string[];
}

/** All signs with a name, behind those of things that stand together; the last one ends at `SIGN_COUNT`. */
export const SIGNS: Sign[] = [];
export let SIGN_COUNT = PAIR_COUNT;

function sign(name: string, values: readonly string[]): number {
  const from = SIGN_COUNT;
  SIGNS.push({ name, from, values });
  SIGN_COUNT += values.length;
  return from;
}

const numbers = (most: number): string[] => Array.from({ length: most + 1 }, (_, number) => String(number));
const PAIRS = KINDS.flatMap((one) => KINDS.map((other) => `${one} ${other}`));
const UNITS = ['other', ...UNIT_NAMES];
const COUNTED = ['bare', 'counted', 'measured'];
const LENGTHS = ['1', '2', '3', '4', '5', '7', '10', '15', '21'];
const unitNumbers = new Map(UNITS.map((unit, number) => [unit, number]));

/** What is told of one word: itself, its part of speech, and its first or last character. */
const ofWord = (name: string) => ({ word: sign(name, NAMES), kind: sign(`${name}, kind`, KINDS) });
const ofEdge = (name: string) => ({ ...ofWord(name), character: sign(`${name}, character`, CHARACTERS) });

const SIDE = (side: Side) => ({
  begins: ofEdge(`${side}: begins`),
  ends: ofEdge(`${side}: ends`),
  next: ofEdge(`${side}: next`),
  endsNext: sign(`${side}: ends, next`, PAIRS),
  kind: sign(`${side}: kind`, CLAIM_KINDS),
  unit: sign(`${side}: unit`, UNITS),
  counted: sign(`${side}: counted`, COUNTED),
  left: ofWord(`${side}: left of the figure`),
  right: ofWord(`${side}: right of the figure`),
  length: sign(`${side}: length`, LENGTHS),
  words: sign(`${side}: words`, numbers(9)),
  holds: sign(`${side}: holds`, KINDS),
  holdsMore: sign(`${side}: holds more`, KINDS),
  around: sign(`${side}: around`, PAIRS),
  marks: sign(`${side}: in marks`, ['whole', 'part']),
});
const BEFORE = SIDE('before');
const BEHIND = SIDE('behind');
const NEAR = { apart: sign('behind: apart', numbers(4)), over: ofWord('behind: over') };
const FAR = {
  behind: ofEdge('before: behind'),
  behindBegins: sign('before: behind, begins', PAIRS),
  nth: sign('before: nth', ['begins', 'ends']),
  between: ofWord('before: between'),
  words: sign('before: words between', numbers(9)),
  commas: sign('before: commas between', numbers(3)),
  figures: sign('before: figures between', numbers(3)),
  touches: sign('before: touches', CLAIM_KINDS),
  touchesCounted: sign('before: touches, counted', COUNTED),
  said: sign('before: said before', ['yes']),
  saidThen: sign('before: said before, then', NAMES),
};
const NONE = {
  none: sign('none', ['yes']),
  kind: sign('none: kind', CLAIM_KINDS),
  unit: sign('none: unit', UNITS),
  counted: sign('none: counted', COUNTED),
  left: ofWord('none: left of the figure'),
  right: ofWord('none: right of the figure'),
  around: sign('none: around', PAIRS),
};
const CARRIED = {
  carried: sign('carried', ['yes']),
  kind: sign('carried: kind', CLAIM_KINDS),
  unit: sign('carried: unit', UNITS),
  over: ofWord('carried: over'),
  words: sign('carried: words between', numbers(9)),
  commas: sign('carried: commas between', numbers(3)),
  left: ofWord('carried: left of the figure'),
  right: ofWord('carried: right of the figure'),
};

/** What a noun phrase is made of, and what says nothing when it holds it. */
const PLAIN = Uint8Array.from(KINDS, (kind) => (/^(?:n|n[sztrg]|j|l|latin|close)$/u.test(kind) ? 1 : 0));

const characterOr = (words: Words, at: number, from: number, of: typeof firstAt): number =>
  at < from || at >= words.numbers.length ? EDGE : of(words, at);
const pair = (one: number, other: number): number => one * KINDS.length + other;
export const unitNumber = (unit: string): number => unitNumbers.get(unit) ?? 0;
/** Whether a unit is none, counts things, or measures. */
export const countedAs = (unit: string): number => (unit === '' ? 0 : isMeasureWord(unit) ? 1 : 2);

interface OfWord {
  readonly word: number;
  readonly kind: number;
}

/** Of the word at an index, or the edge of what is read, from `from` on. */
function tellWord(of: OfWord, words: Words, at: number, tell: Tell, from = 0): void {
  tell(of.word + numberOr(words, at, from));
  tell(of.kind + kindOr(words, at, from));
}

function tellQuantity(
  of: { readonly kind: number; readonly unit: number },
  { quantity, unit }: Place,
  tell: Tell,
): void {
  tell(of.kind + CLAIM_KINDS.indexOf(quantity.kind));
  tell(of.unit + unit);
}

/** Of the words on both sides of the figure. */
function tellBeside(
  of: { readonly left: OfWord; readonly right: OfWord },
  { words, from, at }: Place,
  tell: Tell,
): void {
  tellWord(of.left, words, at - 1, tell, from);
  tellWord(of.right, words, at + 1, tell);
}

/** Of every candidate on one side. */
export function tellSide(place: Place, side: Side, tell: Tell): void {
  const is = side === 'before' ? BEFORE : BEHIND;
  tellQuantity(is, place, tell);
  tell(is.counted + place.counted);
  tellBeside(is, place, tell);
  pairsOfChoice(place, side, tell);
}

export function tellStart(place: Place, side: Side, first: number, tell: Tell): void {
  const { words, from, at, nth } = place;
  pairsOfStart(place, side, first, tell);
  const is = side === 'before' ? BEFORE : BEHIND;
  tellWord(is.begins, words, first, tell);
  tell(is.begins.character + firstAt(words, first));
  if (side === 'behind') {
    tell(NEAR.apart + Math.min(4, first - at - 1));
    if (first === at + 1) return;
    tellWord(NEAR.over, words, at + 1, tell);
    return;
  }
  tellWord(FAR.behind, words, first - 1, tell, from);
  tell(FAR.behind.character + characterOr(words, first - 1, from, lastAt));
  tell(FAR.behindBegins + pair(kindOr(words, first - 1, from), kindAt(words, first)));
  if (words.starts[first] === nth?.start) tell(FAR.nth);
}

export function tellEnd(place: Place, side: Side, end: number, tell: Tell): void {
  const { words, at, quantity, counted, nth } = place;
  pairsOfEnd(place, side, end, tell);
  const is = side === 'before' ? BEFORE : BEHIND;
  const last = kindAt(words, end - 1);
  const then = kindOr(words, end);
  tell(is.ends.word + numberOr(words, end - 1));
  tell(is.ends.kind + last);
  tell(is.ends.character + lastAt(words, end - 1));
  tell(is.next.word + numberOr(words, end));
  tell(is.next.kind + then);
  tell(is.next.character + characterOr(words, end, 0, firstAt));
  tell(is.endsNext + pair(last, then));
  if (side === 'behind') return;
  if (words.ends[end - 1] === nth?.end) tell(FAR.nth + 1);
  tell(FAR.words + Math.min(9, at - end));
  if (end < at) return;
  tell(FAR.touches + CLAIM_KINDS.indexOf(quantity.kind));
  tell(FAR.touchesCounted + counted);
}

/** Of each word between a candidate and its figure. */
export function tellBetween({ words }: Place, index: number, tell: Tell): void {
  tellWord(FAR.between, words, index, tell);
}

/** How many commas and figures stand between a candidate and its figure. */
export function tellCounts(commas: number, figures: number, tell: Tell): void {
  tell(FAR.commas + Math.min(3, commas));
  tell(FAR.figures + Math.min(3, figures));
}

/** Of words `[first, end)`; `held` counts what they hold by part of speech, but the last. */
export function tellSpan(
  { words, from, at, previous }: Place,
  side: Side,
  first: number,
  end: number,
  held: Uint8Array,
  tell: Tell,
): void {
  const is = side === 'before' ? BEFORE : BEHIND;
  tell(is.length + lengthOf(words.ends[end - 1]! - words.starts[first]!));
  tell(is.words + Math.min(9, end - first));
  for (let kind = 0; kind < held.length; kind++)
    if (held[kind]! > 0) tell((held[kind]! > 1 ? is.holdsMore : is.holds) + kind);
  const before = kindOr(words, first - 1, from);
  const then = kindOr(words, end);
  tell(is.around + pair(before, then));
  if (before === OPEN) tell(is.marks + (then === CLOSE ? 0 : 1));
  const indicator = previous?.indicator;
  if (indicator?.start !== words.starts[first] || indicator?.end !== words.ends[end - 1]) return;
  tell(FAR.said);
  tell(FAR.saidThen + numberOr(words, at - 1));
}

/** Counts what a word is for the candidates that hold it. */
export function hold(words: Words, at: number, held: Uint8Array): void {
  const kind = kindAt(words, at);
  if (PLAIN[kind] === 0 && held[kind]! < 2) held[kind]!++;
}

export const newHeld = (): Uint8Array => new Uint8Array(KINDS.length);

const lengthOf = (length: number): number =>
  length < 5 ? length - 1 : length < 7 ? 4 : length < 10 ? 5 : length < 15 ? 6 : length < 21 ? 7 : 8;

/** Of nothing being said. */
export function tellNone(place: Place, tell: Tell): void {
  const { words, from, at } = place;
  tell(NONE.none);
  tellQuantity(NONE, place, tell);
  tell(NONE.counted + place.counted);
  tellBeside(NONE, place, tell);
  tell(NONE.around + pair(kindOr(words, at - 1, from), kindOr(words, at + 1)));
  pairsOfChoice(place, 'none', tell);
}

/** Of what an earlier figure measures being carried over to this one, at index `before`. */
export function tellCarried(place: Place, before: number, tell: Tell): void {
  const { words, at } = place;
  tell(CARRIED.carried);
  tellQuantity(CARRIED, place, tell);
  pairsOfChoice(place, 'carried', tell);
  let commas = 0;
  for (let index = before + 1; index < at; index++) {
    if (kindAt(words, index) === COMMA) commas++;
    tellWord(CARRIED.over, words, index, tell);
  }
  tell(CARRIED.words + Math.min(9, at - before - 1));
  tell(CARRIED.commas + Math.min(3, commas));
  tellWord(CARRIED.left, words, at - 1, tell);
  tellWord(CARRIED.right, words, at + 1, tell);
}
