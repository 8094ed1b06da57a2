import { readFile } from 'node:fs/promises';
import { analyse } from './core/analyse';
import { decode } from './core/text/decode';
import { normaliseText } from './core/text/normalise';

const USAGE = `usage: analyze FILE...
  prints one JSON object per file: { path, isTranscript, turns, questions, slogans, claims }
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`;

async function main([command, ...args]: string[]): Promise<number> {
  if (command !== 'analyze' || args.length === 0 || args.some((arg) => arg.startsWith('-'))) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  let status = 0;
  for (const path of args) {
    try {
      const analysis = analyse(normaliseText(decode(await readFile(path))));
      process.stdout.write(`${JSON.stringify({ path, ...analysis })}\n`);
    } catch (error) {
      status = 1;
      process.stderr.write(`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return status;
}

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
