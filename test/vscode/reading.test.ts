import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openTranscript, workspacePath } from './openFixture';

const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);

/** The position in front of `words`, the `nth` time that they stand in the document (from 0), `by` characters further on. */
function positionOf(document: vscode.TextDocument, words: string, nth = 0, by = 0): vscode.Position {
  let at = -1;
  for (let count = 0; count <= nth; count++) at = document.getText().indexOf(words, at + 1);
  assert.ok(at >= 0, words);
  return document.positionAt(at + by);
}

/** The words of a hover as a person reads them. */
const plain = ({ value }: vscode.MarkdownString): string => value.replaceAll('\\', '').replaceAll('&nbsp;', ' ');

const wordsOf = (document: vscode.TextDocument, range: vscode.Range) => document.getText(range);

describe('highlighting', () => {
  it('colours speakers, claims, slogans, periods and enumerators from the analysis', async () => {
    const { document } = await openTranscript('report.txt');
    const legend = await run<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const found: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < tokens.data.length; at += 5) {
      const [lines, characters, length, type] = tokens.data.slice(at, at + 5);
      if (lines! > 0) character = 0;
      line += lines!;
      character += characters!;
      const range = new vscode.Range(line, character, line, character + length!);
      found.push(`${legend.tokenTypes[type!]} ${wordsOf(document, range)}`);
    }
    for (const token of ['claim 61.5亿元', 'claim 93.2%', 'slogan 四水联治'])
      assert.ok(found.includes(token), found.join());
    assert.ok(
      found.some((token) => /^saying /u.test(token)),
      found.join(),
    );
    assert.ok(
      found.some((token) => /^official .*沈岚/u.test(token)),
      found.join(),
    );
  });

  it('shows each of its colours in the legend', async () => {
    await run('policyTranscripts.showLegend');
    const { uri } = await eventually('a legend', () =>
      vscode.workspace.textDocuments.find((one) => one.uri.scheme === 'policy-transcripts-legend'),
    );
    const legend = await run<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', uri);
    const tokens = await run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    const shown = new Set<string>();
    for (let at = 3; at < tokens.data.length; at += 5) shown.add(legend.tokenTypes[tokens.data[at]!]!);
    assert.deepEqual([...shown].sort(), [...legend.tokenTypes].sort());
    await run('workbench.action.closeAllEditors');
  });

  it('answers for a part of the document with the tokens of that part', async () => {
    const { document } = await openTranscript('record.txt');
    const range = document.lineAt(10).range;
    const part = await run<vscode.SemanticTokens>('vscode.provideDocumentRangeSemanticTokens', document.uri, range);
    const all = await run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.equal(part.data[0], 10);
    assert.ok(part.data.length > 0 && part.data.length < all.data.length);
  });
});

describe('folding and selections', () => {
  it('folds a question with its answers', async () => {
    const { document } = await openTranscript('record.txt');
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [8, 10],
        [12, 16],
      ],
    );
  });

  it('expands from the claim to clause, sentence, point, turn and question', async () => {
    const { document } = await openTranscript('record.txt');
    const caret = positionOf(document, '2.3万名', 0, 1);
    const [start] = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [caret]);
    const steps: string[] = [];
    for (let step = start; step; step = step.parent) steps.push(wordsOf(document, step.range));
    const starts = [
      '2.3万名',
      '落实管水员2.3万名',
      '落实管水员2.3万名，农村',
      '二是抓管护。落实',
      '周启明厅长：感谢',
      '清江日报记者：今年',
    ];
    let at = 0;
    for (const words of starts) {
      const next = steps.findIndex((step, index) => index >= at && step.startsWith(words));
      assert.ok(next >= at, `${words} in ${steps.map((step) => step.slice(0, 12)).join(' | ')}`);
      at = next + 1;
    }
  });
});

describe('hover', () => {
  const hoverAt = async (document: vscode.TextDocument, position: vscode.Position) => {
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  };

  it('writes a claim out, with what it measures, when, and who says it', async () => {
    const { document } = await openTranscript('record.txt');
    const contents = await hoverAt(document, positionOf(document, '86.4亿立方米', 0, 2));
    const text = { value: contents.map(({ value }) => value).join('\n') } as vscode.MarkdownString;
    for (const words of ['8,640,000,000 立方米', '全省大中型水库蓄水量', '2024', '周启明']) {
      assert.ok(plain(text).includes(words), `${words} in ${plain(text)}`);
    }
  });

  it('lists what a slogan stands for', async () => {
    const { document } = await openTranscript('record.txt');
    const [, , text] = await hoverAt(document, positionOf(document, '三保三防', 0, 2));
    for (const item of ['保饮水', '防污染']) assert.ok(text!.value.includes(item), text!.value);
  });

  it('has what can be done right below its title', async () => {
    const { document } = await openTranscript('record.txt');
    // once the workspace has been looked at, other transcripts have something to say too
    await run('vscode.executeWorkspaceSymbolProvider', '三保三防');
    await eventually('other transcripts', async () => {
      const all = await hoverAt(document, positionOf(document, '86.4亿立方米', 0, 2));
      return all.length > 3;
    });
    for (const words of ['86.4亿立方米', '三保三防', '周启明厅长']) {
      const [title, links] = await hoverAt(document, positionOf(document, words, 0, 2));
      assert.match(title!.value, /^\*\*[^\n]+\*\*$/u);
      assert.match(links!.value, /command:policyTranscripts\.correctFinding/u);
    }
  });

  it('trusts no words of the document', async () => {
    const { document } = await openTranscript('record.txt');
    const contents = await hoverAt(document, positionOf(document, '周启明厅长', 0, 1));
    assert.ok(contents[0]!.value.includes('周启明'));
    for (const { value, isTrusted } of contents) {
      if (isTrusted) assert.doesNotMatch(value, /周启明|水/u);
    }
  });
});

