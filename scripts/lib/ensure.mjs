// What every script needs first: the project's packages installed, the bundles built. Node built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, say } from './run.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** Everything that is downloaded for running and testing, and nothing else. */
export const cacheFolder = join(root, '.vscode-test');

const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
};

/** Runs `work` unless it has already succeeded for the same input; `stamp` names the work. */
export async function once(stamp, key, work) {
  const file = join(cacheFolder, `${stamp}.stamp`);
  if (existsSync(file) && readFileSync(file, 'utf8') === key) return;
  rmSync(file, { force: true });
  await work();
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(file, key);
}

export async function ensurePackages() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20)
    throw new Error(`Node 20 or newer is needed, this is ${process.version}: get it from https://nodejs.org`);
  const modules = join(root, 'node_modules');
  const key = `${hashOf(join(root, 'package.json'), join(root, 'package-lock.json'))} ${process.version}`;
  if (!existsSync(modules)) rmSync(join(cacheFolder, 'packages.stamp'), { force: true });
  await once('packages', key, async () => {
    say('installing npm packages');
    await run('npm', ['ci', '--no-fund', '--no-audit'], { cwd: root, quiet: true });
  });
}

/** Builds `dist/` where it is missing or older than what it is made from. */
export async function ensureBuilt() {
  await ensurePackages();
  const built = join(root, 'dist', 'cli.js');
  const sources = [join(root, 'src'), join(root, 'esbuild.mjs'), join(root, 'package-lock.json')];
  if (existsSync(built) && statSync(built).mtimeMs >= newest(sources)) return;
  await run(process.execPath, ['esbuild.mjs'], { cwd: root, quiet: true });
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stats = statSync(path);
    latest = Math.max(latest, stats.mtimeMs);
    if (stats.isDirectory()) latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}

/** The files of test/host, whose content decides whether the test host is up to date. */
export const hostKey = () => hashOf(join(root, 'test/host/package.json'), join(root, 'test/host/package-lock.json'));
