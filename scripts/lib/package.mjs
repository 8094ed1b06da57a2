// The VSIX for this platform: the bundles, the manifest's files, and nodejieba's binary with its dictionaries.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from './ensure.mjs';
import { run } from './run.mjs';

export const platformTarget = `${process.platform}-${process.arch}`;

export async function packageExtension(outFolder = cacheFolder) {
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, quiet: true });
  const binary = join(root, 'node_modules/nodejieba/build/Release/nodejieba.node');
  if (!existsSync(binary)) {
    throw new Error('nodejieba has no binary: run `npm rebuild nodejieba` (it needs Python, make and a C++ compiler).');
  }
  const vsix = join(outFolder, `policy-transcripts-${platformTarget}.vsix`);
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [
    'package',
    '--target',
    platformTarget,
    '--out',
    vsix,
    '--skip-license',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ];
  await run(process.execPath, [vsce, ...args], { cwd: root, quiet: true });
  return vsix;
}
