import { ANNOTATE_USAGE, annotate } from './cli/annotate';
import { EXPORT_USAGE, exportPassages } from './cli/export';
import { MERGE_USAGE, merge } from './cli/merge';
import { readTranscriptFile } from './cli/transcriptFiles';
import { SIDECAR_SUFFIX } from './core/annotation/annotation';

const ANALYZE_USAGE = `usage: analyze FILE...
  prints one JSON object per file: { path, isTranscript, turns, questions, slogans, claims }, with the date and the
  corrections of the sidecar next to it, if there is one
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`;

/** Each takes its arguments and returns its exit status. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  analyze,
  annotate,
  export: exportPassages,
  merge,
};

async function analyze(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.some((arg) => arg.startsWith('-'))) {
    process.stderr.write(`${ANALYZE_USAGE}\n`);
    return 2;
  }
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
      process.stderr.write(`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return status;
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(args);
  process.stderr.write(`${[ANALYZE_USAGE, ANNOTATE_USAGE, EXPORT_USAGE, MERGE_USAGE].join('\n')}\n`);
  return 2;
}

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
