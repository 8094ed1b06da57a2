import { readFile } from 'node:fs/promises';
import { analyse } from '../core/analyse';
import { decode } from '../core/text/decode';
import { normaliseText } from '../core/text/normalise';
import { type Command, reasonOf } from './command';

export const analyze: Command = {
  usage: `analyze FILE...
  prints one JSON object per file: { path, isTranscript, turns, questions, slogans, claims }
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`,
  async run(args) {
    if (args.length === 0 || args.some((arg) => arg.startsWith('-'))) return undefined;
    let status = 0;
    for (const path of args) {
      try {
        const analysis = analyse(normaliseText(decode(await readFile(path))));
        process.stdout.write(`${JSON.stringify({ path, ...analysis })}\n`);
      } catch (error) {
        status = 1;
        process.stderr.write(`${path}: cannot be read: ${reasonOf(error)}\n`);
      }
    }
    return status;
  },
};
