import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

describe('the installed package', () => {
  const extension = () => vscode.extensions.getExtension('policy-transcripts.policy-transcripts')!;
  const uri = vscode.Uri.file(join(process.env.TEST_WORKSPACE!, 'record.txt'));
  const outline = () =>
    vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);

  it('brings every bundle', () => {
    for (const name of [
      'extension',
      'extension.web',
      'engine',
      'indexWorker',
      'indexWebWorker',
      'readWorker',
      'segmenterProcess',
      'explore',
      'cli',
    ]) {
      assert.ok(existsSync(join(extension().extensionPath, 'dist', `${name}.js`)), name);
    }
  });

  it('brings the licences of what is in it', () => {
    const notices = readFileSync(join(extension().extensionPath, 'dist', 'ThirdPartyNotices.txt'), 'utf8');
    for (const name of ['yaml', 'papaparse', 'tabulator-tables', 'nodejieba', 'cppjieba']) {
      assert.match(notices, new RegExp(`^${name}\\b`, 'mu'));
    }
  });

  it('brings the segmenter and its dictionaries, and stays small', () => {
    const jieba = join(extension().extensionPath, 'node_modules/nodejieba');
    for (const path of ['build/Release/nodejieba.node', 'index.js', 'submodules/cppjieba/dict/jieba.dict.utf8']) {
      assert.ok(existsSync(join(jieba, path)), path);
    }
    // 6.7 MB before documents of other programs could be imported, which may cost 3 MB
    assert.ok(statSync(process.env.TEST_VSIX!).size < 9.7e6);
  });

  it('shows an outline with topics, also without nodejieba', async () => {
    const folder = join(extension().extensionPath, 'node_modules/nodejieba');
    // as in packages for other platforms, none of it is there; nor by the path on which this test finds its own packages
    delete process.env.NODE_PATH;
    renameSync(folder, `${folder}-away`);
    try {
      await extension().activate();
      assert.match(extension().extensionPath, /extensions[/\\]policy-transcripts\.policy-transcripts-\d/);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.languages.setTextDocumentLanguage(document, 'policy-transcript');
      let question: vscode.DocumentSymbol | undefined;
      for (let attempt = 0; attempt < 150 && !question?.name.includes(' · '); attempt++) {
        question = (await outline()).find(({ detail }) => detail === '清江日报');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.ok(question);
      assert.match(question.name, / · /);
    } finally {
      renameSync(`${folder}-away`, folder);
    }
  });
});
