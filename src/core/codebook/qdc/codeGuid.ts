import { sha1 } from '@noble/hashes/legacy.js';

/** Drawn once; the namespace (RFC 9562, 5.5) of the tags of all codebooks. */
const TAGS = '6f1d6c3e-5d7b-4a52-9a0e-2b1f0c8a4d37';

/** The UUID (version 5, RFC 9562) of a tag: the same for the same path, so that exporting twice changes nothing. */
export function codeGuid(path: string): string {
  const namespace = Uint8Array.from(TAGS.replaceAll('-', '').match(/../gu)!, (pair) => Number.parseInt(pair, 16));
  const bytes = sha1(Uint8Array.from([...namespace, ...new TextEncoder().encode(path)])).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}
