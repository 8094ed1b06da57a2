import { analyze } from './cli/analyze';
import { annotate } from './cli/annotate';
import { check } from './cli/check';
import { type Command, WRONG_USAGE } from './cli/command';
import { exportPassages } from './cli/export';
import { importOriginals } from './cli/import';
import { ledger } from './cli/ledger';
import { merge } from './cli/merge';
import { endWhenUnwritten } from './cli/output';
import { query } from './cli/query';
import { slogans } from './cli/slogans';

const commands: Readonly<Record<string, Command>> = {
  analyze,
  check,
  annotate,
  export: exportPassages,
  merge,
  import: importOriginals,
  query,
  ledger,
  slogans,
};

async function main([name = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const status = await command?.run(args);
  if (status !== undefined) return status;
  const shown = command ? [command] : Object.values(commands);
  process.stderr.write(`usage: ${shown.map(({ usage }) => usage).join('\n\n       ')}\n`);
  return WRONG_USAGE;
}

endWhenUnwritten();
main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
