/** Letters and digits that cannot be mistaken for one another when read aloud or typed. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** Eight random characters. */
export const newAnnotationId = (): string => idOfBytes(crypto.getRandomValues(new Uint8Array(8)));

/** A character for each byte, beginning with a letter so that YAML never reads an id as a number. */
const idOfBytes = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte, index) => {
    const letters = index === 0 ? ALPHABET.slice(8) : ALPHABET;
    return letters[byte % letters.length];
  }).join('');

/** An id that depends on nothing but `content`, so that two people who merge the same files get the same. */
export function idOfContent(content: string): string {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  // FNV-1a over the code units, forwards and backwards: 64 bits without big numbers
  let forwards = 0x811c9dc5;
  let backwards = 0x811c9dc5;
  for (let at = 0; at < content.length; at++) {
    forwards = Math.imul(forwards ^ content.charCodeAt(at), 0x01000193);
    backwards = Math.imul(backwards ^ content.charCodeAt(content.length - 1 - at), 0x01000193);
  }
  view.setInt32(0, forwards ^ (forwards >>> 15));
  view.setInt32(4, backwards ^ (backwards >>> 15));
  return idOfBytes(bytes);
}
