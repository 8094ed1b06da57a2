// Builds what ships (dist/) and the tests (out/test/). `--watch` rebuilds on change, `--production` minifies.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { noticesOf } from './scripts/lib/notices.mjs';

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
/** The heavy half is loaded at run time, on first need, from a file of its own (see src/host/engine.ts). */
const engineApart = {
  name: 'engine-apart',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\.\/engine$/ }, () => ({ path: './engine.js', external: true })),
};
const shipped = {
  ...common,
  entryPoints: [
    'src/extension.ts',
    'src/engine.ts',
    'src/store/indexWorker.ts',
    'src/segmenter/segmenterProcess.ts',
    'src/cli.ts',
  ],
  entryNames: '[name]',
  outdir: 'dist',
  external: ['vscode', 'nodejieba'],
  plugins: [engineApart],
  minify: production,
  sourcemap: production ? false : 'linked',
};
/** The extension for hosts in browsers: one file. */
const web = {
  ...common,
  entryPoints: ['src/extension.web.ts'],
  entryNames: '[name]',
  outdir: 'dist',
  external: ['vscode'],
  platform: 'browser',
  target: 'es2023',
  mainFields: ['browser', 'module', 'main'],
  minify: production,
  sourcemap: production ? false : 'linked',
};
/** What runs in the pages of webviews. */
const pages = {
  ...common,
  entryPoints: ['src/features/claimsTable/webview/claimsTable.ts', 'src/features/claimsTable/webview/claimsTable.css'],
  entryNames: '[name]',
  outdir: 'dist',
  platform: 'browser',
  target: 'es2023',
  format: 'iife',
  minify: production,
};
const tests = {
  ...common,
  entryPoints: [
    ...['test/unit', 'test/cli', 'test/faults', 'test/attack'],
    ...['test/vscode', 'test/package', 'test/bench', 'test/benchVSCode'],
  ].flatMap(testFiles),
  outdir: 'out/test',
  outbase: 'test',
  external: ['vscode', 'mocha', 'nodejieba', '@vscode/l10n-dev', 'xmllint-wasm'],
  sourcemap: 'linked',
};

const webTests = {
  ...web,
  entryPoints: ['test/web/index.ts'],
  outdir: 'out/test/web',
  minify: false,
  sourcemap: 'inline',
};

const ships = [shipped, web, pages].map((options) => ({ ...options, metafile: true }));
const inputs = [];
for (const options of production ? ships : [...ships, tests, webTests]) {
  if (watch) await (await context({ ...options, logLevel: 'info' })).watch();
  else inputs.push(...Object.keys((await build(options)).metafile?.inputs ?? {}));
}
if (!watch) {
  writeFileSync(join(root, 'dist/ThirdPartyNotices.txt'), noticesOf(root, inputs));
  // what the test of the notices compares them with
  writeFileSync(join(root, 'dist/inputs.json'), JSON.stringify(inputs));
}
