// Builds what ships (dist/) and the tests (out/test/), with `--suites=NAME,…` only those of these suites. `--watch` rebuilds on
// change, `--production` minifies.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
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
  // else every literal with one becomes a call that makes the expression anew each time it is come to
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'cjs',
  logLevel: 'warning',
  charset: 'utf8',
  mainFields: ['module', 'main'],
};
/** The heavy half is loaded at run time, on first need, from a file of its own (see src/host/engine.ts); threads run it too. */
const engineApart = {
  name: 'engine-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(?:\.\.\/engine|\.\/nodeEngine)$/ }, () => ({ path: './engine.js', external: true })),
};
/** The tables that are written, by name. */
const tables = new Map();
/** The tables of what was learned and counted, once for all that runs on Node: dist/data. */
const tablesApart = {
  name: 'tables-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => {
      const source = join(resolveDir, path);
      if (!source.startsWith(join(root, 'src'))) return undefined;
      const name = `data/${basename(source)}`;
      const same = tables.get(name);
      if (same && same !== source) throw new Error(`${source} and ${same} are called alike.`);
      if (!same) {
        mkdirSync(join(root, 'dist/data'), { recursive: true });
        writeFileSync(join(root, 'dist', name), JSON.stringify(JSON.parse(readFileSync(source, 'utf8'))));
        if (!watch) tables.set(name, source);
      }
      return { path: `./${name}`, external: true };
    }),
};
const shipped = {
  ...common,
  entryPoints: [
    { in: 'src/nodeEngine.ts', out: 'engine' },
    ...['extension', 'indexWorker', 'readWorker', 'importing/importWorker', 'segmenter/segmenterProcess', 'cli'].map(
      (path) => ({ in: `src/${path}.ts`, out: path.replace(/.*\//u, '') }),
    ),
  ],
  entryNames: '[name]',
  outdir: 'dist',
  external: ['vscode', 'nodejieba', './readOriginal.js'],
  plugins: [engineApart, tablesApart],
  minify: production,
  sourcemap: production ? false : 'linked',
};
/** PDF.js asks what runs it, and does other things in each: it is to do the same everywhere, and to start nothing. */
const pdfAnywhere = {
  name: 'pdf-anywhere',
  setup: ({ onLoad }) =>
    onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf(\.worker)?\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = [
        // a character map of a damaged file may have one range of millions, where no font has more than this
        [/const MAX_MAP_RANGE = [^;]+;/u, 'const MAX_MAP_RANGE = 0xffff;'],
        [/const isNodeJS = [^;]+;/u, 'const isNodeJS = false;'],
        [/if \(typeof window === "undefined" && !isNodeJS && [^{]+\{/u, 'if (false) {'],
      ].reduce((text, [pattern, words]) => text.replace(pattern, words), source);
      const expected = path.includes('worker') ? 3 : 1;
      if (contents.split(/const isNodeJS = false;|if \(false\) \{|const MAX_MAP_RANGE = 0xffff;/u).length <= expected)
        throw new Error(`${path} is not the PDF.js that this was written for.`);
      return { contents, loader: 'js' };
    }),
};
/** What reads documents of other programs, with its libraries: one file for all hosts, loaded on first need. */
const importing = {
  ...common,
  entryPoints: ['src/importing/readOriginal.ts'],
  entryNames: '[name]',
  outdir: 'dist',
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  loader: { '.bcmap': 'binary' },
  inject: ['src/importing/domMatrix.ts'],
  plugins: [pdfAnywhere],
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
/** The thread of the index there. */
const webWorker = {
  ...web,
  entryPoints: ['src/store/indexWebWorker.ts'],
  format: 'iife',
};
/** What runs in the pages of webviews. */
const pages = {
  ...common,
  entryPoints: ['explore/webview/explore', 'importing/webview/importPreview'].flatMap((name) => [
    `src/features/${name}.ts`,
    `src/features/${name}.css`,
  ]),
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
    ...['test/cli', 'test/faults', 'test/attack'],
    ...['test/vscode', 'test/package', 'test/bench', 'test/benchVSCode'],
  ].flatMap(testFiles),
  outdir: 'out/test',
  outbase: 'test',
  external: ['vscode', 'mocha', 'nodejieba', '@vscode/l10n-dev', 'xmllint-wasm'],
  sourcemap: 'linked',
};

/** Many tests as one file: what they use is loaded, and its tables are made, once. */
const together = (name, files) => ({
  ...tests,
  entryPoints: undefined,
  stdin: { contents: files.map((file) => `import './${file.replaceAll('\\', '/')}';`).join('\n'), resolveDir: root },
  outdir: undefined,
  outbase: undefined,
  outfile: `out/test/${name}.test.js`,
});
const unitFiles = testFiles('test/unit')
  .filter((name) => name.endsWith('.test.ts'))
  .sort();
/** What takes longest, in seconds: the halves of the tests shall take equally long. Any other file takes about a tenth. */
const SECONDS = {
  'core/analyse': 4,
  'importing/readOriginal': 3.6,
  'importing/sameFindings': 3,
  'core/annotation/everyPassage': 2.5,
  'core/accuracy': 2,
  'core/annotation/anchoring/properties': 1.7,
  'core/annotation/oneReader': 1.4,
  'core/annotation/mergeSidecars': 1,
  'store/nodeIndexer': 1,
};
const secondsOf = (file) => SECONDS[relative('test/unit', file).replaceAll('\\', '/').replace('.test.ts', '')] ?? 0.1;
/** In two halves, to run at once. */
function halves(name, files) {
  const own = [[], []];
  const seconds = [0, 0];
  for (const file of files.toSorted((a, b) => secondsOf(b) - secondsOf(a))) {
    const half = seconds[0] <= seconds[1] ? 0 : 1;
    own[half].push(file);
    seconds[half] += secondsOf(file);
  }
  return own.map((part, half) => together(`${name}-${half + 1}`, part.sort()));
}
/** Of the suite `unit` what tries more things in the suite `faults`, see test/runs.ts. */
const randomFiles = unitFiles.filter((file) => /\b(?:runs|someOf)\(/u.test(readFileSync(join(root, file), 'utf8')));

const webTests = {
  ...web,
  entryPoints: ['test/web/index.ts'],
  outdir: 'out/test/web',
  minify: false,
  sourcemap: 'inline',
};

const ships = [shipped, importing, web, webWorker, pages].map((options) => ({ ...options, metafile: true }));
/** What each suite runs; those that are not here run what ships, or nothing that is built. */
const suites = {
  unit: halves('unit', unitFiles),
  faults: [tests, ...halves('random', randomFiles)],
  web: [webTests],
  cli: [tests],
  vscode: [tests],
  package: [tests],
};
const named = process.argv.find((argument) => argument.startsWith('--suites='))?.slice('--suites='.length);
const asked = production ? [] : (named?.split(',') ?? Object.keys(suites));
const all = [...new Set([...ships, ...asked.flatMap((name) => suites[name] ?? [])])];
if (watch) for (const options of all) await (await context({ ...options, logLevel: 'info' })).watch();
else {
  const built = await Promise.all(all.map(build));
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  writeFileSync(join(root, 'dist/ThirdPartyNotices.txt'), noticesOf(root, inputs));
  // what the test of the notices compares them with
  writeFileSync(join(root, 'dist/inputs.json'), JSON.stringify(inputs));
}
