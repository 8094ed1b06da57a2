// Learns the weights of the signs of what a figure measures (src/core/claims/indicator/indicatorWeights.json, and of those that
// stand together indicatorPairs.json), after words.mjs and classes.mjs:
//   node scripts/indicators/learn.mjs CORPUS REAL [--check] [--misses]
// CORPUS holds *.jsonl.gz, REAL labelled documents; test/labels/governance says what figures of the corpus and of the open half of
// REAL measure. --check says how well documents are read that were left out, and writes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledFigures, labelledParagraphs } from '../lib/labelledFigures.mjs';
import { load, root } from '../slogans/corpus.mjs';

const [corpus, real] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const has = (option) => process.argv.includes(option);
if (!real) throw new Error('usage: learn.mjs CORPUS REAL [--check] [--misses]');
const rules = load(
  'core/analyse',
  'core/claims/period/findPeriods',
  'core/claims/indicator/candidates',
  'core/claims/indicator/dictionary',
  'core/claims/indicator/indicatorSigns',
  'core/claims/indicator/lexWords',
  'core/claims/indicator/pairSigns',
  'core/claims/indicator/readIndicators',
  'test/unit/core/claims/indicators',
);
const OPTIONS = { decay: 2, rounds: 80, rate: 0.3, atLeast: 2, folds: 10, ...JSON.parse(process.env.OPTIONS ?? '{}') };
/** Weights are kept in parts of 1, and small ones not at all: the package is smaller, and hardly anything is read worse. */
const { PARTS } = rules;
const SMALLEST = OPTIONS.smallest ?? 0.12;
const SMALLEST_PAIR = OPTIONS.smallestPair ?? 0.075;
/** How much a sentence that was written for the tests counts; a labelled figure counts 1. */
const SENTENCE = 3;

function* labelledDocuments() {
  yield* labelledFigures(corpus, real);
  for (const [text, told] of [...rules.indicators, ...rules.moreIndicators]) {
    const claims = told.map(([words, indicator]) => {
      const start = text.indexOf(words);
      const at = indicator ? text.indexOf(indicator) : -1;
      return { start, end: start + words.length, indicator: at < 0 ? null : [at, at + indicator.length] };
    });
    yield { set: 'sentences', id: text, text, claims, weight: SENTENCE };
  }
}

/** The paragraphs with labelled figures: by index, what each measures; offsets count in the paragraph. */
const paragraphs = [];
let lost = 0;
for (const paragraph of labelledParagraphs(rules, labelledDocuments(), ({ indicator }) => indicator !== undefined)) {
  const { text, labels, toSource } = paragraph;
  const spans = Array.from({ length: text.length }, (_, at) => toSource({ start: at, end: at + 1 }));
  const told = new Map();
  for (const [index, { indicator }] of labels) {
    if (!indicator) {
      told.set(index, null);
      continue;
    }
    const start = spans.findIndex((span) => span.start === indicator[0]);
    const end = spans.findIndex((span) => span.end === indicator[1]) + 1;
    if (start < 0 || end <= start) lost++;
    told.set(index, { start, end });
  }
  paragraphs.push({ ...paragraph, told });
}

const listOf = (say) => {
  const numbers = [];
  say((number) => numbers.push(number));
  return Int32Array.from(numbers);
};

