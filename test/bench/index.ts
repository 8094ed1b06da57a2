import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ExploreRequest } from '../../src/core/explore/explore';
import type { Recognition } from '../../src/core/summary/indexText';
import { nodeIndexer } from '../../src/store/nodeIndexer';

/*
 * The index of 10,000 transcripts of 300 MB: how long it takes, how much of the extension's heap, and for how long it keeps
 * the extension from answering. Run with `npm run bench -- index [CORPUS]`; the texts come from the files CORPUS/*.jsonl.gz,
 * by default ../shared/corpus. COUNT=N in the environment makes fewer transcripts.
 */
const COUNT = Number(process.env.COUNT ?? 10_000);
const BYTES = 30_000;
const corpus = process.argv[2] ?? '../shared/corpus';
const folder = mkdtempSync(join(tmpdir(), 'index-bench-'));
const cache = join(folder, 'cache', 'index');
const never = new AbortController().signal;

function* texts(): Generator<string> {
  const names = readdirSync(corpus).filter((name) => name.endsWith('.jsonl.gz'));
  const lines = names.flatMap((name) =>
    gunzipSync(readFileSync(join(corpus, name)))
      .toString()
      .trim()
      .split('\n'),
  );
  for (;;) for (const line of lines) yield (JSON.parse(line) as { text: string }).text;
}

function write(): Map<string, Recognition> {
  const source = texts();
  const files = new Map<string, Recognition>();
  for (let index = 0; index < COUNT; index++) {
    const day = new Date(Date.UTC(2000, 0, 1 + (index % 9000))).toISOString().slice(0, 10);
    const path = join(folder, String(index % 100), `${day}-${index}.transcript`);
    let text = '';
    for (let bytes = 0; bytes < BYTES; bytes = Buffer.byteLength(text)) text += `${source.next().value}\n`;
    mkdirSync(join(folder, String(index % 100)), { recursive: true });
    writeFileSync(path, Buffer.from(text).subarray(0, BYTES));
    files.set(path, 'accepted');
  }
  return files;
}

const say = (label: string, ...figures: string[]) =>
  console.log(`  ${[label.padEnd(40), ...figures.map((figure) => figure.padStart(16))].join(' ')}`);
const goal = (value: number, bound: number) => `${(value / bound).toFixed(2)} of ${bound}`;
const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

/** How long `work` took, and the longest time for which nobody else was answered meanwhile. */
async function watched(work: () => Promise<unknown>): Promise<{ ms: number; pause: number; cpu: number }> {
  const start = performance.now();
  const used = process.cpuUsage();
  let last = start;
  let pause = 0;
  const timer = setInterval(() => {
    pause = Math.max(pause, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  await work();
  const ms = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(timer);
  const { user, system } = process.cpuUsage(used);
  return { ms, pause, cpu: (user + system) / 1e6 };
}

async function look(label: string, files: Map<string, Recognition>, seconds: number) {
  const indexer = nodeIndexer(cache);
  const kept = new Map<string, unknown>();
  const before = heap();
  const { ms, pause, cpu } = await watched(() =>
    indexer.index(
      files,
      (entries) => {
        for (const { path, head } of entries) kept.set(path, head);
      },
      () => {},
      never,
    ),
  );
  say(
    `${label}: ${kept.size} transcripts`,
    `${(ms / 1000).toFixed(1)} s`,
    goal(ms / 1000, seconds),
    `${cpu.toFixed(1)} s of processors`,
  );
  say('  heap of the extension grew by', `${(heap() - before).toFixed(0)} MB`, goal(heap() - before, 50));
  say('  longest pause', `${pause.toFixed(0)} ms`, goal(pause, 50));
  return { indexer, kept };
}

async function main(): Promise<void> {
  const files = write();
  console.log(`Index of ${files.size} transcripts, ${((files.size * BYTES) / 1e6).toFixed(0)} MB`);
  (await look('cold', files, 120)).indexer.dispose();
  say(
    '  read for a view',
    `${(statSync(cache).size / files.size).toFixed(0)} B each`,
    goal(statSync(cache).size / files.size, 1000),
  );
  const { indexer } = await look('warm', files, 1);
  const paths = [...files.keys()].sort();
  const ask = async (label: string, request: ExploreRequest, bound: number, isFirst = false) => {
    let first = 0;
    let rows = 0;
    const start = performance.now();
    const took = await watched(() =>
      indexer.ask(
        paths,
        request,
        (page) => {
          first ||= performance.now() - start;
          rows += page.length;
        },
        () => {},
        never,
        new Map(),
      ),
    );
    const compared = isFirst ? first : took.ms;
    say(label, `${compared.toFixed(0)} ms`, goal(compared, bound), `${rows} rows`, `all ${took.ms.toFixed(0)} ms`);
    say('  longest pause', `${took.pause.toFixed(0)} ms`, goal(took.pause, 50));
  };
  const rows = (query: ExploreRequest['query']): ExploreRequest => ({ mode: 'rows', query });
  const named = await indexer.ask(
    paths,
    { mode: 'names', query: {} },
    () => {},
    () => {},
    never,
    new Map(),
  );
  const speaker = named.mode === 'names' ? named.names.speaker.slice(20, 21) : [];
  await ask('fields: figures of a day', rows({ from: '2001-01-01', to: '2001-01-01', find: 'figures' }), 200);
  await ask('fields: first page of a speaker', rows({ speaker, find: 'turns' }), 200, true);
  await ask('fields: a slogan in time', { mode: 'slogans', query: {}, slogans: [], slogan: '三会一课' }, 200);
  await ask('words: first page', rows({ words: ['发展'], find: 'words' }), 1000, true);
  await ask('words: first page of rare ones', rows({ words: ['引黄济青'], find: 'words' }), 1000, true);
  const parts = await watched(() =>
    indexer.parts(paths, { lists: ['slogans', 'questions', 'annotations'], sought: '三会一课' }, () => {}, never),
  );
  say('names of the workspace: one of them', `${parts.ms.toFixed(0)} ms`, goal(parts.ms, 1000));
  say('  longest pause', `${parts.pause.toFixed(0)} ms`, goal(parts.pause, 50));
  indexer.dispose();
}

void main().finally(() => rmSync(folder, { recursive: true, force: true }));
