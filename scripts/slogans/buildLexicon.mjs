// Builds src/core/slogans/lexicon.json from a folder of texts and what a person decided (decisions.json):
//   node scripts/slogans/buildLexicon.mjs FOLDER
// FOLDER holds *.jsonl.gz, one document { id, date, text } a line. Every formula quoted in at least LEAST documents is in, or
// among those that are none, or left open. Only names, counts, years, ids and the words of items are kept, no sentences.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, newLines, root } from './corpus.mjs';

const LEAST = 3;
const folder = process.argv[2];
if (!folder) throw new Error('usage: buildLexicon.mjs FOLDER');
const { readingOf, findQuotes, readFormula, isNumeral } = load(
  'core/text/readingText',
  'core/slogans/quotes',
  'core/slogans/formula',
);
const decisions = JSON.parse(readFileSync(join(root, 'scripts/slogans/decisions.json'), 'utf8'));
const itemsFile = join(root, 'scripts/slogans/items.json');
const read = (() => {
  try {
    return JSON.parse(readFileSync(itemsFile, 'utf8'));
  } catch {
    return {};
  }
})();

const quoted = new Map();
const lines = [];
for (const { document, line } of newLines(folder)) {
  const text = readingOf(line);
  const year = /^\d{4}/.exec(document.date ?? '')?.[0];
  lines.push({ text, id: document.id, year });
  if (!/[“「『]/.test(text)) continue;
  for (const { start, end } of findQuotes(text)) {
    const name = text.slice(start, end).replace(/\s+/gu, '');
    if (name.length < 2 || name.length > 24) continue;
    const entry = quoted.get(name) ?? { documents: new Set(), year: undefined };
    entry.documents.add(document.id);
    if (year && (!entry.year || year < entry.year)) entry.year = year;
    quoted.set(name, entry);
  }
}

const set = (names) => new Set(names);
const slogans = set(decisions.slogans);
const undecided = set(decisions.undecided);
const notNumerals = set(decisions.notNumerals);
const quotedOnly = set(decisions.quotedOnly);
const unquotedShort = set(decisions.unquotedShort);
const national = new Map(decisions.national.map((entry) => [entry.name, entry]));

const entries = new Map();
const none = [];
const add = (name, evidence) => {
  const known = national.get(name);
  const kind = known?.kind ?? (isNumeral(name) ? 'numeral' : 'phrase');
  const documents = evidence?.documents.size ?? 0;
  const measured = /^[一二两三四五六七八九十\d]+[个大项条]/u.test(name);
  const always =
    kind === 'phrase'
      ? decisions.unquoted.includes(name)
      : !quotedOnly.has(name) &&
        /\p{Script=Han}{2}/u.test(name) &&
        (known !== undefined || unquotedShort.has(name) || (name.length > 3 && documents >= (measured ? 12 : 4)));
  const { items = known?.items, versions = known?.versions, document } = read[name] ?? {};
  entries.set(name, {
    name,
    kind,
    ...(documents && { documents }),
    ...(evidence?.year && { year: Number(evidence.year) }),
    ...(always && { always: true }),
    ...(versions ? { versions } : items && { items }),
    ...(document ? { document } : known?.source && { source: known.source }),
  });
};
for (const [name, evidence] of quoted) {
  if (national.has(name) || slogans.has(name)) add(name, evidence);
  else if (evidence.documents.size < LEAST || undecided.has(name)) continue;
  else if (readFormula(name) && !/^\d+$/u.test(name) && !notNumerals.has(name)) add(name, evidence);
  else if (/\p{Script=Han}{2}/u.test(name) && !/[<>=：]/u.test(name)) none.push(name);
}
for (const name of [...national.keys(), ...slogans]) if (!entries.has(name)) add(name, quoted.get(name));

const order = (a, b) => (b.documents ?? 0) - (a.documents ?? 0) || (a.name < b.name ? -1 : 1);
const file = {
  about: 'Made by scripts/slogans/buildLexicon.mjs: do not edit by hand.',
  slogans: [...entries.values()].sort(order),
  none: none.sort().join(' '),
};
const text = `{\n "about": ${JSON.stringify(file.about)},\n "slogans": [\n${file.slogans.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n ],\n "none": ${JSON.stringify(file.none)}\n}\n`;
writeFileSync(join(root, 'src/core/slogans/lexicon.json'), text);
console.log(`${entries.size} slogans, ${none.length} none, ${Buffer.byteLength(text)} bytes`);
