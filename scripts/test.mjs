// npm test [-- SUITE...]: installs what is missing, builds, checks, runs the suites, ends with `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, ensurePackages, root } from './lib/ensure.mjs';
import { main, run, say } from './lib/run.mjs';

const node = (args, options) => run(process.execPath, args, { cwd: root, allowFailure: true, ...options });
const bin = (name) => join(root, 'node_modules', name);
const totals = { passed: 0, failed: 0 };

/** Runs mocha-like work that leaves its counts in a file; none, or no test run, is a failure. */
async function counted(name, work, shown = 'live') {
  const results = join(cacheFolder, `${name}.results.json`);
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(results, { force: true });
  const code = await work(results);
  const { passed = 0, failed = 0, report } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
  if (shown === 'afterwards' && report) process.stdout.write(`${report}\n`);
  totals.passed += passed;
  totals.failed += failed;
  if (failed === 0 && (code !== 0 || passed === 0)) {
    totals.failed++;
    say(passed === 0 ? `${name}: no test ran (exit code ${code})` : `${name}: exit code ${code}`);
  }
}

/** A check that passes or fails as a whole. */
async function check(name, work) {
  const code = await work();
  if (code === 0) totals.passed++;
  else {
    totals.failed++;
    say(`${name} failed`);
  }
}

const REPORTED = ['--reporter', 'scripts/lib/countingReporter.cjs'];

const mocha = (name, files, { timeout = 20_000, env = {}, shown } = {}) =>
  counted(
    name,
    (results) =>
      node([bin('mocha/bin/mocha.js'), ...REPORTED, '--timeout', String(timeout), ...files], {
        env: { ...process.env, ...env, TEST_RESULTS: results },
        quiet: shown === 'afterwards',
      }),
    shown,
  );

const suites = {
  types: () => check('types', () => node([bin('typescript/bin/tsc'), '--noEmit'])),
  lint: () => check('lint', () => node([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])),
  unit: () =>
    Promise.all([
      mocha('unit-1', ['out/test/unit-1.test.js']),
      mocha('unit-2', ['out/test/unit-2.test.js'], { shown: 'afterwards' }),
    ]),
  /** The headless commands, as they are built. */
  cli: () => mocha('cli', ['out/test/cli/**/*.test.js']),
  /** What crashes, is killed, or is huge; and what is tried at random, many times. */
  faults: () => {
    const options = { timeout: 120_000, env: { TEST_THOROUGH: '1' } };
    return Promise.all([
      mocha('faults', ['out/test/faults/**/*.test.js'], options),
      mocha('random-1', ['out/test/random-1.test.js'], { ...options, shown: 'afterwards' }),
      mocha('random-2', ['out/test/random-2.test.js'], { ...options, shown: 'afterwards' }),
    ]);
  },
  grammar: () =>
    check('grammar', () =>
      node([
        ...[bin('vscode-tmgrammar-test/dist/unit.js'), '--config', 'package.json'],
        ...['-g', 'syntaxes/policy-transcript.tmLanguage.json', 'test/grammar/*.transcript'],
      ]),
    ),
  vscode: async () => {
    const { testInVSCode } = await import('./lib/testInVSCode.mjs');
    await counted('vscode', (results) => testInVSCode({ results }), 'afterwards');
  },
  web: async () => {
    const { testInWeb } = await import('./lib/testInVSCode.mjs');
    await counted('web', (results) => testInWeb({ results }), 'afterwards');
  },
  ui: () => mocha('ui', ['test/ui/**/*.test.mjs'], { timeout: 120_000 }),
  package: async () => {
    const { testPackage } = await import('./lib/testInVSCode.mjs');
    await counted('package', (results) => testPackage({ results }), 'afterwards');
  },
};

await main(async () => {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !(name in suites));
  if (unknown) throw new Error(`There is no suite ${unknown}: ${Object.keys(suites).join(', ')}.`);
  await ensurePackages();
  say('building');
  const asked = named.length > 0 ? named : Object.keys(suites);
  await run(process.execPath, ['esbuild.mjs', `--suites=${asked.join(',')}`], { cwd: root });
  for (const name of asked) {
    say(name);
    try {
      await suites[name]();
    } catch (error) {
      totals.failed++;
      say(`${name}: ${error.message}`);
    }
  }
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
});
