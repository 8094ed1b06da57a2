import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { activateExtension, eventually, openFixture, openTranscript, workspacePath } from './openFixture';

const CODEBOOK = workspacePath('codebook.yaml');
const SUFFIX = '.annotations.yaml';
const MISSING = 'The transcript of these annotations is missing. Re-link them to where it is now.';
const UNREADABLE = /^Line (\d+), or the one above it, is not valid YAML \(is a bracket, quote or indent missing\?\)\./u;

const found = (path: string) => vscode.languages.getDiagnostics(vscode.Uri.file(path));
const messages = (path: string) => found(path).map(({ message }) => message);
const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);

const quotes = (...all: string[]) =>
  `version: 1\nannotations:\n${all
    .map(
      (exact, n) => `  - id: q${n}\n    tags: [甲]\n    target: {exact: ${exact}, prefix: '', suffix: '', start: 1}\n`,
    )
    .join('')}`;

async function fixes(path: string, range = new vscode.Range(0, 0, 0, 1)): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', vscode.Uri.file(path), range, kind);
}

describe('problems of the codebook', () => {
  before(activateExtension);
  afterEach(async () => {
    rmSync(CODEBOOK, { force: true });
    await eventually('nothing is said of a codebook that is gone', () => found(CODEBOOK).length === 0);
  });

  it('are told of a file that nobody has opened, until it is corrected', async () => {
    writeFileSync(CODEBOOK, 'tags:\n  - nmae: 防洪\n  - name: 供水\n    color: greeen\n    descripton: 水\n');
    await eventually('reported', () => found(CODEBOOK).length === 4);
    assert.deepEqual(
      found(CODEBOOK).map(({ range, message, source, code }) => [
        ...[range.start.line, range.start.character, range.end.character, message],
        ...[source, code],
      ]),
      [
        [1, 4, 8, '“nmae” is not known here. Did you mean “name”?', 'Policy Transcripts', undefined],
        [1, 4, 12, 'This tag has no name, so it is left out. Write “name: …”.', 'Policy Transcripts', undefined],
        [
          ...[3, 11, 17, "“greeen” is not a colour; a default is used. Write one such as '#009e73'."],
          ...['Policy Transcripts', undefined],
        ],
        [4, 4, 14, '“descripton” is not known here. Did you mean “description”?', 'Policy Transcripts', undefined],
      ],
    );
    writeFileSync(CODEBOOK, "tags:\n  - name: 防洪\n    owner: me\n    color: '#009e73'\n");
    await eventually('corrected', () => found(CODEBOOK).length === 0);
  });

  it('are told where it cannot be read at all, and follow the editor when it saves', async () => {
    writeFileSync(CODEBOOK, 'tags:\n  - name: "防洪\n');
    await eventually('reported', () => UNREADABLE.test(messages(CODEBOOK)[0] ?? ''));
    assert.equal(found(CODEBOOK)[0]!.severity, vscode.DiagnosticSeverity.Error);
    assert.match(messages(CODEBOOK)[0]!, /The codebook is not used until it is corrected\.$/u);
    const { document } = await openFixture('codebook.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 9, 0), 'tags:\n  - name: 防洪\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await eventually('corrected', () => found(CODEBOOK).length === 0);
    await run('workbench.action.closeActiveEditor');
  });
});

describe('problems of a sidecar', () => {
  const transcript = workspacePath('broken.transcript');
  const sidecar = transcript + SUFFIX;
  before(activateExtension);
  afterEach(async () => {
    await run('workbench.action.closeAllEditors');
    for (const file of [transcript, sidecar]) rmSync(file, { force: true });
    await eventually('nothing is said any more', () => found(sidecar).length === 0);
  });

  it('are tags between full-width commas, which a quick fix separates', async () => {
    writeFileSync(transcript, '记者：好吗？\n');
    writeFileSync(sidecar, quotes('好吗').replace('[甲]', '[供水，治污]'));
    const { document } = await openFixture(`broken.transcript${SUFFIX}`);
    await eventually('reported', () => found(sidecar).some(({ message }) => message.includes('，')));
    const { range } = found(sidecar).find(({ message }) => message.includes('，'))!;
    assert.equal(document.getText(range), '供水，治污');
    const fix = (await fixes(sidecar, range)).find(({ title }) => title === 'Separate the tags');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /tags: \[供水, 治污\]/u);
    await document.save();
  });

  it('are told in our own words where it is not YAML', async () => {
    writeFileSync(transcript, '记者：好吗？\n');
    writeFileSync(sidecar, 'version: 1\nannotations:\n  - id: [a\n    tags: b\n');
    await openFixture(`broken.transcript${SUFFIX}`);
    await eventually('reported', () => found(sidecar).length > 0);
    assert.match(messages(sidecar)[0]!, UNREADABLE);
    assert.match(messages(sidecar)[0]!, /Nothing is saved until it is corrected\.$/u);
  });

  it('offer merging where there are conflict markers, on its first line as well', async () => {
    writeFileSync(transcript, '记者：好吗？\n');
    const both = '<<<<<<< HEAD\nannotations: []\n=======\nannotations: # mine\n>>>>>>> other\n';
    writeFileSync(sidecar, `version: 1\n${both}`);
    const { document } = await openFixture(`broken.transcript${SUFFIX}`);
    const lenses = () => run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    const [lens] = await eventually('lens', async () => {
      const all = (await lenses()).filter(({ command }) => command?.command === 'policyTranscripts.resolveConflict');
      return all.length > 0 && all;
    });
    assert.deepEqual([lens!.range.start.line, lens!.command!.title], [0, '$(git-merge) Merge Annotations by Entry']);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(1, 0, 6, 0), 'annotations: []\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await eventually('no lens', async () => (await lenses()).every(({ command }) => !command?.title.includes('Merge')));
    await eventually('no problem', () => found(sidecar).length === 0);
  });
});

