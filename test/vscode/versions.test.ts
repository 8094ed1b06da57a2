import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { eventually, openTranscript, workspacePath } from './openFixture';

const SIDECAR = workspacePath('record.txt.annotations.yaml');
const entries = () => parse(readFileSync(SIDECAR, 'utf8')).annotations ?? [];

const BOTH = `version: 1
annotations:
  - id: aaaaaaa1
    tags: [水利]
    target: { exact: 三保三防, prefix: “, suffix: ”, start: 0 }
    note: 我的批注
  - id: aaaaaaa2
    conflictsWith: aaaaaaa1
    tags: [水利]
    target: { exact: 三保三防, prefix: “, suffix: ”, start: 0 }
    note: 他人的批注
`;

/** The two texts of the comparison that is open. */
function shownSides(): string[] | undefined {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  return input instanceof vscode.TabInputTextDiff
    ? [input.original, input.modified].map(({ query }) => query)
    : undefined;
}

describe('two versions of an annotation after a merge', () => {
  const run = async (command: string, id: string) => {
    writeFileSync(SIDECAR, BOTH);
    const { document } = await openTranscript('record.txt');
    // a file that was just written by another program is known a moment later
    await eventually('the choice is made', async () => {
      await vscode.commands.executeCommand(`policyTranscripts.${command}`, { uri: document.uri.toString(), id });
      return command === 'compareVersions' ? shownSides() : readFileSync(SIDECAR, 'utf8') !== BOTH;
    });
    return entries().map(({ note, conflictsWith }: { note: string; conflictsWith?: string }) => [note, conflictsWith]);
  };
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(SIDECAR, { force: true });
  });

  it('leave the one that was chosen, from whichever side', async () => {
    assert.deepEqual(await run('keepThisVersion', 'aaaaaaa1'), [['我的批注', undefined]]);
    assert.deepEqual(await run('keepThisVersion', 'aaaaaaa2'), [['他人的批注', undefined]]);
    assert.deepEqual(await run('keepOtherVersion', 'aaaaaaa1'), [['他人的批注', undefined]]);
    assert.deepEqual(await run('keepOtherVersion', 'aaaaaaa2'), [['我的批注', undefined]]);
  });

  it('can both stay, as two annotations', async () => {
    assert.deepEqual(await run('keepBothVersions', 'aaaaaaa1'), [
      ['我的批注', undefined],
      ['他人的批注', undefined],
    ]);
  });

  it('are compared with what differs: their notes', async () => {
    await run('compareVersions', 'aaaaaaa2');
    const [old, now] = shownSides()!;
    assert.match(old!, /他人的批注/);
    assert.match(now!, /我的批注/);
  });

  it('come back as they were when the choice is undone', async () => {
    await run('keepThisVersion', 'aaaaaaa2');
    await vscode.commands.executeCommand('policyTranscripts.undoAnnotationChange');
    assert.deepEqual(entries(), parse(BOTH).annotations);
  });
});

describe('moving an annotation to selected words', () => {
  it('takes no selection that a click in a view has made', async () => {
    writeFileSync(
      SIDECAR,
      BOTH.replace('exact: 三保三防', 'exact: 早已不在的话').replace(/ {2}- id: aaaaaaa2[\s\S]*/u, ''),
    );
    const { document } = await openTranscript('record.txt');
    const start = document.positionAt(document.getText().indexOf('213.6亿元'));
    const range = new vscode.Range(start, start.translate(0, 7));
    await vscode.commands.executeCommand('policyTranscripts.reveal', document.uri, range);
    const reference = { uri: document.uri.toString(), id: 'aaaaaaa1' };
    await vscode.commands.executeCommand('policyTranscripts.reanchorToSelection', reference);
    assert.equal(entries()[0].target.exact, '早已不在的话');
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(start, start.translate(0, 3));
    await vscode.commands.executeCommand('policyTranscripts.reanchorToSelection', reference);
    assert.equal(entries()[0].target.exact, '213.6亿元');
    rmSync(SIDECAR, { force: true });
  });
});
