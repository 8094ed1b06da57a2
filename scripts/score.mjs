// npm run -s score: compares the analysis with the labels of test/labels; the documents stand in ../shared.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ensureBuilt, root } from './lib/ensure.mjs';
import { main } from './lib/run.mjs';

const labels = join(root, 'test/labels');
const shared = join(root, '../shared');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const jsonLines = (text) => text.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));
const plain = (text) => text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');

/** The analyses of `documents` ({ id, text }), by id. */
function analyse(documents) {
  const input = documents.map((document) => `${JSON.stringify(document)}\n`).join('');
  const output = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'analyze', '--jsonl'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return new Map(jsonLines(output).map((found) => [found.id, found]));
}

/** The documents of the corpus with these ids. */
function corpus(ids) {
  const wanted = new Set(ids);
  return readdirSync(join(shared, 'corpus'))
    .filter((name) => name.endsWith('.gz'))
    .flatMap((name) => jsonLines(gunzipSync(readFileSync(join(shared, 'corpus', name))).toString()))
    .filter(({ id }) => wanted.has(id))
    .map(({ id, text }) => ({ id, text: plain(text) }));
}

const say = (name, hit, gold, found = gold) =>
  console.log(name.padEnd(26), ((2 * hit) / (gold + found) || 0).toFixed(3), `  ${hit} of ${gold}, ${found} found`);

const keysOf = (list) => new Set(list.map(({ start, end }) => `${start}-${end}`));

/** What is labelled in whole documents, or in the stretch of one that a label names: turns and questions, and what else there is. */
function scoreDocuments(folder) {
  const gold = readdirSync(join(labels, folder)).map((name) => ({ name, ...json(join(labels, folder, name)) }));
  const texts = new Map(corpus(gold.map(({ id }) => id)).map(({ id, text }) => [id, text]));
  compareDocuments(
    folder,
    gold.map((document) => ({ ...document, text: texts.get(document.id).slice(document.from, document.to) })),
  );
}

/** Small documents that hold their text, in forms that pages have. */
const small = (file) => jsonLines(readFileSync(join(labels, `${file}.jsonl`), 'utf8'));

function scoreSmall(file) {
  compareDocuments(
    file,
    small(file).map((document) => ({ ...document, name: document.id })),
  );
}

function compareDocuments(folder, gold) {
  const said = analyse(gold.map(({ name, text }) => ({ id: name, text })));
  const totals = new Map();
  const add = (part, labelled, own) => {
    const [wanted, got] = [keysOf(labelled), keysOf(own)];
    const total = totals.get(part) ?? [0, 0, 0];
    totals.set(part, total);
    [[...wanted].filter((key) => got.has(key)).length, wanted.size, got.size].forEach((count, index) => {
      total[index] += count;
    });
  };
  for (const document of gold) {
    const own = said.get(document.name);
    for (const part of ['turns', 'questions', 'claims']) if (document[part]) add(part, document[part], own[part]);
    if (!document.slogans) continue;
    for (const kind of ['numeral', 'phrase'])
      add(kind, ...[document, own].map(({ slogans }) => slogans.filter((slogan) => slogan.kind === kind)));
    if (document.slogans.every(({ items }) => items === undefined)) continue;
    const items = document.slogans.flatMap((slogan) => slogan.items.map(([start, end]) => ({ start, end })));
    add(
      'items',
      items,
      own.slogans.flatMap((slogan) => slogan.items),
    );
  }
  for (const [part, [hit, all, found]] of totals) say(`${folder}: ${part}`, hit, all, found);
}

/** The labelled documents of a half of the real ones. */
const ofHalf = (half) =>
  readdirSync(join(labels, 'governance', half)).map((name) => {
    const id = name.slice(0, -5);
    const text = plain(readFileSync(join(shared, 'real/texts', `${id}.txt`), 'utf8'));
    return { id, text, claims: json(join(labels, 'governance', half, name)).claims };
  });