/** The labelled figures of a paragraph with their candidates; what the others measure is told by `weights`. */
function examplesOf({ set, id, weight, text, quantities, times, told }, weights) {
  const indicators = [];
  const examples = [];
  let number = 0;
  for (const place of rules.placesOf(text, quantities, times, indicators)) {
    const gold = told.get(number++);
    indicators.push(gold === undefined ? place && rules.chooseIndicator(place, weights) : (gold ?? undefined));
    if (gold === undefined || !place) continue;
    const { words, at, previous } = place;
    const memo = (map, key, say) => {
      if (!map.has(key)) map.set(key, listOf(say));
      return map.get(key);
    };
    const is = (span) => gold && span && span.start === gold.start && span.end === gold.end;
    const starts = new Map();
    const ends = new Map();
    const candidates = [];
    rules.eachCandidate(place, (side, first, end, held) => {
      candidates.push({
        start: memo(starts, first, (tell) => {
          rules.tellSide(place, side, tell);
          rules.tellStart(place, side, first, tell);
        }),
        end: memo(ends, end, (tell) => {
          rules.tellEnd(place, side, end, tell);
          if (side === 'behind') return;
          let [commas, figures] = [0, 0];
          for (let index = end; index < at; index++) {
            rules.tellBetween(place, index, tell);
            if (rules.kindAt(words, index) === rules.COMMA) commas++;
            else if (rules.kindAt(words, index) === rules.FIGURE) figures++;
          }
          rules.tellCounts(commas, figures, tell);
        }),
        span: listOf((tell) => rules.tellSpan(place, side, first, end, held, tell)),
        right: is({ start: words.starts[first], end: words.ends[end - 1] }),
      });
    });
    const carried = previous?.indicator && {
      at: listOf((tell) => rules.tellCarried(place, previous.at, tell)),
      right: is(previous.indicator),
    };
    examples.push({
      ...{ set, id, weight, text, gold, place, candidates, carried },
      none: listOf((tell) => rules.tellNone(place, tell)),
      reachable: !gold || candidates.some(({ right }) => right) || carried?.right,
    });
  }
  return examples;
}

function learn(examples, { decay, rounds, rate, atLeast }) {
  const usable = examples.filter(({ reachable }) => reachable);
  if (rules.COMMA === undefined || rules.FIGURE === undefined) throw new Error('kinds of words are missing');
  const counts = new Int32Array(rules.SIGN_COUNT);
  for (const { candidates, carried, none } of usable) {
    const seen = new Set(none);
    for (const { start, end, span } of candidates)
      for (const part of [start, end, span]) for (const i of part) seen.add(i);
    if (carried) for (const i of carried.at) seen.add(i);
    for (const i of seen) counts[i]++;
  }
  const used = [...counts.keys()].filter((i) => counts[i] >= atLeast);
  const weights = new Float64Array(rules.SIGN_COUNT);
  const squares = new Float64Array(rules.SIGN_COUNT).fill(1e-6);
  const sum = (at) => {
    let total = 0;
    for (const i of at) total += weights[i];
    return total;
  };
  const memo = new Map();
  const known = (at) => {
    let value = memo.get(at);
    if (value !== undefined) return value;
    value = sum(at);
    memo.set(at, value);
    return value;
  };
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(rules.SIGN_COUNT);
    for (const { candidates, carried, none, gold, weight } of usable) {
      memo.clear();
      const options = candidates.map(({ start, end, span, right }) => ({
        at: [start, end, span],
        right,
        power: Math.exp(known(start) + known(end) + sum(span)),
      }));
      if (carried) options.push({ at: [carried.at], right: carried.right, power: Math.exp(sum(carried.at)) });
      options.push({ at: [none], right: !gold, power: Math.exp(sum(none)) });
      let total = 0;
      let good = 0;
      for (const { power, right } of options) {
        total += power;
        if (right) good += power;
      }
      const errors = new Map();
      for (const { at, right, power } of options) {
        const error = weight * (power / total - (right ? power / good : 0));
        if (Math.abs(error) < 1e-7) continue;
        for (const part of at) errors.set(part, (errors.get(part) ?? 0) + error);
      }
      for (const [part, error] of errors) for (const i of part) gradient[i] += error;
    }
    for (const i of used) {
      const slope = gradient[i] + decay * weights[i];
      squares[i] += slope * slope;
      weights[i] -= (rate * slope) / Math.sqrt(squares[i]);
    }
  }
  const signs = {};
  for (const { name, from, values } of rules.SIGNS) {
    for (const [number, value] of values.entries()) {
      const weight = weights[from + number];
      if (Math.abs(weight) < SMALLEST) continue;
      signs[name] ??= {};
      signs[name][value] = Math.round(weight * PARTS) / PARTS;
    }
  }
  const pairs = [];
  for (let number = 0; number < rules.PAIR_COUNT; number++)
    if (Math.abs(weights[number]) >= SMALLEST_PAIR) pairs.push([number, Math.round(weights[number] * PARTS)]);
  return { signs, pairs: rules.writePairs(pairs), count: pairs.length };
}
const weightsOf = ({ signs, pairs }) => rules.weightsOf(signs, pairs);

