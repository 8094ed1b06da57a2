import { decode } from '../core/text/decode';

/** The text of a page: in the encoding that its first letters declare, else in one that its bytes can be. */
export function decodeHtml(bytes: Uint8Array, declared?: string): string {
  const isMarked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = declared ?? /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1];
  if (!isMarked && label && !/^utf-?8$/iu.test(label)) {
    try {
      return new TextDecoder(/^gb(?:2312|k)$/iu.test(label) ? 'gb18030' : label, { fatal: true }).decode(bytes);
    } catch {
      // unknown, or not what the bytes are
    }
  }
  return decode(bytes);
}