/** The labelled documents of the corpus in a file of `governance`. */
function ofCorpus(name) {
  const gold = new Map(json(join(labels, `governance/${name}.json`)).map(({ id, claims }) => [id, claims]));
  return corpus([...gold.keys()]).map((document) => ({ ...document, claims: gold.get(document.id) }));
}

function scoreGovernance(half, documents) {
  const said = analyse(documents);
  const hits = { period: 0, direction: 0, indicator: 0 };
  const all = { period: 0, direction: 0, indicator: 0 };
  const named = { right: 0, labelled: 0, found: 0 };
  for (const { id, text, claims } of documents) {
    const own = new Map(said.get(id).claims.map((claim) => [`${claim.start}-${claim.end}`, claim]));
    for (const label of claims) {
      const claim = own.get(`${label.start}-${label.end}`);
      if (!claim) continue;
      for (const name of Object.keys(all)) {
        if (label[name] === undefined) continue;
        const isRight =
          name === 'direction' ? label.direction === claim.direction : isSame(text, label[name], claim[name]);
        all[name]++;
        if (isRight) hits[name]++;
        if (name !== 'indicator') continue;
        if (isRight && label.indicator) named.right++;
        if (label.indicator) named.labelled++;
        if (claim.indicator) named.found++;
      }
    }
  }
  for (const [name, hit] of Object.entries(hits)) if (all[name] > 0) say(`${half}: ${name}`, hit, all[name]);
  say(`${half}: indicators that are said`, named.right, named.labelled, named.found);
}

/** A preposition before a time expression may belong to it or not. */
function isSame(text, label, found) {
  if (!label || !found) return !label && !found;
  const lead = /^[到至截在由从]*/u.exec(text.slice(found.start, found.end))[0].length;
  return label[1] === found.end && (label[0] === found.start || label[0] === found.start + lead);
}

/** The labels of passages of the corpus, and their analyses by id. */
function passages(name) {
  const gold = json(join(labels, `${name}.json`));
  const texts = new Map(corpus(gold.map(({ id }) => id)).map(({ id, text }) => [id, text]));
  return { gold, said: analyse(gold.map(({ id, start, end }) => ({ id, text: texts.get(id).slice(start, end) }))) };
}

/** Slogans and their items in passages of the corpus; what is doubtful counts neither way, nor do later mentions where only the first is labelled. */
function scoreSlogans(name, firstOnly) {
  const { gold, said } = passages(name);
  const totals = { numeral: [0, 0, 0], phrase: [0, 0, 0], items: [0, 0, 0] };
  for (const { id, start, slogans, doubtful } of gold) {
    const isLabelled = ({ start: from, end: to }) =>
      slogans.some((label) => label.start === from + start && label.end === to + start);
    const isDoubtful = (slogan) =>
      doubtful.some(([from, to]) => slogan.start + start < to && from < slogan.end + start);
    const all = said.get(id).slogans;
    const names = (some) => new Set(all.filter(some).map((slogan) => slogan.name));
    const [labelled, uncertain] = [names(isLabelled), names(isDoubtful)];
    const isFirst = (slogan) => all.find(({ name }) => slogan.name === name) === slogan;
    const isSure = firstOnly
      ? ({ name }) => labelled.has(name) || !uncertain.has(name)
      : (slogan) => !isDoubtful(slogan);
    const sure = all.filter(isSure);
    const found = firstOnly
      ? sure.filter((slogan) => isLabelled(slogan) || (isFirst(slogan) && !labelled.has(slogan.name)))
      : sure;
    const move = (span) => ({ start: span.start + start, end: span.end + start });
    const compare = (name, labelled, own) => {
      const [wanted, got] = [keysOf(labelled), keysOf(own.map(move))];
      [[...wanted].filter((key) => got.has(key)).length, wanted.size, got.size].forEach((count, index) => {
        totals[name][index] += count;
      });
    };
    for (const kind of ['numeral', 'phrase'])
      compare(kind, ...[slogans, found].map((list) => list.filter((slogan) => slogan.kind === kind)));
    const spans = slogans.flatMap(({ items = [] }) => items.map(([from, to]) => ({ start: from, end: to })));
    compare(
      'items',
      spans,
      sure.flatMap(({ items }) => items),
    );
  }
  for (const [part, [hit, all, found]] of Object.entries(totals)) say(`${name}: ${part}`, hit, all, found);
}

