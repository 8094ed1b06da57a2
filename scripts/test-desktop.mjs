// npm run test:desktop: the suite of test/vscode in the desktop VS Code, which is downloaded. Needs network and a display.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, ensurePackages, root } from './lib/ensure.mjs';
import { main, run } from './lib/run.mjs';

await main(async () => {
  await ensurePackages();
  await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  const { runTests } = await import('@vscode/test-electron');
  const workspace = mkdtempSync(join(tmpdir(), 'policy-transcripts-'));
  cpSync(join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
  try {
    return await runTests({
      cachePath: join(cacheFolder, 'desktop'),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out/test/vscode/index.js'),
      launchArgs: [workspace, '--disable-extensions', '--skip-welcome'],
      extensionTestsEnv: { TEST_WORKSPACE: workspace },
    });
  } catch (error) {
    throw new Error(`The desktop suite did not pass, or VS Code could not be downloaded or shown: ${error.message}`);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
});
