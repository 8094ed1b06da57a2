import { decode } from '../core/text/decode';
import { normaliseText } from '../core/text/normalise';

/** How often the commonest characters of Chinese must come for a text to be taken for Chinese, in a hundred. */
const COMMON = /[的是在有和了不我们們这這国國人中大年一为為上会會对對发發]/gu;

/** The text of bytes of any encoding that Chinese texts come in: UTF-8, UTF-16 with BOM or without, GB18030, Big5. */
export function decodeOriginal(bytes: Uint8Array): string {
  return normaliseText(guess(bytes));
}

function guess(bytes: Uint8Array): string {
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isMarked) return decode(bytes);
  const bare = utf16WithoutMark(bytes);
  if (bare) return new TextDecoder(bare).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return likelier(strict(bytes, 'gb18030'), strict(bytes, 'big5')) ?? decode(bytes);
  }
}

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Of two readings the one with more of the commonest characters. */
function likelier(first: string | undefined, second: string | undefined): string | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const common = (text: string) => (text.slice(0, 100_000).match(COMMON) ?? []).length;
  return common(second) > common(first) ? second : first;
}

/** Every other byte of Latin letters and line breaks is null; of Chinese, it is one of few. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 8 || bytes.length % 2 !== 0) return undefined;
  const head = bytes.subarray(0, 4000);
  let [even, odd] = [0, 0];
  for (let index = 0; index + 1 < head.length; index += 2) {
    if (head[index] === 0) even++;
    if (head[index + 1] === 0) odd++;
  }
  if (even + odd === 0) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(head);
  return (text.match(COMMON) ?? []).length > text.length * 0.03 ? encoding : undefined;
}
