import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openFixture, openTranscript, workspacePath } from './openFixture';

describe('recognition', () => {
  it('makes a record in a .txt file a transcript', async () => {
    await openTranscript('record.txt');
  });

  for (const name of ['plain.txt', 'empty.txt']) {
    it(`leaves ${name} as it is`, async () => {
      const { document } = await openFixture(name);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(document.languageId, 'plaintext');
    });
  }

  it('reads a GB18030 file as what it is', async () => {
    const { document } = await openTranscript('gbk.txt');
    assert.equal(document.encoding, 'gb18030');
    assert.ok(document.getText().includes('三保三防'));
    assert.equal(document.isDirty, false);
  });

  it('only offers to read a Markdown file as a transcript', async () => {
    const { document } = await openFixture('notes.md');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(document.languageId, 'markdown');
    await vscode.commands.executeCommand('policyTranscripts.treatAsTranscript');
    await eventually('a transcript', () => vscode.window.activeTextEditor?.document.languageId === 'policy-transcript');
  });

  it('recognises what is pasted into an untitled document', async () => {
    const record = await vscode.workspace.openTextDocument(vscode.Uri.file(workspacePath('record.txt')));
    const untitled = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(untitled);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), record.getText()));
    await eventually('a transcript', () => vscode.window.activeTextEditor?.document.languageId === 'policy-transcript');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('does not ask again when a person goes back to plain text', async () => {
    const { document } = await openTranscript('record.txt');
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(plain.languageId, 'plaintext');
    await vscode.commands.executeCommand('policyTranscripts.treatAsTranscript');
    await eventually('transcript again', () => plain.languageId === 'policy-transcript');
  });
});
