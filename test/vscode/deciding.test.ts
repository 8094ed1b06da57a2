import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { eventually, openFixture, openTranscript, workspacePath } from './openFixture';

const SIDECAR = workspacePath('record.txt.annotations.yaml');
const ENTRY = `version: 1
annotations:
  - id: aaaaaaa1
    tags: [水利]
    target: { exact: 早已不在的话, prefix: '', suffix: '，占全年计划', start: 260 }
`;
const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);
const entries = () => parse(readFileSync(SIDECAR, 'utf8')).annotations;

/** The side of a comparison that shows the words as they are; none is like the annotated ones. */
const compare = (transcript: vscode.Uri) =>
  // a file that was just written by another program is known a moment later
  eventually('a comparison', async () => {
    await run('policyTranscripts.compareWording', { uri: transcript.toString(), id: 'aaaaaaa1' });
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.startsWith('/move/'));
  });

describe('deciding in a comparison', () => {
  beforeEach(() => writeFileSync(SIDECAR, ENTRY));
  afterEach(() => rmSync(SIDECAR, { force: true }));

  it('moves the annotation to the words that are selected there, and closes it', async () => {
    const { document } = await openTranscript('record.txt');
    const now = await compare(document.uri);
    const shown = now.document.getText();
    const start = shown.search(/\p{Script=Han}{4}/u);
    assert.ok(start >= 0, shown);
    const place = (offset: number) => now.document.positionAt(offset);
    now.selection = new vscode.Selection(place(start), place(start + 4));
    await run('policyTranscripts.reanchorToSelection', now.document.uri);
    await eventually('moved', () => entries()[0].target.exact === shown.slice(start, start + 4));
    const { target } = entries()[0];
    assert.equal(document.getText().slice(target.start, target.start + 4), target.exact);
    await eventually('closed', () =>
      vscode.window.visibleTextEditors.every((editor) => !editor.document.uri.path.startsWith('/move/')),
    );
  });

  it('moves it to whole figures, however sloppily they are selected', async () => {
    const editor = await openTranscript('record.txt');
    const { document } = editor;
    const start = document.getText().indexOf('00万立');
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + 4));
    await eventually('moved', async () => {
      const reference = { uri: document.uri.toString(), id: 'aaaaaaa1' };
      await run('policyTranscripts.reanchorToSelection', reference);
      return entries()[0].target.exact === '3600万立方米';
    });
  });

  it('keeps it without a passage from there', async () => {
    const { document } = await openTranscript('record.txt');
    const now = await compare(document.uri);
    // the file that was just written is known a moment later
    await eventually('kept', async () => {
      if (entries()[0].resolution !== 'orphan') await run('policyTranscripts.keepAsOrphan', now.document.uri);
      return entries()[0].resolution === 'orphan';
    });
  });
});

describe('notes on a transcript', () => {
  afterEach(() => rmSync(SIDECAR, { force: true }));

  it('are written beside it, kept in its sidecar, and can be undone', async () => {
    await openTranscript('record.txt');
    await run('policyTranscripts.documentNote');
    const note = await eventually('an editor', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'policy-transcripts-note'),
    );
    await eventually('typed', async () => note.edit((edit) => edit.insert(new vscode.Position(0, 0), '与去年对照')));
    await eventually('saved', async () => note.document.save());
    await eventually('kept', () => existsSync(SIDECAR) && readFileSync(SIDECAR, 'utf8').includes('与去年对照'));
    assert.equal(parse(readFileSync(SIDECAR, 'utf8')).document.note, '与去年对照');
    await run('policyTranscripts.undoAnnotationChange');
    await eventually('undone', () => !readFileSync(SIDECAR, 'utf8').includes('与去年对照'));
    await run('workbench.action.closeActiveEditor');
  });
});

describe('Markdown transcripts', () => {
  it('count in the workspace only after somebody has said that they are', async () => {
    const find = async () => {
      const found = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '汛期怎么应对');
      return found.filter(({ location }) => location.uri.path.endsWith('notes.md')).length;
    };
    const { document } = await openFixture('notes.md');
    assert.equal(await find(), 0);
    await run('policyTranscripts.treatAsTranscript');
    await eventually('counted', async () => (await find()) > 0);
    await run('policyTranscripts.treatAsPlainText');
    await eventually('Markdown again', () => document.languageId === 'markdown' || document.isClosed);
    await eventually('left out', async () => (await find()) === 0);
  });
});
