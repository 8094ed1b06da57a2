import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension, eventually, openFixture, openTranscript, workspacePath } from './openFixture';

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

  describe('counts in the workspace what opens as a transcript, and nothing else', () => {
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.file(workspacePath(name)), new TextEncoder().encode(text));
    /** The files in which the workspace has a slogan. */
    const filesWith = async (slogan: string) => {
      const search = 'vscode.executeWorkspaceSymbolProvider';
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(search, slogan);
      return [...new Set(found.map(({ location }) => location.uri.path.split('/').at(-1)!))].sort();
    };
    const names = ['statement.txt', 'outline.txt', 'worked.txt', 'worked.txt.annotations.yaml'];

    before(async () => {
      await activateExtension();
      await write(
        'statement.txt',
        '省水利厅厅长周启明在接受采访时表示：“水库建成12座。”\n全省坚持“三网并治”，即治河网、治管网、治田网。\n',
      );
      await write('outline.txt', '工作要点\n全省坚持“三网并治”，即治河网、治管网、治田网。\n');
      await write('worked.txt', '工作简报\n全省坚持“三网并治”，即治河网、治管网、治田网。\n');
      await write(
        'worked.txt.annotations.yaml',
        "annotations:\n  - id: a\n    tags: [x]\n    target: { exact: 治河网, prefix: '', suffix: '', start: 16 }\n",
      );
    });
    after(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const name of names) await vscode.workspace.fs.delete(vscode.Uri.file(workspacePath(name)));
    });

    it('statements without a question, and what somebody has annotated', async () => {
      await eventually('both', async () => (await filesWith('三网并治')).join() === 'statement.txt,worked.txt');
      await openTranscript('statement.txt');
      await openTranscript('worked.txt');
    });

    it('a text in which nobody speaks once a person has said that it is one', async () => {
      const { document } = await openFixture('outline.txt');
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(document.languageId, 'plaintext');
      assert.ok(!(await filesWith('三网并治')).includes('outline.txt'));
      await vscode.commands.executeCommand('policyTranscripts.treatAsTranscript');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await eventually('counted', async () => (await filesWith('三网并治')).includes('outline.txt'));
      await openTranscript('outline.txt');
      await vscode.commands.executeCommand('policyTranscripts.treatAsPlainText');
      await eventually('not counted', async () => !(await filesWith('三网并治')).includes('outline.txt'));
    });
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
