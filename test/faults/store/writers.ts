// Several processes that add annotations to one sidecar, disturbed in ways that happen; counts what became of their work.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseSidecar } from '../../../src/core/annotation/sidecar';
import { lockOf } from '../../../src/store/fileLock';

const PROGRAM = 'out/test/faults/store/writeLoop.js';
const LONG_AGO = new Date(Date.now() - 3_600_000);

/** One process that writes until its `count` is reached. */
export class Writer {
  /** The ids that the store said are saved, and what it refused. */
  readonly saved: string[] = [];
  readonly refused: string[] = [];
  readonly exit: Promise<unknown>;
  readonly process: ChildProcess;
  stderr = '';

  constructor(path: string, name: string, count: number) {
    this.process = fork(PROGRAM, [path, name, String(count)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.process.on('message', (words) => {
      const [kind, what = ''] = String(words).split(' ');
      (kind === 'saved' ? this.saved : this.refused).push(what);
    });
    this.process.stderr!.on('data', (data) => {
      this.stderr += data;
    });
    this.exit = once(this.process, 'close');
  }

  async started(): Promise<void> {
    while (this.saved.length + this.refused.length === 0 && this.process.exitCode === null) await wait(5);
  }

  /** Stops the process where it is, if it can be caught with the lock of `file` in its hand. */
  async pauseWithLock(file: string): Promise<boolean> {
    for (let attempt = 0; attempt < 4000 && this.process.exitCode === null; attempt++) {
      if (this.holds(file)) {
        this.process.kill('SIGSTOP');
        await wait(20);
        if (this.holds(file)) return true;
        this.process.kill('SIGCONT');
      }
      await new Promise(setImmediate);
    }
    return false;
  }

  private holds(file: string): boolean {
    return holdersOf(file).some((name) => name.startsWith(`${this.process.pid}@`));
  }
}

const holdersOf = (file: string): string[] => {
  try {
    return readdirSync(lockOf(file));
  } catch {
    return [];
  }
};

/** As if the time had passed after which others take the lock for forgotten. */
export function letTimePass(file: string): void {
  const lock = lockOf(file);
  try {
    for (const name of holdersOf(file)) utimesSync(join(lock, name), LONG_AGO, LONG_AGO);
    utimesSync(lock, LONG_AGO, LONG_AGO);
  } catch {} // it was free in time
}

/** Fails where the file is not whole. */
export function idsIn(file: string): string[] {
  const { sidecar, problems, writable } = parseSidecar(readFileSync(file, 'utf8'));
  if (!writable || problems.length > 0) throw new Error(`${file} is damaged: ${JSON.stringify(problems)}`);
  return sidecar.annotations.map(({ id }) => id);
}

export interface Outcome {
  /** Annotations that the store said are saved. */
  saved: number;
  refused: number;
  /** Saved and not in the file. */
  lost: number;
  /** Processes that ended otherwise than they should. */
  died: number;
}

/** Waits for all writers and counts. */
export async function outcomeOf(file: string, writers: readonly Writer[]): Promise<Outcome> {
  await Promise.all(writers.map(({ exit }) => exit));
  const there = new Set(idsIn(file));
  const saved = writers.flatMap((writer) => writer.saved);
  return {
    saved: saved.length,
    refused: writers.flatMap(({ refused }) => refused).length,
    lost: saved.filter((id) => !there.has(id)).length,
    died: writers.filter(({ process: { exitCode, signalCode } }) => exitCode !== 0 && signalCode !== 'SIGKILL').length,
  };
}

/** `rounds` writers, each killed at some moment. */
export async function killWriters(file: string, rounds: number, random = Math.random): Promise<Outcome> {
  const writers: Writer[] = [];
  for (let round = 0; round < rounds; round++) {
    const writer = new Writer(file, `r${round}n`, 1000);
    writers.push(writer);
    await writer.started();
    await wait(random() * 30);
    writer.process.kill('SIGKILL');
    await writer.exit;
    letTimePass(file);
  }
  return outcomeOf(file, writers);
}

/** A writer is stopped with the lock in his hand, others take it over and go on, and then he wakes. */
export async function pauseWriter(file: string, count: number): Promise<Outcome & { paused: boolean }> {
  const sleeper = new Writer(file, 'sleeper', count);
  await sleeper.started();
  const paused = await sleeper.pauseWithLock(file);
  if (paused) letTimePass(file);
  const other = new Writer(file, 'other', count);
  await other.exit;
  sleeper.process.kill('SIGCONT');
  return { ...(await outcomeOf(file, [sleeper, other])), paused };
}

/** Writers that reach one file by several paths at once. */
export const writeAtOnce = (paths: readonly string[], count: number): Promise<Outcome> =>
  outcomeOf(
    paths[0]!,
    paths.map((path, index) => new Writer(path, `w${index}n`, count)),
  );
