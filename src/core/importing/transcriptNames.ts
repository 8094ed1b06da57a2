/**
 * The names that the transcript of an original can have, the best first: `发布会.docx` becomes `发布会.txt`, and where
 * that is taken `发布会-2.txt` and so on.
 */
export function* transcriptNames(original: string): Generator<string> {
  const base = original.replace(/\.[^.]{1,8}$/u, '') || original;
  yield `${base}.txt`;
  for (let number = 2; number < 10_000; number++) yield `${base}-${number}.txt`;
}
