import { SIDECAR_SUFFIX } from '../annotation/annotation';

/** Of a file's name, in bytes of UTF-8, on the file systems that take the least. */
const LONGEST_NAME = 255;

/**
 * The names that the transcript of an original can have, the best first: `发布会.docx` becomes `发布会.txt`, and where
 * that is taken `发布会-2.txt` and so on. A name that would leave no room for a sidecar's is cut.
 */
export function* transcriptNames(original: string): Generator<string> {
  const base = original.replace(/\.[^.]{1,8}$/u, '') || original;
  const named = (end: string) => fitting(base, LONGEST_NAME - end.length - SIDECAR_SUFFIX.length) + end;
  yield named('.txt');
  for (let number = 2; number < 10_000; number++) yield named(`-${number}.txt`);
}

/** As much of the beginning of a name as takes no more than so many bytes, in whole characters. */
function fitting(name: string, limit: number): string {
  let end = 0;
  let bytes = 0;
  for (const character of name) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > limit) return name.slice(0, end).trimEnd();
    end += character.length;
  }
  return name;
}
