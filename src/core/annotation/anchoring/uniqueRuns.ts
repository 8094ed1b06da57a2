/** Long enough to be hardly ever met twice by chance, short enough to stand between two misread characters. */
const RUN = 12;
const MULTIPLIER = 0x01000193;
const REPEATED = -2;
const ABSENT = -1;

/**
 * The stretches that consist of runs of twelve codes each of which occurs exactly once in `old` and once in `now`,
 * sorted by `old`.
 */
export function uniqueRuns(old: Uint16Array, now: Uint16Array): { old: number; now: number; length: number }[] {
  const count = old.length - RUN + 1;
  if (count <= 0 || now.length < RUN) return [];
  let size = 2048;
  while (size < count * 2) size *= 2;
  const oldPlaces = new Int32Array(size).fill(ABSENT);
  const nowPlaces = new Int32Array(size).fill(ABSENT);
  // the first place of a run stays as what later ones are compared with, once it is known to be repeated
  const isRepeated = new Uint8Array(size);
  forEachRun(old, (at, hash) => {
    const slot = slotOf(oldPlaces, old, old, at, hash);
    if (oldPlaces[slot] === ABSENT) oldPlaces[slot] = at;
    else isRepeated[slot] = 1;
  });
  forEachRun(now, (at, hash) => {
    const slot = slotOf(oldPlaces, old, now, at, hash);
    if (oldPlaces[slot] === ABSENT) return;
    nowPlaces[slot] = nowPlaces[slot] === ABSENT ? at : REPEATED;
  });
  const pairs = new Int32Array(count).fill(ABSENT);
  for (let slot = 0; slot < size; slot++) {
    if (nowPlaces[slot]! >= 0 && !isRepeated[slot]) pairs[oldPlaces[slot]!] = nowPlaces[slot]!;
  }
  const runs: { old: number; now: number; length: number }[] = [];
  for (let at = 0; at < count; at++) {
    if (pairs[at] === ABSENT) continue;
    const last = runs.at(-1);
    if (last && last.old + last.length >= at && last.now - last.old === pairs[at]! - at)
      last.length = at + RUN - last.old;
    else runs.push({ old: at, now: pairs[at]!, length: RUN });
  }
  return runs;
}

function forEachRun(codes: Uint16Array, visit: (at: number, hash: number) => void): void {
  let leaving = 1;
  for (let step = 0; step < RUN; step++) leaving = Math.imul(leaving, MULTIPLIER);
  for (let at = 0, hash = 0; at < codes.length; at++) {
    hash = (Math.imul(hash, MULTIPLIER) + codes[at]! + 1) | 0;
    if (at >= RUN) hash = (hash - Math.imul(codes[at - RUN]! + 1, leaving)) | 0;
    if (at >= RUN - 1) visit(at - RUN + 1, hash);
  }
}

/** The slot of the run at `at` of `codes`: where it is kept, or the empty one where it would be. */
function slotOf(places: Int32Array, kept: Uint16Array, codes: Uint16Array, at: number, hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  for (let slot = (mixed ^ (mixed >>> 15)) & (places.length - 1); ; slot = (slot + 1) & (places.length - 1)) {
    const place = places[slot]!;
    if (place === ABSENT || sameRun(kept, place, codes, at)) return slot;
  }
}

function sameRun(a: Uint16Array, atA: number, b: Uint16Array, atB: number): boolean {
  for (let step = 0; step < RUN; step++) if (a[atA + step] !== b[atB + step]) return false;
  return true;
}
