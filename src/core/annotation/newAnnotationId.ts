/** Letters and digits that cannot be mistaken for one another when read aloud or typed. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** Eight random characters, beginning with a letter so that YAML never reads an id as a number. */
export function newAnnotationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte, index) => {
    const letters = index === 0 ? ALPHABET.slice(8) : ALPHABET;
    return letters[byte % letters.length];
  }).join('');
}
