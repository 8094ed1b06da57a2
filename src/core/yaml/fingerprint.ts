import { sha1 } from '@noble/hashes/legacy.js';
import { finish, type Steps } from '../steps';

/** Tells texts apart that are not the same to the byte. */
export const fingerprint = (text: string): string => finish(fingerprintSteps(text));

const PIECE = 1 << 16;

export function* fingerprintSteps(text: string): Steps<string> {
  const bytes = new TextEncoder().encode(text);
  const hash = sha1.create();
  for (let at = 0; at < bytes.length; at += PIECE) {
    hash.update(bytes.subarray(at, at + PIECE));
    yield;
  }
  return `${text.length} ${hash.digest().join(' ')}`;
}
