import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { type Command, reasonOf } from './command';
import { readTranscriptFile } from './transcriptFiles';

export const analyze: Command = {
  usage: `analyze FILE...
  prints one JSON object per file: { path, isTranscript, turns, questions, slogans, claims }, with the date and the
  corrections of the sidecar next to it, if there is one
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`,
  async run(args) {
    if (args.length === 0 || args.some((arg) => arg.startsWith('-'))) return undefined;
    let status = 0;
    for (const path of args) {
      try {
        const { analysis, sidecar } = await readTranscriptFile(path);
        process.stdout.write(`${JSON.stringify({ path, ...analysis })}\n`);
        if (sidecar?.writable === false) {
          const { code, line } = sidecar.problems[0]!;
          status = 1;
          process.stderr.write(`${path}${SIDECAR_SUFFIX}: its corrections are left out: ${code} in line ${line + 1}\n`);
        }
      } catch (error) {
        status = 1;
        process.stderr.write(`${path}: cannot be read: ${reasonOf(error)}\n`);
      }
    }
    return status;
  },
};
