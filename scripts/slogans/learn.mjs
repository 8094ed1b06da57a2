// Learns the weights of the signs of slogans (src/core/slogans/weights.json):
//   node scripts/slogans/learn.mjs CORPUS REAL [--check]
// CORPUS holds *.jsonl.gz; the names in lexicon.json (slogans, none) and the places in labels.json (document, offsets, slogan or
// not, judged by eye) say what its quotations are. REAL holds labelled documents (gold, texts, halves.json); only its open half is
// read. --check says how well documents are read that were left out, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelled, labelledOpenly, learn, load, newLines, root } from './corpus.mjs';

const [corpus, real] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const check = process.argv.includes('--check');
if (!real) throw new Error('usage: learn.mjs CORPUS REAL [--check]');
const rules = load(
  'core/groupBy',
  'core/slogans/chooseSlogans',
  'core/slogans/lexicon',
  'core/slogans/likelihood',
  'core/slogans/quotes',
  'core/slogans/signs',
  'core/text/readingText',
  'core/transcript/readTranscript',
);
/** How much an example counts: a name of the lexicon all in all, a place judged by eye, a real document, a fixture. */
const WEIGHTS = {
  known: 0.5,
  none: 0.25,
  judged: 2,
  real: 4,
  fixture: 4,
  judgedName: 3,
  ...JSON.parse(process.env.WEIGHTS ?? '{}'),
};
const SPREAD = 0.6;
/** So many places of one name are enough. */
const PLACES = 30;
const SIGNS = { decay: 1, rounds: 180, atLeast: 5 };
const SMALLEST = 0.08;

