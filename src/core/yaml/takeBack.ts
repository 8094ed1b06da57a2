import { finish, type Steps } from '../steps';
import { fingerprintSteps } from './fingerprint';

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

export const takeBack = <Operation>(
  before: string,
  after: string,
  otherwise: readonly Operation[],
): TakeBack<Operation> => finish(takeBackSteps(before, after, otherwise));

export function* takeBackSteps<Operation>(
  before: string,
  after: string,
  otherwise: readonly Operation[],
): Steps<TakeBack<Operation>> {
  const shorter = Math.min(before.length, after.length);
  const from = lengthInCommon(shorter, (start, end) => before.slice(start, end) === after.slice(start, end));
  yield;
  const [oldEnd, newEnd] = [before.length, after.length];
  const tail = lengthInCommon(
    shorter - from,
    (start, end) => before.slice(oldEnd - end, oldEnd - start) === after.slice(newEnd - end, newEnd - start),
  );
  yield;
  const patch = {
    fingerprint: yield* fingerprintSteps(after),
    ...{ from, to: newEnd - tail, text: before.slice(from, oldEnd - tail) },
  };
  return { kind: 'takeBack', patch, otherwise };
}

const BLOCK = 4096;

/** How far two texts go together, at most `limit` characters: by blocks, since those compare fast, then within one. */
function lengthInCommon(limit: number, isSame: (start: number, end: number) => boolean): number {
  let length = 0;
  for (let step = BLOCK; step >= 1; step /= 8) {
    while (length + step <= limit && isSame(length, length + step)) length += step;
  }
  return length;
}

/** The text as it was, undefined where it is not the one that the change left. */
export const takenBack = (now: string, operation: TakeBack<unknown>): string | undefined =>
  finish(takenBackSteps(now, operation));

export function* takenBackSteps(now: string, { patch }: TakeBack<unknown>): Steps<string | undefined> {
  if ((yield* fingerprintSteps(now)) !== patch.fingerprint) return undefined;
  return now.slice(0, patch.from) + patch.text + now.slice(patch.to);
}
