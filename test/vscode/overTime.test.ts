import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, openTranscript, workspacePath } from './openFixture';

const record = (date: string, said: string) =>
  `山西省新闻发布会\n时间：${date}\n甲报记者：请介绍情况。\n王远厅长：${said}\n甲报记者：还有吗？\n王远厅长：没有了。\n`;
const FIRST = '去年全省煤炭产量达到13.57亿吨。落实“两保”要求，即保民生、保运转。';
const SECOND = '2023年全省煤炭产量达到13.78亿吨。落实“两保”要求，即保民生、保安全。';

describe('figures and slogans over time', () => {
  const folder = workspacePath('over-time');
  before(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/a.txt`, record('2024年1月20日', FIRST));
    writeFileSync(`${folder}/b.txt`, record('2024年3月12日', SECOND));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const hoverAt = async (document: vscode.TextDocument, words: string) => {
    const at = document.positionAt(document.getText().indexOf(words) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    return hovers
      .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
      .join('\n')
      .replaceAll('&nbsp;', ' ');
  };

  it('shows on a figure what other transcripts said of the same, and when', async () => {
    const { document } = await openTranscript('over-time/b.txt');
    const words = await eventually('the index knows both', async () => {
      const shown = await hoverAt(document, '13.78亿吨');
      return shown.includes('Before, in other transcripts') ? shown : undefined;
    });
    assert.match(words, /\[13.57亿吨\]\(file:[^)]+a\.txt#L4%2C\d+\)/u);
    assert.match(words, /王远 2024/u);
  });

  it('shows on a slogan where it was first said, and how its items changed', async () => {
    const { document } = await openTranscript('over-time/b.txt');
    const words = await eventually('the index knows both', async () => {
      const shown = await hoverAt(document, '两保');
      return shown.includes('First here on') && shown;
    });
    assert.match(words, /First here on 2024\S+, by 王远/u);
    assert.match(words, /\+ 保安全/u);
    assert.match(words, /− 保运转/u);
  });

  it('goes from a figure to the one before it in another transcript', async () => {
    const editor = await openTranscript('over-time/b.txt');
    const at = editor.document.positionAt(editor.document.getText().indexOf('13.78亿吨') + 2);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('policyTranscripts.previousFigureOfIndicator');
    const now = vscode.window.activeTextEditor!;
    assert.ok(now.document.fileName.endsWith('a.txt'));
    assert.equal(now.document.getText(now.selection), '13.57亿吨');
  });
});