const judged = new Map(
  JSON.parse(readFileSync(join(root, 'scripts/slogans/labels.json'), 'utf8')).map((place) => [
    `${place.document}:${place.start}`,
    place.slogan,
  ]),
);
const examples = [];
const counts = new Map();
for (const { document, line, start } of newLines(corpus)) {
  if (!/[“「『"]/.test(line)) continue;
  const reading = rules.ReadingText.of(line);
  const { text } = reading;
  for (const quote of rules.findQuotes(text)) {
    const name = text.slice(quote.start, quote.end).replace(/\s+/gu, '');
    const byEye = judged.get(`${document.id}:${start + reading.toSource(quote).start}`);
    const known = rules.LEXICON.has(name) ? true : rules.NO_SLOGANS.has(name) ? false : undefined;
    if (byEye === undefined && known === undefined) continue;
    const count = (counts.get(name) ?? 0) + 1;
    if (byEye === undefined && count > PLACES) continue;
    counts.set(name, count);
    const slogan = byEye ?? known;
    const signs = rules.signsOf(text, quote);
    examples.push({ set: document.source, document: document.id, judged: byEye !== undefined, name, slogan, signs });
  }
}
for (const example of examples) {
  example.weight = example.judged
    ? WEIGHTS.judged
    : (example.slogan ? WEIGHTS.known : WEIGHTS.none) / counts.get(example.name) ** SPREAD;
}

const halves = JSON.parse(readFileSync(join(real, 'halves.json'), 'utf8'));
const shared = join(real, '..', 'accuracy');
const fixtures = ['', '-blind', '-third', '-fourth', '-fifth', '-sixth'].map((set) => `test/fixtures/labelled${set}`);
const sources = [
  ...labelled(join(real, 'gold'), join(real, 'texts'), halves.open).map((document) => ({ ...document, real: true })),
  ...labelled(join(shared, 'gold'), join(shared, 'texts')).map((document) => ({ ...document, real: true })),
  ...labelledOpenly(corpus).map((document) => ({ ...document, real: true })),
  ...fixtures.flatMap((folder) => labelled(join(root, folder)).map((document) => ({ ...document, set: folder }))),
];
/** The quotations of labelled documents, by document. */
const read = sources.map((document) => {
  const spans = new Set(document.gold.slogans.map(({ start, end }) => `${start}-${end}`));
  const places = [];
  for (const paragraph of rules.readTranscript(document.text, []).paragraphs) {
    for (const { start, end } of rules.findQuotes(paragraph.text)) {
      const source = paragraph.toSource({ start, end });
      places.push({
        set: document.real ? document.name : document.set,
        name: paragraph.text.slice(start, end).replace(/\s+/gu, ''),
        slogan: spans.has(`${source.start}-${source.end}`),
        signs: rules.signsOf(paragraph.text, { start, end }),
        weight: document.real ? WEIGHTS.real : WEIGHTS.fixture,
        real: document.real === true,
      });
    }
  }
  return { document, places: places.filter(({ name }) => name.length > 1) };
});
examples.push(...read.flatMap(({ places }) => places));

const weigh = (weights, signs) =>
  (weights.get('') ?? 0) + [...new Set(signs)].reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0);

/** Every labelled place read by weights that were learned without its document or set. */
const sets = [...new Set(read.flatMap(({ places }) => places.map(({ set }) => set)))];
const folds = new Map(sets.map((set, index) => [set, set.startsWith('test/') ? set : `real ${index % 5}`]));
for (const fold of new Set(folds.values())) {
  const weights = learn(
    examples.filter(({ set }) => folds.get(set) !== fold),
    SIGNS,
  );
  for (const place of read.flatMap(({ places }) => places)) {
    if (folds.get(place.set) === fold) place.likelihood = weigh(weights, place.signs);
  }
}

/** Names with what their document says of them, with and without the lexicon. */
const names = read.flatMap(({ document, places }) => {
  const text = rules.readingOf(document.text);
  const groups = rules.groupBy(places, ({ name }) => name);
  const best = new Map([...groups].map(([name, own]) => [name, Math.max(...own.map(({ likelihood }) => likelihood))]));
  const likely = [...best].filter(([, value]) => value > 0).map(([name]) => name);
  return [...groups].flatMap(([name, own]) =>
    [true, false].map((lexicon) => ({
      lexicon,
      name,
      set: own[0].set,
      real: own[0].real,
      slogan: own.filter(({ slogan }) => slogan).length * 2 > own.length,
      weight: (own[0].real ? 4 : 0.3) * Math.sqrt(own.length),
      mentions: own.length,
      amounts: rules.nameSigns({
        likelihoods: own.map(({ likelihood }) => likelihood),
        recurrences: name.length >= 6 ? text.split(name).length - 1 - own.length : 0,
        known: !lexicon
          ? undefined
          : rules.LEXICON.has(name)
            ? 'slogan'
            : rules.NO_SLOGANS.has(name)
              ? 'none'
              : undefined,
        isPart: likely.some((other) => other.length > name.length + 1 && other.includes(name)),
      }),
    })),
  );
});

const judgedPlaces = examples.filter(({ judged }) => judged);
/** What the counts of a name in its document say, learned from the corpus too. */
{
  const weights = learn(examples, SIGNS);
  const places = examples.filter(({ document }) => document);
  for (const place of places) place.likelihood = weigh(weights, place.signs);
  // what was judged by eye is read by what the other half of it and all else say
  for (const half of [0, 1]) {
    const own = new Set(judgedPlaces.filter((_, index) => index % 2 === half));
    const others = learn(
      examples.filter((example) => !own.has(example)),
      SIGNS,
    );
    for (const place of own) place.likelihood = weigh(others, place.signs);
  }
  for (const own of rules.groupBy(places, ({ document, name }) => `${document} ${name}`).values()) {
    const amounts = rules.nameSigns({
      likelihoods: own.map(({ likelihood }) => likelihood),
      recurrences: 0,
      known: undefined,
      isPart: false,
    });
    const { slogan, judged } = own[0];
    names.push({
      lexicon: false,
      set: 'corpus',
      slogan,
      weight: judged ? WEIGHTS.judgedName : own.length > 1 ? 0.05 : 0.01,
      mentions: own.length,
      amounts,
    });
  }
}

/** A person decided about the names of the lexicon: what the document says hardly weighs against it. */
const DECIDED = { 'known slogan': 4, 'known to be none': -5 };

function learnNames(rows) {
  const signs = Object.keys(rows[0].amounts).filter((sign) => !(sign in DECIDED));
  const own = rows
    .filter(({ lexicon }) => !lexicon)
    .map(({ amounts, slogan, weight }) => ({ at: signs.map((sign) => amounts[sign]), slogan: slogan ? 1 : 0, weight }));
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  const weights = signs.map(() => 0);
  for (let round = 0; round < 600; round++) {
    const slope = weights.map((weight, i) => (signs[i] === '' ? 0 : 0.5 * weight));
    for (const { at, slogan, weight } of own) {
      let sum = 0;
      for (let i = 0; i < at.length; i++) sum += at[i] * weights[i];
      const error = weight * (1 / (1 + Math.exp(-sum)) - slogan);
      for (let i = 0; i < at.length; i++) slope[i] += error * at[i];
    }
    for (let i = 0; i < weights.length; i++) weights[i] -= (0.6 * slope[i]) / total;
  }
  return { ...Object.fromEntries(signs.map((sign, i) => [sign, weights[i]])), ...DECIDED };
}
const sumOf = (weights, amounts) =>
  Object.entries(amounts).reduce((sum, [sign, amount]) => sum + amount * weights[sign], 0);

if (check) {
  const phrases = read
    .flatMap((document) => document.places)
    .filter(({ real, signs }) => real && !signs.includes('numeral'));
  for (const [title, rows] of [
    ['judged', judgedPlaces],
    ['real phrases', phrases],
    ['real', read.flatMap((document) => document.places).filter((place) => place.real)],
  ]) {
    const best = Array.from({ length: 30 }, (_, step) => step / 10 - 2).map((least) => {
      const found = rows.filter(({ likelihood }) => likelihood > least);
      const hit = found.filter(({ slogan }) => slogan).length;
      return {
        least,
        hit,
        found: found.length,
        f: (2 * hit) / (found.length + rows.filter(({ slogan }) => slogan).length),
      };
    });
    const top = best.reduce((a, b) => (b.f > a.f ? b : a));
    console.log(
      title,
      `of ${rows.filter(({ slogan }) => slogan).length}:`,
      [top, ...best.filter(({ least }) => Math.abs(least + 0.5) < 0.01 || Math.abs(least) < 0.01)]
        .map(({ least, hit, found, f }) => `${least.toFixed(1)}: ${hit}/${found} ${f.toFixed(3)}`)
        .join('  '),
    );
  }
  for (const lexicon of [true, false]) {
    let [hit, found, gold] = [0, 0, 0];
    for (const set of sets.filter((name) => !name.startsWith('test/'))) {
      const weights = learnNames(names.filter((row) => row.set !== set));
      for (const { amounts, slogan, mentions, name } of names.filter(
        (row) => row.set === set && row.lexicon === lexicon,
      )) {
        const says = sumOf(weights, amounts) > rules.LIKELY.phrase;
        if (says) found += mentions;
        if (slogan) gold += mentions;
        if (says && slogan) hit += mentions;
        if (says !== slogan && process.argv.includes('--misses'))
          console.log(
            slogan ? '-' : '+',
            set.slice(0, 12),
            name,
            JSON.stringify(Object.values(amounts).map((v) => +v.toFixed(2))),
            sumOf(weights, amounts).toFixed(2),
          );
      }
    }
    console.log(`lexicon ${lexicon}: ${hit} of ${gold}, ${found} found, ${((2 * hit) / (gold + found)).toFixed(3)}`);
  }
}
const signWeights = learn(examples, SIGNS);
const nameWeights = learnNames(names);
const round = (value) => Number(value.toFixed(2));
const kept = [...signWeights]
  .filter(([sign, weight]) => sign === '' || Math.abs(weight) >= SMALLEST)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const text = `{\n "about": "Learned by scripts/slogans/learn.mjs: do not edit by hand.",\n "names": ${JSON.stringify(Object.fromEntries(Object.entries(nameWeights).map(([sign, weight]) => [sign, round(weight)])))},\n "signs": ${JSON.stringify(Object.fromEntries(kept.map(([sign, weight]) => [sign, round(weight)])))}\n}\n`;
console.log(`${kept.length} signs, ${Buffer.byteLength(text)} bytes`, nameWeights);
if (!check) writeFileSync(join(root, 'src/core/slogans/weights.json'), text);
