import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { intlSegmenter } from '../../src/segmenter/intlSegmenter';
import { nodeSegmenter } from '../../src/segmenter/nodeSegmenter';
import type { Segmenter } from '../../src/segmenter/segmenter';

/* What cutting words costs, and whom. Run with `npm run bench -- segmenter`. */

const say = (label: string, ...figures: string[]) =>
  console.log(label.padEnd(44), ...figures.map((figure) => figure.padStart(12)));
const ms = (value: number) => `${value.toFixed(1)} ms`;

/** The longest time for which this process could do nothing else while `work` was done. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(look);
  await work();
  look();
  clearInterval(timer);
  return longest;
}

const folder = 'test/fixtures/labelled';
const base = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n');
const text = base.repeat(Math.ceil(2_000_000 / Buffer.byteLength(base)));
const megabytes = Buffer.byteLength(text) / 1e6;

async function throughput(name: string, segmenter: Segmenter): Promise<void> {
  await segmenter.tag([base]);
  for (const kind of ['segment', 'tag'] as const) {
    let least = Number.POSITIVE_INFINITY;
    let pause = 0;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      pause = Math.max(pause, await longestPause(() => segmenter[kind]([text])));
      least = Math.min(least, performance.now() - start);
    }
    say(`${name}, ${kind}`, `${((megabytes * 1e3) / least).toFixed(2)} MB/s`, `pause ${ms(pause)}`);
  }
}

async function main(): Promise<void> {
  let pid = 0;
  const jieba = nodeSegmenter({
    processFile: resolve('dist/segmenterProcess.js'),
    onStart: (started) => {
      pid = started ?? 0;
    },
    log: console.log,
  });

  console.log('\nFirst answer');
  const start = performance.now();
  const pause = await longestPause(() => jieba.segment([base.slice(0, 200)]));
  say('process started, until the first answer', ms(performance.now() - start));
  say('longest pause of the caller meanwhile', ms(pause), pause < 20 ? 'goal 20 ms' : 'MISSED 20 ms');
  if (process.platform === 'linux') {
    const resident = /VmRSS:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    say('memory of the process', `${(Number(resident) / 1e3).toFixed(0)} MB`);
  }

  console.log(`\nThroughput, ${megabytes.toFixed(1)} MB, and the longest pause of the caller`);
  await throughput('jieba', jieba);
  await throughput('intl', intlSegmenter());
  jieba.dispose();

  console.log('\nThe same load in this process');
  const before = process.memoryUsage().rss;
  const blocked = await longestPause(async () => require('nodejieba').load());
  say('pause', ms(blocked));
  say('memory', `${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`);
}

void main();
