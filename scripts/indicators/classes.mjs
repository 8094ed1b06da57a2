// Sorts the words and characters of the dictionary of indicators into classes of those that stand in like surroundings
// (src/core/claims/indicator/classes.json), after scripts/indicators/words.mjs and before learn.mjs:
//   node scripts/indicators/classes.mjs CORPUS
// CORPUS holds *.jsonl.gz. What stands beside a word, and one further, on either side, is counted and weighed (positive mutual
// information), drawn together into few dimensions (singular vectors), and grouped around means. Chance is the same at every run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, newLines, root } from '../slogans/corpus.mjs';

const [corpus] = process.argv.slice(2);
if (!corpus) throw new Error('usage: classes.mjs CORPUS');
const { readingOf } = load('core/text/readingText');
const { lexWords } = load('core/claims/indicator/lexWords');
const { NAMES, CHARACTERS, FIGURE, TIME, characterAt } = load('core/claims/indicator/dictionary');

/** Figures and times, which are not lexed here, have the two last of the 90 classes that can be written. */
const CLASSES = 88;
const DIMENSIONS = 32;
const TURNS = 6;
const MEANS = 12;
/** What comes less often has no class. */
const LEAST = 10;
/** What is written for class 0. */
const ZERO = 35;

const words = [];
const characters = [];
for (const { line } of newLines(corpus)) {
  const text = readingOf(line);
  for (const number of lexWords(text, 0, text.length, []).numbers) words.push(number);
  for (let at = 0; at < text.length; at++) characters.push(characterAt(text.charCodeAt(at)));
  words.push(0, 0);
  characters.push(0, 0);
}

let seed = 1;
const chance = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

/** How often each two stand so far apart, as three columns; 0 is nothing. */
function pairsOf(stream, size, apart) {
  const keys = new Float64Array(stream.length);
  let length = 0;
  for (let at = apart; at < stream.length; at++) {
    const [one, other] = [stream[at - apart], stream[at]];
    if (one > 0 && other > 0) keys[length++] = one * size + other;
  }
  const sorted = keys.subarray(0, length).sort();
  const pairs = { ones: [], others: [], counts: [] };
  for (let at = 0; at < length; ) {
    const key = sorted[at];
    const from = at;
    while (sorted[at] === key) at++;
    pairs.ones.push(Math.floor(key / size));
    pairs.others.push(key % size);
    pairs.counts.push(at - from);
  }
  return pairs;
}

/** The rows of a sparse matrix, one for each word: what stands on which side, with its information. */
function tableOf(stream, size) {
  const rows = [];
  const columns = [];
  const counts = [];
  for (const apart of [1, 2]) {
    const { ones, others, counts: all } = pairsOf(stream, size, apart);
    const by = (apart - 1) * 2 * size;
    for (let at = 0; at < all.length; at++) {
      rows.push(ones[at], others[at]);
      columns.push(by + others[at], by + size + ones[at]);
      counts.push(all[at], all[at]);
    }
  }
  const ofRow = new Float64Array(size).fill(1);
  const ofColumn = new Float64Array(4 * size);
  let total = 0;
  for (let at = 0; at < counts.length; at++) {
    ofRow[rows[at]] += counts[at];
    ofColumn[columns[at]] += counts[at];
    total += counts[at];
  }
  // what is seldom is not taken for telling
  const smooth = ofColumn.map((count) => count ** 0.75 + 1);
  const by = total / smooth.reduce((sum, count) => sum + count, 0);
  const values = Float64Array.from(counts, (count, at) =>
    Math.max(0, Math.log((count * total) / (ofRow[rows[at]] * smooth[columns[at]] * by))),
  );
  return { rows: Int32Array.from(rows), columns: Int32Array.from(columns), values, ofRow };
}

/** `to[i] += value * from[j]` for each entry, by row vectors. */
function multiply(values, of, by, from, height) {
  const to = new Float64Array(height * DIMENSIONS);
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (value === 0) continue;
    const [i, j] = [of[at] * DIMENSIONS, by[at] * DIMENSIONS];
    for (let d = 0; d < DIMENSIONS; d++) to[i + d] += value * from[j + d];
  }
  return to;
}