describe('definitions and references', () => {
  const definitions = (document: vscode.TextDocument, at: vscode.Position) =>
    run<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, at);

  it('goes from a slogan to where another transcript spells it out', async () => {
    const { document } = await openTranscript('follow-up.txt');
    const found = await definitions(document, positionOf(document, '三保三防', 1, 1));
    const targets = found.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path.split('/').at(-1));
    assert.deepEqual(targets, ['record.txt']);
  });

  it('lists every mention in the workspace', async () => {
    const { document } = await openTranscript('follow-up.txt');
    const at = positionOf(document, '三保三防', 0, 1);
    const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
    const files = found.map(({ uri }) => uri.path.split('/').at(-1));
    assert.equal(files.filter((name) => name === 'follow-up.txt').length, 2);
    assert.ok(files.includes('record.txt'));
  });

  it('marks the turns of the speaker at the caret', async () => {
    const { document } = await openTranscript('record.txt');
    const at = positionOf(document, '周启明厅长', 0, 1);
    const marks = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, at);
    assert.deepEqual(
      marks.map(({ range }) => wordsOf(document, range)),
      ['周启明厅长', '周启明厅长'],
    );
  });

  it('finds questions and slogans of all transcripts by their words', async () => {
    await openTranscript('record.txt');
    const symbols = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '农村供水');
    const files = new Set(symbols.map(({ location }) => location.uri.path.split('/').at(-1)));
    assert.deepEqual([...files].sort(), ['record.txt', 'report.txt']);
  });
});

describe('problems', () => {
  it('reports a slogan with a wrong number of items and figures that do not add up', async () => {
    const { document } = await openTranscript('follow-up.txt');
    const found = await eventually('diagnostics', () => {
      const all = vscode.languages.getDiagnostics(document.uri);
      return all.length > 0 && all;
    });
    assert.deepEqual(
      found.map(({ source, code, range }) => [source, code, wordsOf(document, range)]),
      [
        ['Policy Transcripts', undefined, '五水共管'],
        ['Policy Transcripts', undefined, '6.7个百分点'],
      ],
    );
    assert.ok(found.every(({ severity }) => severity === vscode.DiagnosticSeverity.Information));
  });

  it('reports nothing where the setting says so', async () => {
    const { document } = await openTranscript('follow-up.txt');
    const configuration = vscode.workspace.getConfiguration('policyTranscripts');
    await configuration.update('reportProblems', false, vscode.ConfigurationTarget.Global);
    await eventually('none', () => vscode.languages.getDiagnostics(document.uri).length === 0);
    await configuration.update('reportProblems', undefined, vscode.ConfigurationTarget.Global);
    await eventually('again', () => vscode.languages.getDiagnostics(document.uri).length > 0);
  });
});

describe('navigation commands', () => {
  it('go to the next and the previous of a kind', async () => {
    const editor = await openTranscript('record.txt');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const visited: string[] = [];
    const steps = [
      'nextQuestion',
      'nextQuestion',
      'previousQuestion',
      'nextClaim',
      'nextClaim',
      'previousClaim',
      'nextSlogan',
    ];
    for (const step of steps) {
      await run(`policyTranscripts.${step}`);
      visited.push(wordsOf(editor.document, editor.selection));
    }
    assert.deepEqual(visited, [
      '清江日报记者',
      '南岸卫视记者',
      '清江日报记者',
      '两成',
      '86.4亿立方米',
      '两成',
      '三保三防',
    ]);
  });
});

describe('export', () => {
  it('writes the figures as CSV that spreadsheets read', async () => {
    await openTranscript('record.txt');
    const target = vscode.Uri.file(workspacePath('figures.csv'));
    await run('policyTranscripts.exportClaims', { target });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(target));
    const [header, ...rows] = text.split('\r\n');
    assert.ok(header!.startsWith('\ufeffpath,line,column,date,text,value,unit'));
    assert.ok(
      rows.some((row) => row.startsWith('record.txt,11,81,2024-09-12,86.4亿立方米,8640000000,立方米')),
      rows[1],
    );
    await vscode.workspace.fs.delete(target);
  });
});
