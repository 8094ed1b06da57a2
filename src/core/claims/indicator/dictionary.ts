import { WORDS } from './words';
import data from './words.json';

/*
 * A small dictionary as tables of numbers: each word has a number, the number of its kind, and those of its first and last
 * character. The first numbers are of what is no word.
 */

const MARKS: Readonly<Record<string, string>> = {
  comma: '，,：:；;。！？!?—─|\t·',
  pause: '、',
  space: ' \n',
  open: '“「『《（([',
  close: '”」』》）)]',
};

export const EDGE = 0;
export const FIGURE = 1;
export const TIME = 2;
export const LATIN = 3;
export const SIGN = 4;
export const UNKNOWN = 5;
const OTHERS = ['edge', 'figure', 'time', 'latin', 'sign', 'x'];

/** The words, parts of speech and characters by number. */
export const NAMES: string[] = [...OTHERS];
export const KINDS: string[] = [...OTHERS, ...Object.keys(MARKS)];
/** Numbers of kinds; what is no word has the same number among the words and the kinds. */
export const [COMMA, PAUSE, SPACE, OPEN, CLOSE] = Object.keys(MARKS).map((kind) => KINDS.indexOf(kind)) as [
  number,
  number,
  number,
  number,
  number,
];
export const CHARACTERS: string[] = [''];
const kinds = OTHERS.map((_, index) => index);
const firsts = OTHERS.map(() => 0);
const lasts = OTHERS.map(() => 0);
/** The logarithm of how often a word comes, below zero. */
const counts = OTHERS.map(() => 0);

const characterNumbers = new Uint16Array(0x10000);
function characterNumber(character: string): number {
  const code = character.charCodeAt(0);
  if (characterNumbers[code] === 0) characterNumbers[code] = CHARACTERS.push(character) - 1;
  return characterNumbers[code]!;
}

/** The number of a character by its code unit; 0 where no word of the dictionary begins or ends with it. */
export const characterAt = (code: number): number => characterNumbers[code] ?? 0;

/** The words as a tree: from a node and a code unit to the next node, in a table with open addressing. */
const SIZE = 1 << 16;
const keys = new Uint32Array(SIZE);
const next = new Uint16Array(SIZE);
let nodes = 1;
/** By node, the number of the word that ends there, or 0. */
const ends: number[] = [0, 0];

const slotOf = (key: number): number => (Math.imul(key, 0x9e3779b1) >>> 16) & (SIZE - 1);

/** The node behind `node` for a code unit; 0 where there is none. */
export function step(node: number, code: number): number {
  const key = ((node << 16) | code) >>> 0;
  let slot = slotOf(key);
  while (keys[slot] !== 0) {
    if (keys[slot] === key) return next[slot]!;
    slot = (slot + 1) & (SIZE - 1);
  }
  return 0;
}

export const ROOT = 1;
export const wordAtNode = (node: number): number => ends[node]!;

function addWord(word: string, kind: number, count: number): void {
  let node = ROOT;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    let child = step(node, code);
    if (child === 0) {
      child = ++nodes;
      ends.push(0);
      const key = ((node << 16) | code) >>> 0;
      let slot = slotOf(key);
      while (keys[slot] !== 0) slot = (slot + 1) & (SIZE - 1);
      keys[slot] = key;
      next[slot] = child;
    }
    node = child;
  }
  const number = ends[node] || NAMES.push(word) - 1;
  ends[node] = number;
  kinds[number] = kind;
  firsts[number] = characterNumber(word[0]!);
  lasts[number] = characterNumber(word.at(-1)!);
  counts[number] = count;
}

function kindNumber(kind: string): number {
  const known = KINDS.indexOf(kind);
  return known < 0 ? KINDS.push(kind) - 1 : known;
}

/** The number of the mark that a code unit is, else 0. */
export const markNumbers = new Uint16Array(0x10000);
for (const [kind, marks] of Object.entries(MARKS)) {
  for (const mark of marks) {
    markNumbers[mark.charCodeAt(0)] = NAMES.length;
    addWord(mark, kindNumber(kind), 0);
  }
}

/** The logarithm, to the base 2, of all words that were counted. */
const ALL = 21;
/** What a word weighs that was not counted, and a character that is in no word. */
const SELDOM = 8;
export const UNKNOWN_COUNT = 3 - ALL;

// what words do to a figure tells more than their part of speech
const groups = new Map<string, number>();
for (const [kind, words] of Object.entries(WORDS)) for (const word of words) groups.set(word, kindNumber(kind));
for (const [word, kind] of groups) addWord(word, kind, SELDOM - ALL);
for (const [kind, rows] of Object.entries(data as Readonly<Record<string, Readonly<Record<string, string>>>>)) {
  const number = kindNumber(kind);
  for (const [count, words] of Object.entries(rows))
    for (const word of words.split(' ')) addWord(word, groups.get(word) ?? number, Number(count) - ALL);
}

export const kindOfWord = Uint8Array.from(kinds);
export const firstOfWord = Uint16Array.from(firsts);
export const lastOfWord = Uint16Array.from(lasts);
export const countOfWord = Float64Array.from(counts);
