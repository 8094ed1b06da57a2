// npm run package [-- --target PLATFORM [--binary FILE]]: builds policy-transcripts-PLATFORM.vsix in the project's folder.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, root } from './lib/ensure.mjs';
import { packageExtension } from './lib/package.mjs';
import { main } from './lib/run.mjs';

const USAGE = 'usage: npm run package [-- --target PLATFORM [--binary FILE]]';

await main(async () => {
  const { target, binary } = readArguments();
  await ensurePackages();
  const { vsix, hasJieba } = await packageExtension({
    outFolder: root,
    ...(target ? { target } : {}),
    ...(binary ? { binary: resolve(process.env.INIT_CWD ?? process.cwd(), binary) } : {}),
  });
  process.stdout.write(`${vsix} (${(statSync(vsix).size / 1e6).toFixed(1)} MB)\n`);
  if (!hasJieba) {
    process.stdout.write(
      target === 'web'
        ? 'For browsers, which find words by what they know themselves.\n'
        : `Without nodejieba, whose binary for ${target} is built on such a machine only: words are found by what the runtime\nknows, and the extension says so. To include it, pass its build/Release/nodejieba.node as --binary FILE.\n`,
    );
  }
});

function readArguments() {
  try {
    return parseArgs({ options: { target: { type: 'string' }, binary: { type: 'string' } } }).values;
  } catch (error) {
    throw new Error(`${error.message} ${USAGE}`);
  }
}
