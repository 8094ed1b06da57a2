import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openTranscript } from './openFixture';

describe('outline', () => {
  it('shows each question with its answers below it', async () => {
    const { document } = await openTranscript('record.txt');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map((symbol) => [symbol.detail, symbol.children.map((child) => child.name)]),
      [
        ['主持人', []],
        ['清江日报', ['周启明']],
        ['南岸卫视', ['沈岚', '周启明']],
        ['主持人', []],
      ],
    );
    await eventually('topics are shown', async () => {
      const [, question] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return question!.name.includes(' · ');
    });
    assert.deepEqual(
      symbols[1]!.children[0]!.children.map(({ name }) => name),
      ['一是抓工程', '二是抓管护', '三是抓节水'],
    );
    for (const symbol of symbols) assert.ok(symbol.range.contains(symbol.selectionRange));
  });
});
