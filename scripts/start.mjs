// npm start [-- [FOLDER] [--port N] [--desktop]]: a real VS Code with the extension and the samples open.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, ensureBuilt, ensurePackages, root } from './lib/ensure.mjs';
import { ensureHost, freePort, installExtension, QUIET, serve, writeSettings } from './lib/host.mjs';
import { packageExtension, packageFolder } from './lib/package.mjs';
import { main, run, say } from './lib/run.mjs';

const USAGE = 'usage: npm start [-- [FOLDER] [--port N] [--desktop]]';

await main(async () => {
  const { values, positionals } = readArguments();
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? join(root, 'samples'));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}. ${USAGE}`);
  await ensurePackages();
  if (values.desktop) {
    await ensureBuilt();
    say('opening the desktop VS Code');
    return run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder]).catch((error) => {
      throw new Error(
        `The command \`code\` is needed for --desktop: install VS Code and add it to the PATH. ${error.message}`,
      );
    });
  }
  await ensureHost();
  const dataFolder = join(cacheFolder, 'start');
  say('building the extension');
  const { vsix } = await packageExtension();
  say(`installing ${basename(vsix)} into VS Code`);
  rmSync(join(dataFolder, 'extensions'), { recursive: true, force: true });
  await installExtension(vsix, dataFolder);
  const first = join(cacheFolder, 'start.vsix');
  await packageFolder(join(root, 'scripts/start'), first);
  await installExtension(first, dataFolder);
  if (!existsSync(join(dataFolder, 'data/User/settings.json'))) writeSettings(dataFolder, QUIET);

  const port = values.port === undefined ? await freePort() : Number(values.port);
  const server = await serve({ port, dataFolder });
  const stop = async () => {
    await server.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  process.stdout.write(
    `\nPolicy Transcripts ${version} is running. Open\n\n  ${server.address}/?folder=${encodeURI(folder)}\n\nCtrl+C ends it.\n`,
  );
  await server.exited;
  throw new Error('VS Code ended by itself.');
});

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string' }, desktop: { type: 'boolean' } },
    });
    const { port } = parsed.values;
    if (port !== undefined && !(Number(port) > 0 && Number(port) < 65536))
      throw new Error(`--port needs a number, not ${port}.`);
    if (parsed.positionals.length > 1) throw new Error('One folder at a time.');
    return parsed;
  } catch (error) {
    throw new Error(`${error.message} ${USAGE}`);
  }
}
