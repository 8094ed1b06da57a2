import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

describe('the installed package', () => {
  const extension = () => vscode.extensions.getExtension('policy-transcripts.policy-transcripts')!;

  it('activates from the VSIX and shows an outline', async () => {
    await extension().activate();
    assert.match(extension().extensionPath, /extensions[/\\]policy-transcripts\.policy-transcripts-\d/);
    const uri = vscode.Uri.file(join(process.env.TEST_WORKSPACE!, 'record.txt'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'policy-transcript');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.ok(symbols.some(({ detail }) => detail === '清江日报'));
  });

  it('brings every bundle', () => {
    for (const name of ['extension', 'engine', 'indexWorker', 'segmenterProcess', 'claimsTable', 'cli']) {
      assert.ok(existsSync(join(extension().extensionPath, 'dist', `${name}.js`)), name);
    }
  });

  it('brings the segmenter and its dictionaries, and stays small', () => {
    const jieba = join(extension().extensionPath, 'node_modules/nodejieba');
    for (const path of ['build/Release/nodejieba.node', 'index.js', 'submodules/cppjieba/dict/jieba.dict.utf8']) {
      assert.ok(existsSync(join(jieba, path)), path);
    }
    assert.ok(statSync(process.env.TEST_VSIX!).size < 8e6);
  });
});
