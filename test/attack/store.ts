// The store under processes that are killed, stopped, many, or come by links.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWriters, type Outcome, pauseWriter, writeAtOnce } from '../faults/store/writers';

export const name = 'store';

export async function run({ seconds, seed }: { seconds: number; seed: number }): Promise<object[]> {
  const until = Date.now() + seconds * 1000;
  const random = generator(seed);
  const folder = mkdtempSync(join(tmpdir(), 'attack-store-'));
  const rows = new Map<string, Outcome & { attack: string; rounds: number }>();
  const count = (attack: string, { saved, refused, lost, died }: Outcome) => {
    const row = rows.get(attack) ?? { attack, rounds: 0, saved: 0, refused: 0, lost: 0, died: 0 };
    row.rounds++;
    row.saved += saved;
    row.refused += refused;
    row.lost += lost;
    row.died += died;
    rows.set(attack, row);
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
  return [...rows.values()];
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
