export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Decodes a transcript's bytes. Total: what does not fit the encoding comes out as replacement characters, as editors
 * show it.
 */
export const decode = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** The text of bytes that are UTF-8 throughout, with its BOM where it has one; else undefined. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * What bytes are written in: UTF-8 with or without BOM, UTF-16 with or without, else GB18030, which every GBK and GB2312
 * file is too. UTF-8 with a few stray bytes, or cut off in the middle of a character, stays UTF-8.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16WithoutBom(bytes) ?? (isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030');
}

/**
 * Counts sequences of three or four bytes, as Chinese has them: in GB18030 one that looks like it comes once in a hundred
 * characters, while those of two come often.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at]!);
    let end = at + 1;
    while (end < at + length && (bytes[end]! & 0xc0) === 0x80) end++;
    if (end !== at + length) bad++;
    else if (length > 2) good++;
    at = end;
  }
  return bad === 0 || good > bad;
}

/** How many bytes a character has that begins with `lead`; 0 where none does. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** No other text has bytes that are zero; that nearly all of a sample is ASCII or Han tells the order. */
function utf16WithoutBom(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4096);
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = new TextDecoder(encoding).decode(sample);
    const known = text.match(/[\t\n\r\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu)?.length ?? 0;
    if (known > text.length * 0.9) return encoding;
  }
  return undefined;
}