console.time('all');
let weights = rules.weightsOf({}, '');
let examples;
for (let pass = 0; pass < 2; pass++) {
  examples = paragraphs.flatMap((paragraph) => examplesOf(paragraph, weights));
  if (pass === 0) weights = weightsOf(learn(examples, OPTIONS));
}
console.log(
  `${examples.length} figures, ${examples.filter(({ reachable }) => !reachable).length} not among the candidates, ${lost} lost, ${rules.SIGN_COUNT} signs`,
);
if (has('--unreached'))
  for (const { gold, text, place, reachable } of examples)
    if (!reachable)
      console.log(
        text.slice(gold.start, gold.end),
        '|',
        place.quantity && text.slice(place.quantity.start - 30, place.quantity.end + 12),
        '|',
        place.words.starts.map((start, word) => text.slice(start, place.words.ends[word])).join(' '),
      );

if (has('--check')) {
  const ids = [...new Set(examples.map(({ id }) => id))];
  const fold = new Map(ids.map((id, number) => [id, number % OPTIONS.folds]));
  const tallies = {};
  for (let number = 0; number < (OPTIONS.checked ?? OPTIONS.folds); number++) {
    const own = weightsOf(
      learn(
        examples.filter(({ id }) => fold.get(id) !== number),
        OPTIONS,
      ),
    );
    for (const { set, id, text, quantities, times, told } of paragraphs) {
      if (fold.get(id) !== number) continue;
      const said = rules.readIndicators(text, quantities, times, own);
      for (const [at, gold] of told) {
        const span = said[at];
        tallies[set] ??= { right: 0, all: 0, said: 0, told: 0, both: 0 };
        const tally = tallies[set];
        const right = gold ? span?.start === gold.start && span?.end === gold.end : !span;
        tally.all++;
        if (right) tally.right++;
        if (span) tally.said++;
        if (gold) tally.told++;
        if (right && gold) tally.both++;
        if (!right && has('--misses'))
          console.log(
            set,
            id,
            quantities[at].source,
            JSON.stringify(
              `${text.slice(Math.max(0, quantities[at].start - 50), quantities[at].start)}【${text.slice(quantities[at].start, quantities[at].end)}】${text.slice(quantities[at].end, quantities[at].end + 20)}`,
            ),
            '\n    GOLD',
            gold ? text.slice(gold.start, gold.end) : '-',
            '  SAYS',
            span ? text.slice(span.start, span.end) : '-',
          );
      }
    }
  }
  for (const [set, { right, all, said, told, both }] of Object.entries(tallies))
    console.log(
      set,
      (right / all).toFixed(3),
      `${right} of ${all}; of what is said ${((2 * both) / (said + told)).toFixed(3)}`,
    );
} else {
  const { signs, pairs, count } = learn(examples, OPTIONS);
  const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  const about = 'Learned by scripts/indicators/learn.mjs: do not edit by hand.';
  const write = (name, data) => {
    const text = `${JSON.stringify({ about, ...data }, null, 2)}\n`;
    console.log(`${name}: ${Buffer.byteLength(text)} bytes`);
    writeFileSync(join(root, 'src/core/claims/indicator', name), text);
  };
  console.log(
    `${Object.values(signs).reduce((sum, values) => sum + Object.keys(values).length, 0)} signs, ${count} pairs`,
  );
  write('indicatorWeights.json', {
    signs: sorted(Object.fromEntries(Object.entries(signs).map(([sign, values]) => [sign, sorted(values)]))),
  });
  write('indicatorPairs.json', { pairs });
}
console.timeEnd('all');
