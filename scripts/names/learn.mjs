// Learns of which characters names of persons are made (src/core/transcript/nameCharacters.json):
//   node scripts/names/learn.mjs CORPUS [--check]
// CORPUS holds *.jsonl.gz. Names to learn from stand in bylines (记者 甲 乙) and behind offices; each counts once, however often it
// comes. What a character says is the logarithm of how much more often it has its place in a name than behind any surname's
// character. --check says how well bylines and other words are told apart by names of a half not learned from, and writes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents, load, root } from '../slogans/corpus.mjs';

const [corpus] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!corpus) throw new Error('usage: learn.mjs CORPUS [--check]');
const { isSurname, OFFICES, readingOf } = load('core/transcript/names', 'core/text/readingText');

const HAN = '\\p{Script=Han}';
const BYLINE = new RegExp(`(?:记者|通讯员|实习生)[\\s：:]*((?:${HAN}{2,3}[\\s、]+)*${HAN}{2,3})\\s*[）)]`, 'gu');
const BEHIND = '(?=[，。、）：]|说|表示|指出|强调|介绍|认为|透露|主持|出席|批评|回应|指|称|形容|质疑)';
const HOLDER = new RegExp(`(?:${OFFICES}|[，。、\\s党盟联])(${HAN}{3})${BEHIND}`, 'gu');
const OFFICE_HOLDER = new RegExp(`(?:${OFFICES})(${HAN}{3})(?=表示|指出|强调|介绍|认为|主持|出席|会见)`, 'gu');
/** A name counts as one where its characters say so by this much. */
const SURE = 3;
/** What is not seen counts as if seen so often. */
const PRIOR = 60;

/** Holders of offices who act in so many documents are known, whatever their characters. */
const KNOWN = 3;
/** Surnames that are far more often a word before a verb. */
const WORDS = '曾将同还都应兼';

const bylines = new Set();
const holders = new Set();
const documentsOf = new Map();
const behind = { surname: new Map(), second: new Map(), third: new Map() };
const add = (counts, character) => counts.set(character, (counts.get(character) ?? 0) + 1);
const others = [];
for (const document of documents(corpus)) {
  const text = readingOf(document.text);
  for (const [, names] of text.matchAll(BYLINE)) {
    for (const name of names.split(/[\s、]+/u)) if (isSurname(name[0])) bylines.add(name);
  }
  for (const [, name] of text.matchAll(HOLDER)) if (isSurname(name[0])) holders.add(name);
  for (const name of new Set([...text.matchAll(OFFICE_HOLDER)].map((match) => match[1]))) add(documentsOf, name);
  for (let at = 0; at < text.length - 2; at++) {
    if (!isSurname(text[at])) continue;
    add(behind.surname, text[at]);
    add(behind.second, text[at + 1]);
    add(behind.third, text[at + 2]);
    if (at % 97 === 0) others.push(text.slice(at, at + 3));
  }
}

/** Tables of what each place of `names` says. */
function tablesOf(names) {
  const counts = { surname: new Map(), second: new Map(), third: new Map(), last: new Map() };
  for (const name of names) {
    add(counts.surname, name[0]);
    add(name.length === 3 ? counts.second : counts.last, name[1]);
    if (name.length === 3) add(counts.third, name[2]);
  }
  const table = (own, all) => {
    const sum = [...own.values()].reduce((a, b) => a + b, 0);
    const total = [...all.values()].reduce((a, b) => a + b, 0);
    const says = (character) => {
      const usual = ((all.get(character) ?? 0) + 1) / (total + all.size);
      return Math.log(((own.get(character) ?? 0) + PRIOR * usual) / (sum + PRIOR) / usual);
    };
    /** What a character says that no name has. */
    const least = Math.round(Math.log(PRIOR / (sum + PRIOR)) * 2) / 2;
    return { says, own, least };
  };
  return {
    surname: table(counts.surname, behind.surname),
    second: table(counts.second, behind.second),
    third: table(counts.third, behind.third),
    last: table(counts.last, behind.second),
  };
}
const scoreBy = (tables) => (name) =>
  tables.surname.says(name[0]) +
  (name.length === 3 ? tables.second.says(name[1]) + tables.third.says(name[2]) : tables.last.says(name[1]));

function learn(sure) {
  let names = new Set([...sure, ...holders]);
  for (let round = 0; round < 3; round++) {
    const score = scoreBy(tablesOf(names));
    names = new Set([...sure, ...[...holders].filter((name) => score(name) > SURE)]);
  }
  return tablesOf(names);
}

if (process.argv.includes('--check')) {
  const all = [...bylines];
  const score = scoreBy(learn(all.filter((_, index) => index % 2 === 0)));
  for (const length of [3, 2]) {
    const share = (list, least) =>
      `${((list.filter((name) => score(name) > least).length / list.length) * 100).toFixed(1)} %`;
    const held = all.filter((name, index) => index % 2 === 1 && name.length === length);
    const words = others.map((word) => word.slice(0, length));
    for (const least of [0, 2, 4, 6])
      console.log(
        `${length} characters above ${least}: ${share(held, least)} of names, ${share(words, least)} of words`,
      );
  }
} else {
  const tables = learn([...bylines]);
  // characters by what they say, in halves
  const data = Object.fromEntries(
    Object.entries(tables).map(([place, { says, own, least }]) => {
      const rows = new Map([[least, '']]);
      for (const character of own.keys()) {
        const value = Math.round(says(character) * 2) / 2;
        if (value > least) rows.set(value, (rows.get(value) ?? '') + character);
      }
      return [
        place,
        [...rows].sort(([one], [other]) => other - one).map(([value, list]) => [value, [...list].sort().join('')]),
      ];
    }),
  );
  const score = scoreBy(tables);
  const isKnown = ([name, count]) =>
    count >= KNOWN && isSurname(name[0]) && !WORDS.includes(name[0]) && score(name) <= SURE;
  data.known = [...documentsOf]
    .filter(isKnown)
    .map(([name]) => name)
    .sort();
  writeFileSync(
    join(root, 'src/core/transcript/nameCharacters.json'),
    `${JSON.stringify(data, null, 1).replace(/\[\n\s+(-?[\d.]+),\n\s+("[^"]*")\n\s+\]/gu, '[$1, $2]')}\n`,
  );
}