/** Figures in passages of the corpus, and the kind and value of those found; what is doubtful counts neither way. */
function scoreClaims(name) {
  const { gold, said } = passages(name);
  const counts = { hit: 0, all: 0, found: 0, kind: 0, value: 0 };
  for (const { id, start, claims, doubtful } of gold) {
    const found = said
      .get(id)
      .claims.map((claim) => ({ ...claim, start: claim.start + start, end: claim.end + start }))
      .filter((claim) => !doubtful.some(([from, to]) => claim.start < to && from < claim.end));
    counts.all += claims.length;
    counts.found += found.length;
    for (const label of claims) {
      const own = found.find((claim) => claim.start === label.start && claim.end === label.end);
      if (!own) continue;
      counts.hit++;
      if (own.kind === label.kind) counts.kind++;
      if (own.value === label.value) counts.value++;
    }
  }
  say(name, counts.hit, counts.all, counts.found);
  for (const part of ['kind', 'value']) say(`${name}: ${part}`, counts[part], counts.hit);
}

/** What mentions of formulas drawn at random stand for: whole lists, of the documents as they are. */
function scoreLists() {
  const gold = json(join(labels, 'lists.json'));
  const said = analyse(corpus(gold.map(({ id }) => id)));
  const counts = { right: 0, labelled: 0, found: 0 };
  for (const { id, start, end, items } of gold) {
    const own = said.get(id).slogans.find((slogan) => slogan.start === start && slogan.end === end)?.items ?? [];
    if (items.length > 0) counts.labelled++;
    if (own.length === 0) continue;
    counts.found++;
    if (own.length === items.length && own.every((item, n) => item.start === items[n][0] && item.end === items[n][1]))
      counts.right++;
  }
  say('lists', counts.right, counts.labelled, counts.found);
}

function scoreRecognition() {
  const judged = json(join(labels, 'recognition.json'));
  const said = analyse(corpus(judged.map(({ id }) => id)));
  const taken = judged.filter(({ id }) => said.get(id).isTranscript);
  const right = taken.filter(({ transcript }) => transcript);
  say('recognition', right.length, judged.filter(({ transcript }) => transcript).length, taken.length);
}

await main(async () => {
  if (!existsSync(join(shared, 'corpus')))
    throw new Error('The labelled documents (../shared) are not beside this checkout.');
  await ensureBuilt();
  for (const folder of [
    'open-reports',
    'second-reports',
    'reports',
    'third/open',
    'third/scored',
    'fourth/open',
    'fourth/scored',
    'fifth/open',
    'fifth/scored',
    'sixth/open',
    'sixth/scored',
    'seventh/open',
    'seventh/scored',
    'eighth/open',
    'eighth/scored',
  ])
    scoreDocuments(folder);
  for (const file of ['forms/open', 'forms/scored', 'pages/open', 'pages/scored']) scoreSmall(file);
  for (const half of ['open', 'scored']) scoreGovernance(half, ofHalf(half));
  for (const name of ['corpus', 'second-scored']) scoreGovernance(name, ofCorpus(name));
  for (const file of ['pages/open', 'pages/scored'])
    scoreGovernance(
      file,
      small(file).filter(({ claims }) => claims),
    );
  scoreSlogans('slogans', false);
  scoreSlogans('second-slogans', true);
  for (const name of ['claims', 'second-claims-open', 'second-claims-scored']) scoreClaims(name);
  scoreLists();
  scoreRecognition();
});
