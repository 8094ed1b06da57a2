import './mochaSetup';
import './importing.test';
import './indexing.test';
import './sample.test';
import * as vscode from 'vscode';

/** Where the counts are left: there are no other files in a browser than those of the workspace. */
const RESULTS = 'test-results.json';

/** Entry point of the suite that runs in the browser's extension host. */
export async function run(): Promise<void> {
  const lines: string[] = [];
  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => {
      passed++;
      lines.push(`  ok ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error) => lines.push(`  FAILED ${test.fullTitle()}\n    ${error.stack ?? error}`));
  });
  const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, RESULTS);
  const report = lines.join('\n');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ passed, failed, report })));
  if (failed > 0 || passed === 0) throw new Error(`${failed} failed, ${passed} passed`);
}
