import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JiebaOptions } from '../../../src/segmenter/jiebaSegmenter';
import { nodeSegmenter } from '../../../src/segmenter/nodeSegmenter';
import type { Segmenter } from '../../../src/segmenter/segmenter';
import type { FallbackOptions } from '../../../src/segmenter/withFallback';

export const PROCESS_FILE = resolve('dist/segmenterProcess.js');
export const PACKAGE = resolve('node_modules/nodejieba');
export const DICTIONARIES = 'submodules/cppjieba/dict';

/** Everything that a segmenter told while it was tested. */
export interface Watched {
  readonly segmenter: Segmenter;
  readonly pids: number[];
  readonly lines: string[];
  readonly statuses: string[];
}

/** Limits that no test waits for, unless it gives its own. */
const PATIENT = { loadLimit: 120_000, requestLimit: 120_000, idleLimit: 120_000, processFile: PROCESS_FILE };

const open: Watched[] = [];

export function watched(options: Partial<JiebaOptions> & FallbackOptions = {}): Watched {
  const pids: number[] = [];
  const lines: string[] = [];
  const statuses: string[] = [];
  const segmenter = nodeSegmenter({
    ...PATIENT,
    ...options,
    onStart: (pid) => {
      pids.push(pid!);
      options.onStart?.(pid);
    },
    log: (line) => lines.push(line),
    onStatus: (kind, reason) => statuses.push(`${kind} ${reason}`.trim()),
  });
  open.push({ segmenter, pids, lines, statuses });
  return open.at(-1)!;
}

let asked: Segmenter | undefined;

/** One for all tests that only ask: loading the dictionaries takes a second. */
export const sharedJieba = (): Segmenter => {
  asked ??= nodeSegmenter(PATIENT);
  return asked;
};
after(() => asked?.dispose());

/** Ends what a test has opened; resolves when none of its processes runs any more. */
export async function endAll(): Promise<void> {
  for (const { segmenter, pids } of open.splice(0)) {
    segmenter.dispose();
    for (const pid of pids) await ended(pid);
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

export async function ended(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resume) => setTimeout(resume, 10));
}

/** What an installed extension has of the segmenter, in `folder`; returns its process file. */
export function install(folder: string): string {
  const jieba = join(folder, 'node_modules/nodejieba');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  cpSync(PROCESS_FILE, join(folder, 'dist/segmenterProcess.js'));
  for (const path of shipped()) cpSync(join(PACKAGE, path), join(jieba, path), { recursive: true });
  return join(folder, 'dist/segmenterProcess.js');
}

/** The files of nodejieba that .vscodeignore lets into the package. */
function shipped(): string[] {
  const prefix = '!node_modules/nodejieba/';
  const patterns = readFileSync('.vscodeignore', 'utf8').split('\n');
  const paths = patterns.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
  return paths.map((path) => path.replace(/\/\*\.utf8$/u, '')).filter((path) => existsSync(join(PACKAGE, path)));
}

export const wordsOf = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));
