// Learns the weights of the signs of what period governs a figure (src/core/claims/period/periodWeights.json):
//   node scripts/periods/learn.mjs CORPUS REAL [--check] [--misses]
// CORPUS holds *.jsonl.gz, REAL labelled documents; test/labels/governance says the periods of figures of the corpus and of the open
// half of REAL. --check says how well documents are read that were left out, and writes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledFigures, labelledParagraphs } from '../lib/labelledFigures.mjs';
import { learnChoice, load, root } from '../slogans/corpus.mjs';

const [corpus, real] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const has = (option) => process.argv.includes(option);
if (!real) throw new Error('usage: learn.mjs CORPUS REAL [--check] [--misses]');
const rules = load(
  'core/analyse',
  'core/claims/period/choosePeriods',
  'core/claims/period/findPeriods',
  'core/claims/period/periodSigns',
  'core/claims/period/signNumbers',
);
const OPTIONS = { decay: 2, rounds: 200, rate: 0.3, atLeast: 4, ...JSON.parse(process.env.OPTIONS ?? '{}') };
const FOLDS = 5;
const SMALLEST = 0.15;
/** Readers of the corpus saw so many characters before a figure (where not `whole` paragraphs): that nothing governs it is said of what stands there. */
const SEEN = 220;

/** The words before which a preposition may belong to the expression or not. */
const LEAD = /^[到至截止在自由从于]*/u;

/** Paragraphs with labelled figures: by index of the figure, what is labelled. */
const paragraphs = [...labelledParagraphs(rules, labelledFigures(corpus, real), ({ period }) => period !== undefined)];

let [unreached, unsure] = [0, 0];
/** The labelled figures of a paragraph with their candidates; what governs the figures is told by `weights`. */
function groupsOf({ set, id, weight, document, text, quantities, labels, times: named, toSource }, weights) {
  const times = rules.withDurations(text, named);
  const chosen = rules.choosePeriods(text, times, quantities, weights);
  return [...labels].flatMap(([index, { period: label, whole }]) => {
    const lead = label ? LEAD.exec(document.slice(...label))[0].length : 0;
    const before = index > 0 ? { period: chosen[index - 1] } : undefined;
    const candidates = [];
    let said;
    let signs = [];
    const tell = (number, words) => signs.push(rules.signName(number, words));
    rules.tellPeriods(text, times, quantities, index, before, tell, (period) => {
      const own = signs;
      signs = [];
      const isSeen = set !== 'corpus' || whole || period.start >= quantities[index].start - SEEN;
      if (label === null && !isSeen) return;
      const { start, end } = toSource(period);
      const from = start + LEAD.exec(document.slice(start, end))[0].length;
      const right = label !== null && end === label[1] && from === label[0] + lead;
      const candidate = { signs: own, right, words: document.slice(start, end) };
      candidates.push(candidate);
      if (period === chosen[index]) said = candidate;
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
    const { start, end } = quantities[index];
    const shown = text.slice(Math.max(0, start - 60), end + 10);
    return [{ set, id, weight, candidates, said, label: label && document.slice(...label), shown }];
  });
}

const usable = (group) => group.label === null || group.candidates.some(({ right }) => right);
/** Twice, as what governs the figure before one is known only by what was learned. */
function learn(some) {
  let weights = new Map();
  for (let pass = 0; pass < 2; pass++) {
    const known = rules.weightsOf(weights);
    weights = learnChoice(some.flatMap((paragraph) => groupsOf(paragraph, known)).filter(usable), OPTIONS);
  }
  return weights;
}
const groups = paragraphs.flatMap((paragraph) => groupsOf(paragraph, rules.weightsOf([])));
console.log(`${groups.length} figures, ${unreached} periods not among the candidates, ${unsure} left out`);

if (has('--check')) {
  const ids = [...new Set(groups.map(({ id }) => id))];
  const fold = new Map(ids.map((id, number) => [id, number % FOLDS]));
  const tallies = {};
  for (let number = 0; number < FOLDS; number++) {
    const weights = rules.weightsOf(learn(paragraphs.filter(({ id }) => fold.get(id) !== number)));
    const own = paragraphs.filter(({ id }) => fold.get(id) === number);
    for (const group of own.flatMap((paragraph) => groupsOf(paragraph, weights))) {
      const { said, label } = group;
      const right = label ? said?.right === true : said === undefined;
      tallies[group.set] ??= { right: 0, all: 0, extra: 0, missed: 0 };
      const tally = tallies[group.set];
      tally.all++;
      if (right) tally.right++;
      else if (!label) tally.extra++;
      else if (!said) tally.missed++;
      if (!right && has('--misses'))
        console.log(group.set, group.id, JSON.stringify(group.shown), 'GOLD', label ?? '-', 'SAYS', said?.words ?? '-');
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
