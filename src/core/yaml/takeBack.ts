import { fingerprint } from './fingerprint';

/** What made one text of another, the other way round. */
interface Patch {
  /** Of the text that the change left: only on that can it be taken back to the same bytes. */
  readonly fingerprint: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Takes back what was done, to the same bytes while nothing else in the file has changed; else by `otherwise`, which
 * is about the entries that were changed.
 */
export interface TakeBack<Operation> {
  readonly kind: 'takeBack';
  readonly patch: Patch;
  readonly otherwise: readonly Operation[];
}

export function takeBack<Operation>(
  before: string,
  after: string,
  otherwise: readonly Operation[],
): TakeBack<Operation> {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const patch = {
    fingerprint: fingerprint(after),
    ...{ from, to: after.length - tail, text: before.slice(from, before.length - tail) },
  };
  return { kind: 'takeBack', patch, otherwise };
}

/** The text as it was, undefined where it is not the one that the change left. */
export function takenBack(now: string, { patch }: TakeBack<unknown>): string | undefined {
  if (fingerprint(now) !== patch.fingerprint) return undefined;
  return now.slice(0, patch.from) + patch.text + now.slice(patch.to);
}
