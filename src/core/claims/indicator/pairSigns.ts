import { CLAIM_KINDS } from '../claim';
import { UNIT_NAMES } from '../units';
import classes from './classes.json';
import { COMMA, characterAt } from './dictionary';
import { kindAt, kindOr, numberOr, type Words } from './lexWords';
import type { LastFigure, Place } from './place';

/*
 * Signs of things that stand together: a unit and the noun that it counts, a word and the next one, what the figure before has
 * in common with this one. There are too many to be listed by name: each is a number that is drawn from what it is told of, and
 * two that draw the same number share a weight, which hardly ever matters. Words and characters also have classes (`classes.json`,
 * `scripts/indicators/classes.mjs`): those of one class stand in like surroundings in the corpus, so that what is learned of 企业
 * holds for 公司.
 */

const BITS = 19;
export const PAIR_COUNT = 1 << BITS;

/** Takes the number of a sign. */
type Tell = (number: number) => void;

function draw(sign: number, one: number, other: number, third = 0): number {
  let hash = Math.imul(one ^ Math.imul(sign + 1, 0x27d4eb2f), 0x9e3779b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + other, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + third, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - BITS);
}

/** Units by what they are called: what is learned holds when others are added. */
const UNITS = Int32Array.from(['other', ...UNIT_NAMES], (name) =>
  [...name].reduce((number, character) => Math.imul(number ^ character.codePointAt(0)!, 0x01000193), 0x811c9dc5),
);

/** What is written for the number 0, of a class, a weight or a distance. */
const ZERO = 35;
const MOST = 126 - ZERO;
/** Weights stand in the middle of what can be written. */
const MIDDLE = 45;
const classesOf = (written: string): Uint8Array =>
  Uint8Array.from(written, (character) => character.charCodeAt(0) - ZERO);
const CLASS_OF_WORD = classesOf(classes.words);
const CLASS_OF_CHARACTER = classesOf(classes.characters);
const classAt = (words: Words, at: number, from = 0): number => CLASS_OF_WORD[numberOr(words, at, from)]!;

/** Calls with each number of a pair that has a weight, and with the weight as a whole number of parts. */
export function readPairs(written: string, take: (number: number, parts: number) => void): void {
  let number = 0;
  for (let at = 0; at < written.length; at++) {
    const distance = written.charCodeAt(at) - ZERO;
    number += distance;
    if (distance < MOST) take(number, written.charCodeAt(++at) - ZERO - MIDDLE);
  }
}

/** The way back from `readPairs`: pairs and their parts, in order. */
export function writePairs(pairs: Iterable<readonly [number, number]>): string {
  let written = '';
  let last = 0;
  for (const [number, parts] of pairs) {
    let distance = number - last;
    for (; distance >= MOST; distance -= MOST) written += String.fromCharCode(ZERO + MOST);
    const held = Math.max(-MIDDLE, Math.min(MIDDLE, parts));
    written += String.fromCharCode(ZERO + distance, ZERO + MIDDLE + held);
    last = number;
  }
  return written;
}

/** A choice is told of a side, or of nothing being said, or of what is carried over. */
export type Choice = 'before' | 'behind' | 'none' | 'carried';
const SIGNS_OF_A_CHOICE = 64;
const CHOICES: Readonly<Record<Choice, number>> = { before: 0, behind: 1, none: 2, carried: 3 };
const baseOf = (choice: Choice): number => CHOICES[choice] * SIGNS_OF_A_CHOICE;

/** Of the words on both sides of the figure, and of the figure before. */
export function pairsOfChoice({ words, from, at, last }: Place, choice: Choice, tell: Tell): void {
  const sign = baseOf(choice);
  const left = classAt(words, at - 1, from);
  const right = classAt(words, at + 1);
  tell(draw(sign, left, right));
  tell(draw(sign + 1, classAt(words, at - 2, from), left));
  tell(draw(sign + 2, right, classAt(words, at + 2)));
  tell(draw(sign + 3, last?.unit ?? 0, last?.kind ?? 0, sideOf(last)));
  if (choice === 'carried') tell(draw(sign + 4, classAt(words, (last?.at ?? at) + 1), left));
}

