// Builds what ships (dist/) and the tests (out/test/). `--watch` rebuilds on change, `--production` minifies.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const root = fileURLToPath(new URL('.', import.meta.url));
const testFiles = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
  charset: 'utf8',
  mainFields: ['module', 'main'],
};
const shipped = {
  ...common,
  entryPoints: ['src/extension.ts', 'src/cli.ts'],
  outdir: 'dist',
  external: ['vscode', 'nodejieba'],
  minify: production,
  sourcemap: production ? false : 'linked',
};
const tests = {
  ...common,
  entryPoints: ['test/unit', 'test/vscode', 'test/package', 'test/bench'].flatMap(testFiles),
  outdir: 'out/test',
  outbase: 'test',
  external: ['vscode', 'mocha', 'nodejieba', '@vscode/l10n-dev'],
  sourcemap: 'inline',
};

for (const options of production ? [shipped] : [shipped, tests]) {
  if (watch) await (await context({ ...options, logLevel: 'info' })).watch();
  else await build(options);
}
