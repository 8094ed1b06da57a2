// Learns the weights of the signs of what period governs a figure (src/core/claims/period/periodWeights.json):
//   node scripts/periods/learn.mjs CORPUS REAL [--check] [--misses]
// CORPUS holds *.jsonl.gz, REAL labelled documents; test/labels/governance says the periods of figures of the corpus and of the open
// half of REAL. --check says how well documents are read that were left out, and writes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledFigures } from '../lib/labelledFigures.mjs';
import { learnChoice, load, root } from '../slogans/corpus.mjs';

const [corpus, real] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const has = (option) => process.argv.includes(option);
if (!real) throw new Error('usage: learn.mjs CORPUS REAL [--check] [--misses]');
const rules = load(
  'core/analyse',
  'core/claims/period/choosePeriods',
  'core/claims/period/findPeriods',
  'core/claims/period/periodSigns',
);
const OPTIONS = { decay: 2, rounds: 200, rate: 0.3, atLeast: 4, ...JSON.parse(process.env.OPTIONS ?? '{}') };
const FOLDS = 5;
const SMALLEST = 0.15;
/** Readers of the corpus saw so many characters before a figure (where not `whole` paragraphs): that nothing governs it is said of what stands there. */
const SEEN = 220;

/** The words before which a preposition may belong to the expression or not. */
const LEAD = /^[到至截止在自由从于]*/u;

/** Paragraphs with labelled figures: by index of the figure, the period that is labelled. */
const paragraphs = [];
for (const { set, id, text, claims, weight } of labelledFigures(corpus, real)) {
  const gold = new Map(
    claims.filter(({ period }) => period !== undefined).map((claim) => [`${claim.start}-${claim.end}`, claim]),
  );
  if (gold.size === 0) continue;
  for (const { section, claims: all } of rules.readDocument(text, {}).readings) {
    section.paragraphs.forEach((paragraph, number) => {
      const by = section.starts[number];
      const inside = all.filter(({ start }) => start >= by && start < by + paragraph.text.length);
      const told = new Map();
      const whole = new Set();
      inside.forEach((claim, index) => {
        const source = section.toSource(claim);
        const label = gold.get(`${source.start}-${source.end}`);
        if (label !== undefined) told.set(index, label.period);
        if (label?.whole) whole.add(index);
      });
      if (told.size === 0) return;
      const periods = rules.findPeriods(paragraph.text, undefined);
      paragraphs.push({
        ...{ set, id, weight, text, told, whole, periods },
        words: paragraph.text,
        quantities: inside.map((claim) => ({ ...claim, start: claim.start - by, end: claim.end - by })),
        sources: periods.map(({ start, end }) => section.toSource({ start: by + start, end: by + end })),
      });
    });
  }
}

let [unreached, unsure] = [0, 0];
/** The labelled figures of a paragraph with their candidates; what governs the figures before them is told by `weights`. */
function groupsOf({ set, id, weight, text, told, whole, periods, words, quantities, sources }, weights) {
  const chosen = rules.choosePeriods(words, periods, quantities, weights);
  return [...told].flatMap(([index, label]) => {
    const lead = label ? LEAD.exec(text.slice(...label))[0].length : 0;
    const before = index > 0 ? { period: chosen[index - 1] } : undefined;
    const candidates = [];
    rules.tellPeriods(words, periods, quantities, index, before, (period, signs) => {
      const isSeen = set !== 'corpus' || whole.has(index) || period.start >= quantities[index].start - SEEN;
      if (label === null && !isSeen) return;
      const { start, end } = sources[periods.indexOf(period)];
      const own = LEAD.exec(text.slice(start, end))[0].length;
      const right = label !== null && end === label[1] && start + own === label[0] + lead;
      candidates.push({ signs, right, words: text.slice(start, end) });
    });
    // whether 目前 is a period readers do not agree
    if (
      label === null &&
      candidates.some((candidate) => /^(?:[目当當]前|[现現]在|截至目前|近期)/u.test(candidate.words))
    ) {
      unsure++;
      return [];
    }
    if (label && !candidates.some(({ right }) => right)) unreached++;
    const at = quantities[index];
    return [
      { ...{ set, id, weight, candidates, label, text }, shown: words.slice(Math.max(0, at.start - 60), at.end + 10) },
    ];
  });
}

const usable = (group) => group.label === null || group.candidates.some(({ right }) => right);
/** Twice, as what governs the figure before one is known only by what was learned. */
function learn(some) {
  let weights = new Map();
  for (let pass = 0; pass < 2; pass++)
    weights = learnChoice(some.flatMap((paragraph) => groupsOf(paragraph, weights)).filter(usable), OPTIONS);
  return weights;
}
const groups = paragraphs.flatMap((paragraph) => groupsOf(paragraph, new Map()));
console.log(`${groups.length} figures, ${unreached} periods not among the candidates, ${unsure} left out`);

const sumOf = (weights, signs) =>
  [...new Set(signs)].reduce((sum, sign) => sum + (weights.get(sign) ?? 0), weights.get('') ?? 0);
const choose = (weights, { candidates }) => {
  let best;
  let most = 0;
  for (const candidate of candidates) {
    const sum = sumOf(weights, candidate.signs);
    if (sum > most) [best, most] = [candidate, sum];
  }
  return best;
};

if (has('--check')) {
  const ids = [...new Set(groups.map(({ id }) => id))];
  const fold = new Map(ids.map((id, number) => [id, number % FOLDS]));
  const tallies = {};
  for (let number = 0; number < FOLDS; number++) {
    const weights = learn(paragraphs.filter(({ id }) => fold.get(id) !== number));
    const own = paragraphs.filter(({ id }) => fold.get(id) === number);
    for (const group of own.flatMap((paragraph) => groupsOf(paragraph, weights))) {
      const said = choose(weights, group);
      const right = group.label ? said?.right === true : said === undefined;
      tallies[group.set] ??= { right: 0, all: 0, extra: 0, missed: 0 };
      const tally = tallies[group.set];
      tally.all++;
      if (right) tally.right++;
      else if (!group.label) tally.extra++;
      else if (!said) tally.missed++;
      if (!right && has('--misses'))
        console.log(
          group.set,
          group.id,
          JSON.stringify(group.shown),
          'GOLD',
          group.label ? group.text.slice(...group.label) : '-',
          'SAYS',
          said?.words ?? '-',
        );
    }
  }
  for (const [set, { right, all, extra, missed }] of Object.entries(tallies))
    console.log(set, (right / all).toFixed(3), `${right} of ${all}; ${extra} where there is none, ${missed} missed`);
} else {
  const weights = [...learn(paragraphs)]
    .filter(([sign, weight]) => sign === '' || Math.abs(weight) >= SMALLEST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sign, weight]) => [sign, Number(weight.toFixed(2))]);
  const data = {
    about: 'Learned by scripts/periods/learn.mjs: do not edit by hand.',
    signs: Object.fromEntries(weights),
  };
  const text = `${JSON.stringify(data, null, 2)}\n`;
  console.log(`${weights.length} signs, ${Buffer.byteLength(text)} bytes`);
  writeFileSync(join(root, 'src/core/claims/period/periodWeights.json'), text);
}