const sideOf = (last: LastFigure | undefined): number =>
  !last ? 0 : last.side === 'before' ? 1 : last.side === 'behind' ? 2 : 3;

/** Whether words stand as far from their figure, and on the same side, as those of the figure before. */
function pairsOfFrame({ last }: Place, side: 'before' | 'behind', apart: number, tell: Tell): void {
  const sign = baseOf(side) + 8;
  const frame = !last || last.side === 'none' ? 0 : last.side !== side ? 1 : last.apart === apart ? 2 : 3;
  tell(draw(sign, frame, (last?.unit ?? 0) * 4 + sideOf(last), last?.left ?? 0));
  tell(draw(sign + 1, frame, last?.kind ?? 0));
}

export function pairsOfStart(place: Place, side: 'before' | 'behind', first: number, tell: Tell): void {
  const { text, words, from, at, last } = place;
  const sign = baseOf(side) + 16;
  const least = side === 'before' ? from : 0;
  const word = numberOr(words, first);
  const own = classAt(words, first);
  const previous = classAt(words, first - 1, least);
  const kind = kindAt(words, first);
  const previousKind = kindOr(words, first - 1, least);
  tell(draw(sign, numberOr(words, first - 1, least), word));
  tell(draw(sign + 1, numberOr(words, first - 2, from), numberOr(words, first - 1, least)));
  tell(draw(sign + 2, classAt(words, first - 2, from), previous, kind));
  const opens = side === 'behind' ? 0 : first === from || previousKind === COMMA ? 1 : 2;
  tell(draw(sign + 3, previousKind, kind, opens));
  tell(draw(sign + 4, !last ? 0 : first > last.at ? 1 + Math.min(5, first - last.at - 1) : 8, last?.unit ?? 0));
  tell(draw(sign + 5, previous, own));
  tell(draw(sign + 6, own, classAt(words, first + 1)));
  tell(draw(sign + 7, previous, 0));
  tell(draw(sign + 8, own, 0));
  tell(draw(sign + 9, CLASS_OF_CHARACTER[characterAt(text.charCodeAt(words.starts[first]!))]!, 0));
  if (side === 'behind') pairsOfFrame(place, side, first - at - 1, tell);
}

export function pairsOfEnd(place: Place, side: 'before' | 'behind', end: number, tell: Tell): void {
  const { text, words, from, at, quantity } = place;
  const unit = UNITS[place.unit]!;
  const sign = baseOf(side) + 32;
  const own = classAt(words, end - 1);
  const next = classAt(words, end);
  const character = characterAt(text.charCodeAt(words.ends[end - 1]! - 1));
  const like = CLASS_OF_CHARACTER[character]!;
  const kind = CLAIM_KINDS.indexOf(quantity.kind);
  tell(draw(sign, unit, character));
  tell(draw(sign + 1, unit, own));
  tell(draw(sign + 2, unit, like));
  tell(draw(sign + 3, kind, own));
  tell(draw(sign + 4, kind, like));
  tell(draw(sign + 5, character, 0));
  tell(draw(sign + 6, numberOr(words, end - 1), numberOr(words, end)));
  tell(draw(sign + 7, numberOr(words, end), numberOr(words, end + 1)));
  tell(draw(sign + 8, kindAt(words, end - 1), next, classAt(words, end + 1)));
  tell(draw(sign + 9, own, next));
  tell(draw(sign + 10, own, 0));
  tell(draw(sign + 11, next, 0));
  tell(draw(sign + 12, classAt(words, at - 1, from), own));
  if (side === 'before') pairsOfFrame(place, side, at - end, tell);
}
