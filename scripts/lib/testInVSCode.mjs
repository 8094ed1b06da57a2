// Runs test modules inside the extension host of the real VS Code, driven by a headless browser.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { cacheFolder, root } from './ensure.mjs';
import { ensureHost, freePort, installExtension, serve, writeSettings } from './host.mjs';
import { packageExtension } from './package.mjs';
import { say } from './run.mjs';

const LIMIT_MS = 180_000;

/**
 * Opens VS Code on a fresh copy of the test workspace and resolves with the exit code of the module at `tests`. Meanwhile
 * `beside` can see the page, which the module cannot.
 */
async function runInside({ results, tests, development, dataFolder, web = false, beside = async () => {} }) {
  await ensureHost();
  const workspace = mkdtempSync(join(tmpdir(), 'policy-transcripts-'));
  cpSync(join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
  writeSettings(dataFolder, {
    'security.workspace.trust.enabled': false,
    // VS Code in a browser does not heed `extensionDevelopmentKind`; a user can choose the host by this setting
    ...(web ? { 'remote.extensionKind': { 'policy-transcripts.policy-transcripts': ['web'] } } : {}),
  });
  const port = await freePort();
  const server = await serve({
    port,
    dataFolder,
    smokeTest: true,
    env: { TEST_RESULTS: results, TEST_WORKSPACE: workspace, NODE_PATH: join(root, 'node_modules') },
  });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
    const payload = [
      ...(development ? [['extensionDevelopmentPath', remote(root)]] : []),
      ['extensionTestsPath', remote(join(root, tests))],
      ['skipWelcome', 'true'],
    ];
    if (!development) payload.unshift(['extensionDevelopmentPath', remote(join(root, 'test/host'))]);
    const exit = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationLog', (type, args) => {
        if (process.env.DEBUG) console.error(type, ...args);
      });
      page.exposeFunction('codeAutomationExit', resolve);
      setTimeout(
        () => reject(new Error(`VS Code did not finish its tests within ${LIMIT_MS / 1000} s.`)),
        LIMIT_MS,
      ).unref();
    });
    await page.goto(`${server.address}/?folder=${workspace}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    // until the page is closed
    beside(page, workspace).catch(() => {});
    const code = await exit;
    // the browser's extension host can write nowhere else
    const left = join(workspace, 'test-results.json');
    if (web && existsSync(left)) cpSync(left, results);
    return code;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

const freshFolder = (name) => {
  const folder = join(cacheFolder, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** The suite in test/vscode, with the extension run from the sources' build. */
export const testInVSCode = ({ results }) =>
  runInside({ results, tests: 'out/test/vscode/index.js', development: true, dataFolder: freshFolder('data') });

/** Leaves the first passage that the panel Explore shows in the workspace, where the suite looks for it. */
async function tellPassage(page, workspace) {
  for (;;) {
    for (const frame of page.frames()) {
      const words = await frame.evaluate(() => document.querySelector('.passage')?.textContent).catch(() => undefined);
      if (words) return writeFileSync(join(workspace, 'passage-seen.txt'), words);
    }
    await page.waitForTimeout(200);
  }
}

/** The suite in test/web, with the extension in the browser's extension host, where there is no Node. */
export const testInWeb = ({ results }) =>
  runInside({
    results,
    tests: 'out/test/web/index.js',
    development: true,
    dataFolder: freshFolder('web-data'),
    web: true,
    beside: tellPassage,
  });

/** Times the providers inside VS Code; the report is in the file `results`. */
export const benchInVSCode = ({ results }) =>
  runInside({
    results,
    tests: 'out/test/benchVSCode/index.js',
    development: true,
    dataFolder: freshFolder('bench-data'),
  });

/** The suite in test/package, with the extension installed from its VSIX. */
export async function testPackage({ results }) {
  // not below the project, whose packages Node would find there
  const dataFolder = mkdtempSync(join(tmpdir(), 'policy-transcripts-installed-'));
  say('packaging');
  try {
    const { vsix } = await packageExtension();
    await ensureHost();
    await installExtension(vsix, dataFolder);
    process.env.TEST_VSIX = vsix;
    return await runInside({ results, tests: 'out/test/package/index.js', development: false, dataFolder });
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
