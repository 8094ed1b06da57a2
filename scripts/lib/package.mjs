// VSIX packages: the bundles, the manifest's files, and nodejieba's binary with its dictionaries where there is one.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, root } from './ensure.mjs';
import { run } from './run.mjs';

export const platformTarget = `${process.platform}-${process.arch}`;

/** The platforms that VS Code knows. `web` runs in browsers, where there is no Node. */
const TARGETS = [
  ...['win32-x64', 'win32-arm64', 'linux-x64', 'linux-arm64', 'linux-armhf', 'alpine-x64', 'alpine-arm64'],
  ...['darwin-x64', 'darwin-arm64', 'web'],
];
const BINARY = join(root, 'node_modules/nodejieba/build/Release/nodejieba.node');

/**
 * Packages for `target`. nodejieba's binary is that of this machine for its own platform, else the file `binary`, which
 * was built on a machine of that platform; without one the package goes without nodejieba and finds words by what the
 * runtime knows. Resolves with the path of the VSIX and whether nodejieba is in it.
 */
export async function packageExtension({ outFolder = cacheFolder, target = platformTarget, binary } = {}) {
  if (!TARGETS.includes(target)) throw new Error(`There is no platform ${target}: ${TARGETS.join(', ')}.`);
  if (target === 'web' && binary) throw new Error('Browsers load no binaries: leave --binary out.');
  if (binary && !existsSync(binary)) throw new Error(`There is no file ${binary}.`);
  const own = binary ?? (target === platformTarget ? BINARY : undefined);
  if (own === BINARY && !existsSync(BINARY)) {
    throw new Error('nodejieba has no binary: run `npm rebuild nodejieba` (it needs Python, make and a C++ compiler).');
  }
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, quiet: true });
  const vsix = join(outFolder, `policy-transcripts-${target}.vsix`);
  const work = mkdtempSync(join(tmpdir(), 'policy-transcripts-package-'));
  const restore = own && own !== BINARY ? replaceBinary(own, work) : () => {};
  try {
    const ignore = join(work, 'vscodeignore');
    writeFileSync(ignore, shippedFiles(own !== undefined));
    const args = ['package', '--target', target, '--out', vsix, '--ignoreFile', ignore];
    const leniency = ['--skip-license', '--allow-missing-repository', '--no-rewrite-relative-links'];
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    await run(process.execPath, [vsce, ...args, ...leniency], { cwd: root, quiet: true });
  } finally {
    restore();
    rmSync(work, { recursive: true, force: true });
  }
  return { vsix, hasJieba: own !== undefined };
}

/** Packages an extension that is nothing but the files of `folder`. */
export async function packageFolder(folder, vsix) {
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const args = ['package', '--out', vsix, '--skip-license', '--allow-missing-repository', '--no-dependencies'];
  await run(process.execPath, [vsce, ...args], { cwd: folder, quiet: true });
}

/** The patterns of .vscodeignore, without those for nodejieba where the package goes without it. */
const shippedFiles = (hasJieba) =>
  readFileSync(join(root, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => hasJieba || !line.startsWith('!node_modules/'))
    .join('\n');

/** Puts `binary` in the place of this machine's own; the result puts that back. */
function replaceBinary(binary, work) {
  const kept = join(work, 'nodejieba.node');
  const had = existsSync(BINARY);
  if (had) copyFileSync(BINARY, kept);
  copyFileSync(binary, BINARY);
  return () => {
    if (had) copyFileSync(kept, BINARY);
    else rmSync(BINARY);
  };
}
