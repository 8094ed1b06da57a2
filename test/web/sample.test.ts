import * as vscode from 'vscode';
import { parse } from 'yaml';

const extension = () => vscode.extensions.getExtension('policy-transcripts.policy-transcripts')!;
const inWorkspace = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** There is no `node:assert` in a browser. */
function equal(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`expected ${should}, got ${is}`);
}

async function eventually<T>(what: string, probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const value = await probe();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never: ${what}`);
}

async function openTranscript(): Promise<vscode.TextEditor> {
  await extension().activate();
  await vscode.window.showTextDocument(inWorkspace('record.txt'), { preview: false });
  return eventually('the file becomes a transcript', () =>
    vscode.window.activeTextEditor?.document.languageId === 'policy-transcript'
      ? vscode.window.activeTextEditor
      : undefined,
  );
}

describe('in a browser without Node', () => {
  it('runs in the web extension host', async () => {
    await extension().activate();
    equal([typeof process, 'importScripts' in globalThis], ['undefined', true]);
    equal(extension().isActive, true);
  });

  it('reads a transcript: outline, folding, hovers of figures', async () => {
    const { document } = await openTranscript();
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    equal(
      symbols.some(({ detail }) => detail === '清江日报'),
      true,
    );
    const at = document.positionAt(document.getText().indexOf('93.2%'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    equal(hovers.length > 0, true);
  });

  it('offers the word at the caret, by what the browser knows of words', async () => {
    const { document } = await openTranscript();
    const at = document.positionAt(document.getText().indexOf('普及率'));
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at],
    );
    const words = document.getText(range!.parent!.range);
    equal(['普及', '普及率'].includes(words) || words, true);
  });

  it('tags a passage, takes that back, and finds the tag again', async () => {
    const editor = await openTranscript();
    const words = '农村自来水普及率由88.5%提高到93.2%';
    const start = editor.document.getText().indexOf(words);
    const [from, to] = [start, start + words.length].map((offset) => editor.document.positionAt(offset));
    editor.selection = new vscode.Selection(from!, to!);
    await vscode.commands.executeCommand('policyTranscripts.tagSelection', {
      tags: ['水利/供水'],
      note: '与2022年对照',
    });
    const sidecar = inWorkspace('record.txt.annotations.yaml');
    const [{ tags, target, note }] = parse(await read(sidecar)).annotations;
    equal([tags, target.exact, note], [['水利/供水'], words, '与2022年对照']);
    await vscode.commands.executeCommand('policyTranscripts.undoAnnotationChange');
    equal(parse(await read(sidecar)).annotations ?? [], []);
  });

  it('finds the transcripts of the workspace', async () => {
    const symbols = await eventually('the index knows a slogan', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '三保三防',
      );
      return found.some(({ name }) => name.includes('三保三防')) ? found : undefined;
    });
    equal(symbols.length > 0, true);
  });

  it('shows what all transcripts answer in the panel Explore', async () => {
    await vscode.commands.executeCommand('policyTranscripts.explore', {
      mode: 'passages',
      query: { find: 'slogans', slogan: ['三保三防'], files: ['record.txt'] },
    });
    // the page is seen from outside alone (scripts/lib/testInVSCode.mjs)
    const seen = await eventually('a passage stands on the page', () =>
      read(inWorkspace('passage-seen.txt')).then(
        (words) => words || undefined,
        () => undefined,
      ),
    );
    equal([seen.includes('三保三防'), seen.includes('record.txt')], [true, true]);
  });
});
