import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openFixture, openTranscript } from './openFixture';

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

  it('does not ask again when a person goes back to plain text', async () => {
    const { document } = await openTranscript('record.txt');
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(plain.languageId, 'plaintext');
    await vscode.languages.setTextDocumentLanguage(plain, 'policy-transcript');
    await eventually('transcript again', () => plain.languageId === 'policy-transcript');
  });
});
