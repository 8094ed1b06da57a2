import { once } from 'node:events';

/** Exit code of a program that nobody reads any more, as shells give it for SIGPIPE. */
const NOBODY_READS = 141;

/**
 * `… | head` closes its end: then the program ends too, and says nothing. It ends as well where its output cannot be
 * written, on a full disk for instance, and says so.
 */
export function endWhenUnwritten(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(NOBODY_READS);
      if (stream === process.stdout) complain('standard output', `cannot be written: ${error.message}`);
      process.exit(1);
    });
  }
}

/** Writes to standard output, and waits until whoever reads it keeps pace. */
export async function print(words: string): Promise<void> {
  if (!process.stdout.write(words)) await once(process.stdout, 'drain');
}

/** One line to standard error. */
export const complain = (place: string, words: string): void => {
  process.stderr.write(`${place}: ${words.replace(/\s*\n\s*/gu, ' ')}\n`);
};