describe('a sidecar without its transcript', () => {
  const lost = workspacePath('lost.transcript');
  const folder = workspacePath('moved');
  const target = workspacePath('moved/b.transcript');
  before(activateExtension);
  afterEach(async () => {
    await run('workbench.action.closeAllEditors');
    for (const path of [lost, lost + SUFFIX, folder]) rmSync(path, { recursive: true, force: true });
    await eventually('nothing is said any more', () => found(lost + SUFFIX).length === 0);
  });

  it('is reported when the transcript goes outside the editor, and no more when it is back', async () => {
    writeFileSync(lost, '记者：好吗？\n');
    writeFileSync(lost + SUFFIX, quotes('好吗'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.deepEqual(messages(lost + SUFFIX), []);
    rmSync(lost);
    await eventually('reported', () => messages(lost + SUFFIX).join() === MISSING);
    writeFileSync(lost, '记者：好吗？\n');
    await eventually('back', () => found(lost + SUFFIX).length === 0);
  });

  it('is reported where a whole folder has moved away', async () => {
    mkdirSync(folder);
    writeFileSync(target, '记者：好吗？\n');
    writeFileSync(target + SUFFIX, quotes('好吗'));
    rmSync(target);
    await eventually('reported', () => messages(target + SUFFIX).join() === MISSING);
    rmSync(folder, { recursive: true });
    await eventually('gone', () => found(target + SUFFIX).length === 0);
  });

  it('is re-linked to the file in which the most of its passages are', async () => {
    mkdirSync(folder);
    writeFileSync(target, '记者：四水共治了吗？\n答：没有听说过这种说法。\n');
    writeFileSync(workspacePath('moved/a.transcript'), '记者：没有听说过？\n答：没有。\n');
    writeFileSync(lost + SUFFIX, quotes('四水共治', '没有听说过'));
    await openFixture(`lost.transcript${SUFFIX}`);
    await eventually('reported', () => messages(lost + SUFFIX).includes(MISSING));
    const [fix] = (await fixes(lost + SUFFIX)).filter(({ title }) => title === 'Re-link…');
    assert.equal(fix?.command?.command, 'policyTranscripts.relinkSidecar');
    const relinking = run(fix.command.command, ...fix.command.arguments!);
    await eventually('re-linked', async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      return existsSync(target + SUFFIX) && !existsSync(lost + SUFFIX);
    });
    await relinking;
    await eventually('nothing is missing', () => !messages(target + SUFFIX).includes(MISSING));
  });
});

describe('second versions of a sidecar', () => {
  const sidecar = workspacePath(`record.txt${SUFFIX}`);
  const copy = workspacePath('record.txt.annotations (1).yaml');
  before(activateExtension);
  after(async () => {
    await run('workbench.action.closeAllEditors');
    for (const path of [sidecar, copy]) rmSync(path, { force: true });
  });

  it('are told of, and merged into it', async () => {
    writeFileSync(sidecar, quotes('清淤'));
    writeFileSync(copy, quotes('清淤').replace('id: q0', 'id: z9'));
    await eventually('told', () =>
      messages(copy).includes(
        `This is a second version of record.txt${SUFFIX}, and nothing reads it. Merge it, or delete it.`,
      ),
    );
    await openFixture('record.txt.annotations (1).yaml');
    const [merge] = (await fixes(copy)).filter(({ command }) => command?.command === 'policyTranscripts.mergeCopy');
    await run(merge!.command!.command, ...merge!.command!.arguments!);
    assert.match(readFileSync(sidecar, 'utf8'), /id: q0[\s\S]*id: z9|id: z9[\s\S]*id: q0/u);
    // where the host has a trash it is in there
    rmSync(copy, { force: true });
    await eventually('no longer told', () => found(copy).length === 0);
  });
});

describe('problems of queries and lists of names', () => {
  const folder = workspacePath('queries');
  const query = workspacePath('queries/coal.yaml');
  const indicators = workspacePath('indicators.yaml');
  before(activateExtension);
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(indicators, { force: true });
  });

  it('are told while they are open, with the key that was probably meant', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(query, 'words: [煤炭]\nspeker: [林某]\nkind: [anser]\n');
    writeFileSync(indicators, '- name: 煤炭产量\n  same: [煤产量]\n- nam: 焦炭\n');
    await openFixture('queries/coal.yaml');
    await eventually('reported', () => messages(query).length === 2);
    assert.deepEqual(messages(query), [
      '“speker” is not known here. Did you mean “speaker”?',
      'The value of “kind: anser” is not understood. Known are: question, answer, moderator, statement.',
    ]);
    await openFixture('indicators.yaml');
    await eventually('reported', () => messages(indicators).length === 1);
    assert.match(messages(indicators)[0]!, /has no name/u);
  });

  it('are helped with their keys', async () => {
    const { document } = await openFixture('queries/coal.yaml');
    const { items } = await run<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(3, 0),
    );
    assert.ok(items.some(({ label }) => label === 'speaker'));
  });

  it('are helped with names that the workspace has', async () => {
    await openTranscript('record.txt');
    await run('policyTranscripts.setDocumentFacts', { region: '清江省', attributes: { body: '水利厅' } });
    writeFileSync(workspacePath('codebook.yaml'), 'tags: [{name: 水利, children: [{name: 供水}]}]\n');
    const offered = async (name: string, text: string) => {
      const path = workspacePath(name);
      writeFileSync(path, text);
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
      await eventually('read anew', () => document.getText() === text);
      const end = document.positionAt(text.trimEnd().length);
      const { items } = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const isOffered = (word: string, name: string, text: string) =>
      eventually(`${word} in ${text}`, async () => (await offered(name, text)).includes(word));
    const slogans = workspacePath('slogans.yaml');
    try {
      await isOffered('水利/供水', 'queries/names.yaml', 'tags: { any: [');
      await isOffered('none', 'queries/names.yaml', 'tags:\n  any: [水利]\n  n');
      await isOffered('周启明', 'queries/names.yaml', 'find: turns\nspeaker: [周');
      await isOffered('周启明', 'queries/names.yaml', 'speaker:\n  - 周');
      await isOffered('三保三防', 'queries/names.yaml', 'slogan: [');
      await isOffered('三保三防', 'slogans.yaml', '- name: 三');
      await isOffered('全省大中型水库蓄水量', 'indicators.yaml', 'indicators:\n  - name: 蓄水\n    same: [');
      await isOffered('body', 'queries/names.yaml', 'attributes: { ');
      await isOffered('水利厅', 'queries/names.yaml', 'attributes:\n  body: [');
      const beside = 'follow-up.txt.annotations.yaml';
      await isOffered('attributes', beside, 'version: 1\ndocument:\n  a');
      await isOffered('body', beside, 'version: 1\ndocument:\n  attributes: { ');
      await isOffered('水利厅', beside, 'version: 1\ndocument:\n  attributes:\n    body: 水');
      await isOffered('清江省', beside, 'version: 1\ndocument:\n  region: 清');
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const sidecars = ['record.txt', 'follow-up.txt'].map((name) => workspacePath(`${name}${SUFFIX}`));
      for (const path of [slogans, workspacePath('codebook.yaml'), ...sidecars]) rmSync(path, { force: true });
    }
  });

  it('are helped with the words that a key knows', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(query));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'kind: [\n');
    await vscode.workspace.applyEdit(edit);
    const { items } = await run<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 7),
    );
    assert.deepEqual(
      ['question', 'speaker'].map((word) => items.some(({ label }) => label === word)),
      [true, false],
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
