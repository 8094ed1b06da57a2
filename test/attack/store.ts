// The store under processes that are killed, stopped, many, or come by links.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWriters, type Outcome, pauseWriter, writeAtOnce } from '../faults/store/writers';
import { type AttackOptions, type Counter, Counters } from './attack';

export const name = 'store';

export async function run({ seconds, seed }: AttackOptions): Promise<readonly Counter[]> {
  const until = Date.now() + seconds * 1000;
  const random = generator(seed);
  const folder = mkdtempSync(join(tmpdir(), 'attack-store-'));
  const counters = new Counters();
  const count = (attack: string, outcome: Outcome) => {
    counters.add(`${attack}: saved`, outcome.saved);
    counters.add(`${attack}: refused`, outcome.refused);
    counters.fault(`${attack}: lost`, () => outcome, outcome.lost);
    counters.fault(`${attack}: died`, () => outcome, outcome.died);
  };
  try {
    for (let round = 0; round === 0 || Date.now() < until; round++) {
      const path = (what: string) => join(folder, `${what}${round}.txt.annotations.yaml`);
      count('killed writers', await killWriters(path('killed'), 10, random));
      const { paused, ...outcome } = await pauseWriter(path('paused'), 10);
      count(paused ? 'paused with the lock' : 'paused without the lock', outcome);
      count('eight writers', await writeAtOnce(Array(8).fill(path('crowd')), 10));
      writeFileSync(path('target'), '');
      symlinkSync(path('target'), path('link'));
      mkdirSync(join(folder, `by${round}`));
      symlinkSync(folder, join(folder, `by${round}`, 'folder'));
      const byFolder = join(folder, `by${round}`, 'folder', `link${round}.txt.annotations.yaml`);
      count('links and target', await writeAtOnce([path('target'), path('link'), byFolder], 10));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return counters.rows();
}

/** Mulberry32: the moments of killing come again with the seed, as far as the machine lets them. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
