// Learns the weights of the signs of lists (src/core/slogans/lists/listWeights.json):
//   node scripts/slogans/learnLists.mjs CORPUS REAL [--check] [--misses]
// CORPUS holds *.jsonl.gz; lists.json says by document and offsets which lists of it were judged by eye to be right, wrong, or
// where there is none; the items of the lexicon tell the lists of formulas that are known. REAL holds labelled documents; only its
// open half is read. --check says how well documents are read that were left out, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents, labelled, labelledOpenly, learnChoice, load, root } from './corpus.mjs';

const [corpus, real] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const has = (option) => process.argv.includes(option);
if (!real) throw new Error('usage: learnLists.mjs CORPUS REAL [--check] [--misses]');
const rules = load(
  'core/analyse',
  'core/slogans/explain',
  'core/slogans/formula',
  'core/slogans/lexicon',
  'core/slogans/lists/chooseList',
  'core/slogans/lists/listSigns',
  'test/unit/core/slogans/spelledOut',
);
const WEIGHTS = { sentence: 2, real: 6, fixture: 2, judged: 2, known: 0.3 };
const SIGNS = { decay: 2, rounds: 500, atLeast: 6 };
const SMALLEST = 0.05;
/** So many mentions of one known formula are enough. */
const PLACES = 12;
/** So many documents of the corpus are read for the lists of known formulas. */
const EVERY = 4;

/** Every mention of a text with the lists that it may stand for; all offsets are the document's. */
function* mentionsOf(text) {
  for (const { section, mentions } of rules.readDocument(text, {}).readings) {
    for (const [index, mention] of mentions.entries()) {
      const formula = rules.formulaOf(mention);
      if (!formula) continue;
      const lists = rules.listsOf(section.text, mentions, index, formula).map((list) => ({
        items: list.items.map((item) => section.toSource(item)),
        words: list.items.map(({ start, end }) => section.text.slice(start, end)),
        fits: rules.fits(list, rules.itemCounts(formula)),
        signs: rules.listSigns(section.text, mention, formula, list),
      }));
      yield { ...section.toSource(mention), name: mention.name, lists };
    }
  }
}

const groups = [];
const same = (a, b) =>
  a.length === b.length && a.every(({ start, end }, index) => start === b[index].start && end === b[index].end);
const halves = JSON.parse(readFileSync(join(real, 'halves.json'), 'utf8'));
const shared = join(real, '..', 'accuracy');
const fixtures = ['', '-blind', '-third', '-fourth', '-fifth', '-sixth'].map((set) => `test/fixtures/labelled${set}`);
const sources = [
  ...labelled(join(real, 'gold'), join(real, 'texts'), halves.open).map((document) => ({
    ...document,
    set: document.name,
    weight: WEIGHTS.real,
  })),
  ...labelled(join(shared, 'gold'), join(shared, 'texts')).map((document) => ({
    ...document,
    set: document.name,
    weight: WEIGHTS.real,
  })),
  ...labelledOpenly(corpus).map((document) => ({ ...document, set: document.name, weight: WEIGHTS.judged })),
  ...fixtures.flatMap((folder) =>
    labelled(join(root, folder)).map((document) => ({ ...document, set: folder, weight: WEIGHTS.fixture })),
  ),
];
for (const { text, gold, set, weight, name: document } of sources) {
  const slogans = new Map(gold.slogans.map((slogan) => [`${slogan.start}-${slogan.end}`, slogan]));
  for (const { start, end, name, lists } of mentionsOf(text)) {
    const slogan = slogans.get(`${start}-${end}`);
    if (!slogan) continue;
    const items = slogan.items ?? [];
    groups.push({
      set,
      document,
      name,
      weight,
      items,
      text,
      lists: lists.map((list) => ({ ...list, right: items.length > 0 && same(list.items, items) })),
    });
  }
}
const sentences = [...Object.values(rules.cases).flat(), ...rules.none.map(([, text]) => [text])];
for (const [text, ...expected] of sentences) {
  const told = new Map(expected.map((line) => line.split(': ')));
  for (const { name, lists } of mentionsOf(text)) {
    const right = (list) => list.words.join('|') === told.get(name);
    groups.push({
      set: 'sentences',
      document: name,
      name,
      weight: WEIGHTS.sentence,
      text,
      partial: true,
      items: [],
      lists: lists.map((list) => ({ ...list, right: right(list) })),
    });
  }
}
const judged = new Map();
for (const place of JSON.parse(readFileSync(join(root, 'scripts/slogans/lists.json'), 'utf8'))) {
  judged.set(place.document, [...(judged.get(place.document) ?? []), place]);
}
const counts = new Map();
let number = 0;
for (const { id, text } of documents(corpus)) {
  const places = judged.get(id) ?? [];
  if (places.length === 0 && (number++ % EVERY !== 0 || text.length > 20000)) continue;
  for (const { start, end, name, lists } of mentionsOf(text)) {
    const place = places.find((other) => other.start === start && other.end === end);
    if (place) {
      const items = place.items.map(([from, to]) => ({ start: from, end: to }));
      const known = lists.map((list) => ({
        ...list,
        right: place.judged === 'right' && same(list.items, items),
        told: same(list.items, items),
      }));
      groups.push({
        set: 'judged',
        name,
        text,
        document: id,
        weight: WEIGHTS.judged,
        items: place.judged === 'right' ? items : [],
        lists: place.judged === 'wrong' ? known.filter(({ told }) => told) : known,
        partial: place.judged === 'wrong',
      });
      continue;
    }
    const entry = rules.LEXICON.get(name);
    const count = counts.get(name) ?? 0;
    if (lists.length === 0 || count >= PLACES || !((entry?.documents ?? 0) >= 60 || entry?.items.length > 0)) continue;
    counts.set(name, count + 1);
    const told = lists.map((list) => {
      const right =
        entry.items.length > 0 &&
        list.words.length === entry.items.length &&
        list.words.every((word, index) => word === entry.items[index]);
      const touches = list.words.some((word) => entry.items.some((item) => item.includes(word) || word.includes(item)));
      return { ...list, right, open: !right && touches };
    });
    groups.push({ set: 'known', name, weight: WEIGHTS.known, lists: told.filter(({ open }) => !open), partial: true });
  }
}

