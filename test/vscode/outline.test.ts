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

  it('lists a question that a report tells and nobody answers', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'policy-transcript',
      content:
        '　　县长何小满在记者会上表示，路已经修好，共12公里。\n　　有记者问：桥什么时候修好？\n　　会议在掌声中结束，代表们离开了会场。\n',
    });
    await vscode.window.showTextDocument(document);
    const symbols = await eventually('an outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name.includes('桥'), / · (?:unanswered|未回答)/u.test(detail)]),
      [
        [false, false],
        [true, true],
      ],
    );
    assert.equal(document.getText(symbols[1]!.selectionRange), '桥什么时候修好？');
  });
});
