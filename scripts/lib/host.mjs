// The real VS Code that `npm start` and the tests use: the server and web workbench inside the npm package code-server.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cacheFolder, hostKey, once, root } from './ensure.mjs';
import { run, say } from './run.mjs';

const hostFolder = join(cacheFolder, 'host');
const modules = join(hostFolder, 'node_modules');
const vscodeFolder = join(modules, 'code-server', 'lib', 'vscode');
const hostNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export async function ensureHost() {
  await once('host', hostKey(), async () => {
    say('installing VS Code (server and web workbench, from npm; about 30 s)');
    mkdirSync(hostFolder, { recursive: true });
    cpSync(join(root, 'test/host'), hostFolder, { recursive: true });
    const npm = (cwd, ...args) =>
      run('npm', [...args, '--ignore-scripts', '--no-fund', '--no-audit'], { cwd, quiet: true });
    await npm(hostFolder, 'ci');
    await npm(vscodeFolder, 'install', '--omit=dev');
    await npm(join(vscodeFolder, 'extensions'), 'install', '--omit=dev');
    // last: any further install with --ignore-scripts would remove the binary that this script fetches
    await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(modules, 'node'), quiet: true });
  });
  if (!existsSync(hostNode))
    throw new Error(`The Node that runs VS Code is missing: delete ${cacheFolder} and try again.`);
}

const serverMain = join(vscodeFolder, 'out', 'server-main.js');

export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Settings of a window in which nothing asks and nothing advertises. */
export const QUIET = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Sets the user's settings of the server that keeps its data in `dataFolder`. */
export function writeSettings(dataFolder, settings) {
  mkdirSync(join(dataFolder, 'data/User'), { recursive: true });
  writeFileSync(join(dataFolder, 'data/User/settings.json'), JSON.stringify(settings));
}

/** Installs a VSIX into the server that keeps its data in `dataFolder`. */
export async function installExtension(vsix, dataFolder) {
  await run(
    hostNode,
    [
      serverMain,
      '--accept-server-license-terms',
      '--server-data-dir',
      dataFolder,
      '--install-extension',
      vsix,
      '--force',
    ],
    { quiet: true },
  );
}

/**
 * Serves VS Code on 127.0.0.1 and resolves once it answers. `stop()` ends it and everything that it started.
 * `smokeTest` lets a page run a test module inside (the payload in its address is ignored without it).
 */
export async function serve({ port, dataFolder, smokeTest = false, env = {} }) {
  const child = spawn(
    hostNode,
    [
      serverMain,
      ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', dataFolder],
      ...['--without-connection-token', '--accept-server-license-terms', '--disable-telemetry'],
      ...(smokeTest ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', env: { ...process.env, ...env } },
  );
  let log = '';
  const keep = (data) => {
    log = (log + data).slice(-8000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let ended = false;
  const exited = new Promise((resolve) => {
    child.on('exit', () => {
      ended = true;
      resolve();
    });
  });
  const stop = async () => {
    if (ended) return;
    try {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGTERM');
    } catch {}
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 3000))]);
    try {
      if (!ended && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    } catch {}
  };
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300; attempt++) {
    if (ended)
      throw new Error(`VS Code ended while it started. Is port ${port} taken? Choose another with --port.\n${log}`);
    if (
      await fetch(address).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { address, stop, exited };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`VS Code did not answer on ${address} within 30 s.\n${log}`);
}