const groupsOf = (chosen) =>
  chosen
    .map(({ lists, weight }) => ({ weight, candidates: lists.filter(({ fits }) => fits) }))
    .filter(({ candidates }) => candidates.length > 0);
const weigh = (weights, signs) =>
  (weights.get('') ?? 0) + [...new Set(signs)].reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0);

console.log(`${groups.length} mentions, ${groups.reduce((sum, { lists }) => sum + lists.length, 0)} lists`);
if (has('--check')) {
  const sets = [...new Set(groups.map(({ set }) => set))].filter((set) => set !== 'known' && set !== 'sentences');
  const folds = new Map(
    sets.map((set, index) => [set, set.startsWith('test/') || set === 'judged' ? set : `real ${index % 4}`]),
  );
  const tallies = new Map();
  for (const fold of new Set(folds.values())) {
    // what was judged by eye is halved: each half is read by what the other and all else say
    for (const half of fold === 'judged' ? [0, 1] : [0]) {
      const left = (group, index) => folds.get(group.set) === fold && (fold !== 'judged' || index % 2 === half);
      const weights = learnChoice(groupsOf(groups.filter((group, index) => !left(group, index))), SIGNS);
      for (const group of groups.filter(left)) {
        group.best = group.lists
          .filter(({ fits }) => fits)
          .map((list) => ({ ...list, likelihood: weigh(weights, list.signs) }))
          .sort((a, b) => b.likelihood - a.likelihood)[0];
      }
    }
  }
  for (const least of [-0.5, 0, 0.3, 0.7, 1.2]) {
    tallies.clear();
    for (const group of groups) {
      const fold = folds.get(group.set);
      if (!fold || (group.partial && !group.best)) continue;
      const key = fold.startsWith('real') ? 'real' : fold;
      const tally = tallies.get(key) ?? { right: 0, found: 0, gold: 0, reachable: 0 };
      tallies.set(key, tally);
      if (group.items.length > 0) tally.gold++;
      if (group.lists.some(({ right }) => right)) tally.reachable++;
      const says = group.best && group.best.likelihood > least;
      if (says) tally.found++;
      if (says && group.best.right) tally.right++;
      if (least === 0 && has('--misses') && (says ? !group.best.right : group.items.length > 0) && key !== 'known') {
        const show = (items) =>
          items
            .map(({ start, end }) => group.text.slice(start, end))
            .join('|')
            .replace(/\s+/gu, '⏎');
        console.log(
          key.slice(-6),
          group.document.slice(0, 16),
          group.name,
          '\n    gold',
          show(group.items),
          '\n    says',
          says ? show(group.best.items) : '',
          group.lists.some(({ right }) => right) ? '' : 'UNREACHED',
          group.best?.likelihood.toFixed(2),
        );
      }
    }
    for (const [key, { right, found, gold, reachable }] of tallies)
      console.log(least, key, `${right} right of ${found} found, ${gold} labelled (${reachable} among the candidates)`);
  }
}
const weights = learnChoice(groupsOf(groups), SIGNS);
const kept = [...weights]
  .filter(([sign, weight]) => sign === '' || Math.abs(weight) >= SMALLEST)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const text = `{\n "about": "Learned by scripts/slogans/learnLists.mjs: do not edit by hand.",\n "signs": ${JSON.stringify(Object.fromEntries(kept.map(([sign, weight]) => [sign, Number(weight.toFixed(2))])))}\n}\n`;
console.log(`${kept.length} signs, ${Buffer.byteLength(text)} bytes`);
if (!has('--check')) writeFileSync(join(root, 'src/core/slogans/lists/listWeights.json'), text);
