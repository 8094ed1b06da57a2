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
const plain = (text) => text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');

/** The analyses of `documents` ({ id, text }), by id. */
function analyse(documents) {
  const input = documents.map((document) => `${JSON.stringify(document)}\n`).join('');
  const output = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'analyze', '--jsonl'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return new Map(
    output
      .split('\n')
      .flatMap((line) => (line ? [JSON.parse(line)] : []))
      .map((found) => [found.id, found]),
  );
}

/** The documents of the corpus with these ids. */
function corpus(ids) {
  const wanted = new Set(ids);
  return readdirSync(join(shared, 'corpus'))
    .filter((name) => name.endsWith('.gz'))
    .flatMap((name) =>
      gunzipSync(readFileSync(join(shared, 'corpus', name)))
        .toString()
        .split('\n'),
    )
    .flatMap((line) => (line ? [JSON.parse(line)] : []))
    .filter(({ id }) => wanted.has(id))
    .map(({ id, text }) => ({ id, text: plain(text) }));
}

const say = (name, hit, gold, found = gold) =>
  console.log(name.padEnd(26), ((2 * hit) / (gold + found) || 0).toFixed(3), `  ${hit} of ${gold}, ${found} found`);

function scoreReports() {
  const gold = readdirSync(join(labels, 'reports')).map((name) => json(join(labels, 'reports', name)));
  const said = analyse(corpus(gold.map(({ id }) => id)));
  for (const part of ['turns', 'questions']) {
    const keys = (list) => new Set(list.map(({ start, end }) => `${start}-${end}`));
    let [hit, all, found] = [0, 0, 0];
    for (const document of gold) {
      const [wanted, own] = [keys(document[part]), keys(said.get(document.id)[part])];
      hit += [...wanted].filter((key) => own.has(key)).length;
      all += wanted.size;
      found += own.size;
    }
    say(`reports: ${part}`, hit, all, found);
  }
}

function scoreGovernance(half) {
  const folder = join(labels, 'governance', half);
  const documents = readdirSync(folder).map((name) => {
    const id = name.slice(0, -5);
    return { id, text: plain(readFileSync(join(shared, 'real/texts', `${id}.txt`), 'utf8')) };
  });
  const said = analyse(documents);
  const counts = { period: 0, direction: 0, indicator: 0 };
  let all = 0;
  for (const { id, text } of documents) {
    const own = new Map(said.get(id).claims.map((claim) => [`${claim.start}-${claim.end}`, claim]));
    for (const label of json(join(folder, `${id}.json`)).claims) {
      const claim = own.get(`${label.start}-${label.end}`);
      if (!claim) continue;
      all++;
      if (isSame(text, label.period, claim.period)) counts.period++;
      if (isSame(text, label.indicator, claim.indicator)) counts.indicator++;
      if (label.direction === claim.direction) counts.direction++;
    }
  }
  for (const [name, hit] of Object.entries(counts)) say(`${half}: ${name}`, hit, all);
}

/** A preposition before a time expression may belong to it or not. */
function isSame(text, label, found) {
  if (!label || !found) return !label && !found;
  const lead = /^[到至截在由从]*/u.exec(text.slice(found.start, found.end))[0].length;
  return label[1] === found.end && (label[0] === found.start || label[0] === found.start + lead);
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
  scoreReports();
  for (const half of ['open', 'scored']) scoreGovernance(half);
  scoreRecognition();
});
