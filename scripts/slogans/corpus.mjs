// What the scripts of slogans share: the rules of the project as a module, and documents of a folder of texts.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

export const root = fileURLToPath(new URL('../..', import.meta.url));

let loaded = 0;
/** The exports of TypeScript files of `src`, bundled. */
export function load(...files) {
  const outfile = join(tmpdir(), `slogans-${process.pid}-${++loaded}.cjs`);
  buildSync({
    stdin: {
      contents: files.map((file) => `export * from './${file.startsWith('test/') ? file : `src/${file}`}';`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
  });
  return createRequire(import.meta.url)(outfile);
}

/** The documents of a folder of `*.jsonl.gz`, each `{ id, date, text }`; `source` is the file's name. */
export function* documents(folder) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'))) {
    for (const line of gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .split('\n')) {
      if (line) yield { ...JSON.parse(line), source: file.slice(0, -'.jsonl.gz'.length) };
    }
  }
}

/** The lines of all documents that have not been seen before: pages repeat what surrounds them. */
export function* newLines(folder) {
  const seen = new Set();
  for (const document of documents(folder)) {
    let start = 0;
    for (const line of document.text.split('\n')) {
      const key = line.slice(0, 60) + line.length;
      if (line.length > 3 && !seen.has(key)) yield { document, line, start };
      if (line.length > 3) seen.add(key);
      start += line.length + 1;
    }
  }
}

/** Labelled documents: `FOLDER/NAME.json` with the labels, the text beside it or in `texts`. */
export function labelled(folder, texts = folder, names = undefined) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5))
    .filter((name) => !names || names.includes(name))
    .map((name) => ({
      name,
      text: readFileSync(join(texts, `${name}.txt`), 'utf8').replace(/^\uFEFF/, ''),
      gold: JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')),
    }));
}

/** The documents of the corpus that are labelled in `test/labels` and may be read. */
export function labelledOpenly(corpus) {
  const files = ['third', 'fourth', 'fifth', 'sixth', 'seventh'].flatMap((set) => {
    const folder = join(root, 'test/labels', set, 'open');
    return readdirSync(folder)
      .map((file) => [`${set}-${file.slice(0, -5)}`, JSON.parse(readFileSync(join(folder, file), 'utf8'))])
      .filter(([, { slogans }]) => slogans);
  });
  const wanted = new Set(files.map(([, { id }]) => id));
  const texts = new Map();
  for (const { id, text } of documents(corpus)) if (wanted.has(id)) texts.set(id, text.replace(/\r\n?/gu, '\n'));
  return files.map(([name, gold]) => ({
    name,
    text: texts.get(gold.id).slice(gold.from, gold.to),
    gold: {
      slogans: gold.slogans.map(({ items, ...slogan }) => ({
        ...slogan,
        items: items.map(([start, end]) => ({ start, end })),
      })),
    },
  }));
}

/** Numbers for the signs that occur often enough, 0 for the empty one, which every row has. */
function numberSigns(rows, atLeast) {
  const counts = new Map();
  for (const signs of rows) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const index = new Map([['', 0]]);
  for (const [sign, count] of counts) if (count >= atLeast) index.set(sign, index.size);
  return index;
}
const numbersOf = (index, signs) =>
  Int32Array.from([0, ...[...new Set(signs)].flatMap((sign) => index.get(sign) ?? [])]);
const sumAt = (weights, at) => {
  let sum = 0;
  for (const i of at) sum += weights[i];
  return sum;
};

/** Logistic regression by gradient descent with a decay that keeps rare signs small; weights by sign. */
export function learn(examples, { decay = 1, rounds = 300, rate = 0.5, atLeast = 5 } = {}) {
  const index = numberSigns(
    examples.map(({ signs }) => new Set(signs)),
    atLeast,
  );
  const rows = examples.map(({ signs, slogan, weight }) => ({
    at: numbersOf(index, signs),
    slogan: slogan ? 1 : 0,
    weight,
  }));
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(index.size);
    for (const { at, slogan, weight } of rows) {
      const error = weight * (1 / (1 + Math.exp(-sumAt(weights, at))) - slogan);
      for (const i of at) gradient[i] += error;
    }
    descend(weights, squares, gradient, decay, rate);
  }
  return new Map([...index].map(([sign, i]) => [sign, weights[i]]));
}

/**
 * Weights for choosing one candidate of a group, or none (which weighs 0): multinomial logit by gradient descent. Each group is
 * `{ candidates: [{ signs, right }], weight }` with at most one that is right.
 */
export function learnChoice(groups, { decay = 1, rounds = 300, rate = 0.5, atLeast = 5 } = {}) {
  const index = numberSigns(
    groups.map(({ candidates }) => new Set(candidates.flatMap(({ signs }) => signs))),
    atLeast,
  );
  const rows = groups.map(({ candidates, weight }) => ({
    weight,
    candidates: candidates.map(({ signs, right }) => ({
      right: right ? 1 : 0,
      at: numbersOf(index, signs),
    })),
  }));
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(index.size);
    for (const { candidates, weight } of rows) {
      const powers = candidates.map(({ at }) => Math.exp(Math.min(30, sumAt(weights, at))));
      const total = 1 + powers.reduce((sum, power) => sum + power, 0);
      candidates.forEach(({ at, right }, number) => {
        const error = weight * (powers[number] / total - right);
        for (const i of at) gradient[i] += error;
      });
    }
    descend(weights, squares, gradient, decay, rate);
  }
  return new Map([...index].map(([sign, i]) => [sign, weights[i]]));
}

/** One step down the slope, by AdaGrad; the first weight, which every row has, does not decay. */
function descend(weights, squares, gradient, decay, rate) {
  for (let i = 0; i < weights.length; i++) {
    const slope = gradient[i] + (i === 0 ? 0 : decay * weights[i]);
    squares[i] += slope * slope;
    weights[i] -= (rate * slope) / Math.sqrt(squares[i]);
  }
}
