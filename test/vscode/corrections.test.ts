import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { eventually, openTranscript, workspacePath } from './openFixture';

const SIDECAR = workspacePath('record.txt.annotations.yaml');
const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);
const sidecar = () => parse(readFileSync(SIDECAR, 'utf8'));

async function select(words: string): Promise<vscode.TextEditor> {
  const editor = await openTranscript('record.txt');
  const start = editor.document.getText().indexOf(words);
  const position = (offset: number) => editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position(start), position(start + words.length));
  return editor;
}

async function references(editor: vscode.TextEditor): Promise<string[]> {
  const { document, selection } = editor;
  const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, selection.start);
  return (found ?? []).filter(({ uri }) => uri.path.endsWith('record.txt')).map(({ range }) => document.getText(range));
}

const hoverAt = async ({ document, selection }: vscode.TextEditor): Promise<string> => {
  const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, selection.start);
  return hovers.flatMap(({ contents }) => (contents as vscode.MarkdownString[]).map(({ value }) => value)).join('\n');
};

describe('corrections', () => {
  beforeEach(() => rmSync(SIDECAR, { force: true }));
  afterEach(() => rmSync(SIDECAR, { force: true }));

  it('declare a passage a slogan, and take it back by rejecting it', async () => {
    const editor = await select('连续三年改善');
    assert.deepEqual(await references(editor), []);
    await run('policyTranscripts.declareSlogan');
    await eventually('a slogan', async () => (await references(editor)).length === 1);
    assert.equal(sidecar().corrections[0].slogan, 'accept');
    await run('policyTranscripts.rejectFinding');
    await eventually('no slogan', async () => (await references(editor)).length === 0);
    assert.deepEqual(
      sidecar().corrections.map(({ slogan }: { slogan: string }) => slogan),
      ['reject'],
    );
  });

  it('declare whole words a slogan, however sloppily they are selected', async () => {
    await select('续三年改');
    await run('policyTranscripts.declareSlogan');
    await eventually('written', () => existsSync(SIDECAR));
    assert.equal(sidecar().corrections[0].target.exact, '连续三年改善');
  });

  it('reject a figure', async () => {
    const editor = await select('上百头次');
    assert.match(await hoverAt(editor), /100/u);
    await run('policyTranscripts.rejectFinding');
    await eventually('no claim', async () => (await hoverAt(editor)) === '');
    assert.equal(sidecar().corrections[0].claim, 'reject');
    assert.equal('annotations' in sidecar(), false);
    await run('policyTranscripts.undoAnnotationChange');
    assert.equal(readFileSync(SIDECAR, 'utf8'), '# Annotations of record.txt\nversion: 1\n');
  });

  it('say that a label names nobody', async () => {
    const editor = await select('南岸卫视记者');
    await run('policyTranscripts.rejectFinding');
    await eventually('one question', async () => {
      const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor.document.uri);
      return symbols.filter(({ detail }) => detail === '南岸卫视').length === 0;
    });
  });
});

describe('document facts', () => {
  afterEach(() => rmSync(SIDECAR, { force: true }));

  it('keep title and date in the sidecar; the date tells what a year is', async () => {
    const editor = await select('94.6%');
    assert.match((await hoverAt(editor)).replaceAll('\\', ''), /2023-01-01/u);
    await run('policyTranscripts.setDocumentFacts', { title: '守护清江水', date: '2019-09-12' });
    assert.deepEqual(sidecar().document, { title: '守护清江水', date: '2019-09-12' });
    await eventually('the year before', async () => /2018-01-01/u.test((await hoverAt(editor)).replaceAll('\\', '')));
  });

  it('are offered at a time expression that needs a date, and at no other', async () => {
    const undated = workspacePath('undated.txt');
    writeFileSync(undated, '试点答问\n问：今年改革几家医院？\n答：2019年试点8家医院，今年计划选10家。\n');
    try {
      const editor = await openTranscript('undated.txt');
      const hoverOver = (words: string) => {
        const position = editor.document.positionAt(editor.document.getText().indexOf(words));
        editor.selection = new vscode.Selection(position, position);
        return hoverAt(editor);
      };
      assert.match(await hoverOver('今年'), /command:policyTranscripts\.setDocumentFacts/u);
      assert.doesNotMatch(await hoverOver('2019年'), /setDocumentFacts/u);
    } finally {
      await run('workbench.action.closeActiveEditor');
      rmSync(undated, { force: true });
    }
  });
});
