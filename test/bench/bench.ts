import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../src/core/analyse';
import { Analyser } from '../../src/core/analyser';

/*
 * Speed of the analysis, all figures from one run: each is the best of several, so that a busy machine hurts less.
 * Run with `npm run bench`.
 */
const ROUNDS = 5;

function best(work: () => unknown, rounds = ROUNDS): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const folder = 'test/fixtures/labelled';
const base = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .find((text) => text.includes('【秦若川】'))!;
const ofBytes = (bytes: number) => base.repeat(Math.ceil(bytes / Buffer.byteLength(base)));
const say = (label: string, ...figures: string[]) =>
  console.log(label.padEnd(34), ...figures.map((figure) => figure.padStart(14)));
/** A goal beside its figure; a missed one is said, not hidden. */
const goal = (met: boolean, words: string) => (met ? `goal ${words}` : `MISSED ${words}`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

analyse(ofBytes(300_000)); // warm

console.log('\nThroughput, 3 MB');
{
  const text = ofBytes(3_000_000);
  const bytes = Buffer.from(text);
  const decode = best(() => new TextDecoder().decode(bytes));
  const expression = best(() => [...text.matchAll(/\d+(?:\.\d+)?/g)].length);
  const full = best(() => analyse(text));
  const rate = (time: number) => `${(bytes.length / 1e3 / time).toFixed(1)} MB/s`;
  say('decoding UTF-8', ms(decode), rate(decode));
  say('one expression for digits', ms(expression), rate(expression));
  say('analyse', ms(full), rate(full), `${(full / decode).toFixed(1)} x decode`, goal(full <= 10 * decode, '10 x'));
}

console.log('\nCost per character by size');
const perCharacter = new Map<number, number>();
for (const bytes of [30_000, 300_000, 3_000_000, 10_000_000]) {
  const text = ofBytes(bytes);
  perCharacter.set(bytes, (best(() => analyse(text), bytes > 3_000_000 ? 2 : ROUNDS) * 1e6) / text.length);
}
const costs = [...perCharacter.values()];
for (const [bytes, cost] of perCharacter) say(`${bytes / 1000} KB`, `${cost.toFixed(0)} ns`);
const spread = Math.max(...costs) / Math.min(...costs);
say('largest / smallest', spread.toFixed(2), goal(spread <= 1.5, '1.5'));

console.log('\nOne typed character in 1 MB');
{
  const long = base.replace(
    /(【秦若川】谢谢你的提问。)/u,
    `$1${'我们持续深化改革，推动外贸稳规模优结构，出口增长5.2%，企业得到实惠。'.repeat(30)}`,
  );
  const text = long.repeat(Math.ceil(1_000_000 / Buffer.byteLength(long)));
  const middle = text.indexOf('企业得到实惠', text.indexOf('稳规模', text.length / 2) + 800);
  const full = best(() => analyse(text));
  const analyser = new Analyser();
  analyser.analyse(text);
  let typed = text;
  const keystroke = best(() => {
    typed = `${typed.slice(0, middle)}的${typed.slice(middle)}`;
    analyser.analyse(typed);
  }, 20);
  say('full analysis', ms(full));
  say(
    'after a keystroke',
    ms(keystroke),
    `1/${(full / keystroke).toFixed(0)} of full`,
    goal(keystroke * 20 <= full, '1/20'),
  );
}

console.log('\nAdversarial lines of a million characters, against the ordinary cost per character');
const ordinary = perCharacter.get(3_000_000)!;
const million = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
const inputs: [string, string][] = [
  ...[
    '第',
    '（',
    '“',
    '1',
    '一',
    ',',
    '：',
    '“”',
    '“‘',
    '问：',
    '记者：',
    '1.',
    '十',
    '万',
    '第一',
    '近',
    '《',
    '。',
    '即',
    '一是',
  ].map((piece): [string, string] => [`${piece} …`, million(piece)]),
  ['“ … then ”', `${'“'.repeat(500_000)}${'”'.repeat(500_000)}`],
  ['one paragraph', million(base.replaceAll('\n', ''))],
  ['one-character lines', '好\n'.repeat(500_000)],
  ['lines of 问：', '问：\n'.repeat(330_000)],
  ['lines “三', '，把握“三\n\n'.repeat(120_000)],
];
for (const [name, text] of inputs) {
  const cost = (best(() => analyse(text), 1) * 1e6) / text.length;
  say(name, `${cost.toFixed(0)} ns`, `${(cost / ordinary).toFixed(1)} x`, goal(cost <= 5 * ordinary, '5 x'));
}

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
console.log('\nMemory held by an analysis');
for (const bytes of [1_000_000, 4_000_000]) {
  const text = ofBytes(bytes);
  const before = heap();
  const kept = analyse(text);
  say(`${bytes / 1e6} MB`, `${((heap() - before) / 1e6).toFixed(1)} MB`, `${kept.claims.length} claims`);
}