/** Makes the columns stand at right angles, and says how long they were. */
function straighten(vectors) {
  const lengths = [];
  for (let d = 0; d < DIMENSIONS; d++) {
    for (let e = 0; e < d; e++) {
      let product = 0;
      for (let at = 0; at < vectors.length; at += DIMENSIONS) product += vectors[at + d] * vectors[at + e];
      for (let at = 0; at < vectors.length; at += DIMENSIONS) vectors[at + d] -= product * vectors[at + e];
    }
    let square = 0;
    for (let at = d; at < vectors.length; at += DIMENSIONS) square += vectors[at] ** 2;
    const length = Math.sqrt(square) || 1;
    for (let at = d; at < vectors.length; at += DIMENSIONS) vectors[at] /= length;
    lengths.push(length);
  }
  return lengths;
}

function vectorsOf(stream, size) {
  const { rows, columns, values, ofRow } = tableOf(stream, size);
  let contexts = Float64Array.from({ length: 4 * size * DIMENSIONS }, () => chance() - 0.5);
  let vectors;
  let lengths;
  for (let turn = 0; turn < TURNS; turn++) {
    vectors = multiply(values, rows, columns, contexts, size);
    straighten(vectors);
    contexts = multiply(values, columns, rows, vectors, 4 * size);
    lengths = straighten(contexts);
  }
  const found = [];
  for (let number = 1; number < size; number++) {
    if (ofRow[number] < 4 * LEAST) continue;
    const vector = lengths.map((length, d) => vectors[number * DIMENSIONS + d] * Math.sqrt(length));
    const size = Math.hypot(...vector);
    if (size > 0) found.push({ number, vector: vector.map((value) => value / size) });
  }
  return found;
}

const distance = (one, other) => one.reduce((sum, value, d) => sum + (value - other[d]) ** 2, 0);

/** The class of each word that has one, from 1 on. */
function classesOf(stream, size) {
  const found = vectorsOf(stream, size);
  // the first means: each far from those before, by chance
  const means = [found[0].vector];
  const far = found.map(({ vector }) => distance(vector, means[0]));
  while (means.length < CLASSES) {
    let left = chance() * far.reduce((sum, value) => sum + value, 0);
    let at = 0;
    while (at < found.length - 1 && left > far[at]) left -= far[at++];
    means.push(found[at].vector);
    for (const [index, { vector }] of found.entries())
      far[index] = Math.min(far[index], distance(vector, means.at(-1)));
  }
  const classes = new Array(size).fill(0);
  for (let turn = 0; turn < MEANS; turn++) {
    const sums = means.map(() => ({ count: 0, sum: new Array(DIMENSIONS).fill(0) }));
    for (const { number, vector } of found) {
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (const [index, mean] of means.entries()) {
        const apart = distance(vector, mean);
        if (apart < least) [least, best] = [apart, index];
      }
      classes[number] = best + 1;
      sums[best].count++;
      for (let d = 0; d < DIMENSIONS; d++) sums[best].sum[d] += vector[d];
    }
    for (const [index, { count, sum }] of sums.entries())
      if (count > 0) means[index] = sum.map((value) => value / count);
  }
  return classes;
}

const write = (classes) => classes.map((number) => String.fromCharCode(ZERO + number)).join('');
const ofWords = classesOf(words, NAMES.length);
ofWords[FIGURE] = CLASSES + 1;
ofWords[TIME] = CLASSES + 2;
const data = {
  about:
    'Made by scripts/indicators/classes.mjs: do not edit by hand. One character for each word and character, in the order of the dictionary.',
  words: write(ofWords),
  characters: write(classesOf(characters, CHARACTERS.length)),
};
if (process.argv.includes('--show'))
  for (let number = 1; number <= CLASSES; number++)
    console.log(
      number,
      NAMES.filter((_, at) => ofWords[at] === number)
        .slice(0, 40)
        .join(' '),
    );
const text = `${JSON.stringify(data, null, 2)}\n`;
console.log(`${Buffer.byteLength(text)} bytes`);
writeFileSync(join(root, 'src/core/claims/indicator/classes.json'), text);
