import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { activateExtension, eventually, workspacePath } from './openFixture';

/** Each test has files of its own, since the editor keeps what it knows of old ones for a while. */
let count = 0;
let PATH = '';
let SIDECAR = '';
const CODEBOOK = workspacePath('codebook.yaml');

const run = <T>(command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand<T>(`policyTranscripts.${command}`, ...args);
const entries = () => (existsSync(SIDECAR) ? (parse(readFileSync(SIDECAR, 'utf8')).annotations ?? []) : []);
const quotes = () => entries().map(({ target }: { target: { exact: string } }) => target.exact);

/** A fresh transcript, open in an editor; its text is that of the record. */
async function open(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await activateExtension();
  PATH = workspacePath(`annotated-${++count}.transcript`);
  SIDECAR = `${PATH}.annotations.yaml`;
  rmSync(CODEBOOK, { force: true });
  writeFileSync(PATH, readFileSync(workspacePath('record.txt')));
  return vscode.window.showTextDocument(vscode.Uri.file(PATH), { preview: false });
}

function rangeOf({ document }: vscode.TextEditor, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, words);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

function select(editor: vscode.TextEditor, ...all: string[]): void {
  editor.selections = all.map((words) => {
    const { start, end } = rangeOf(editor, words);
    return new vscode.Selection(start, end);
  });
}

async function tag(editor: vscode.TextEditor, words: string, ...tags: string[]): Promise<void> {
  select(editor, words);
  await run('tagSelection', { tags });
}

const edit = (editor: vscode.TextEditor, words: string, replacement: string) =>
  editor.edit((builder) => builder.replace(rangeOf(editor, words), replacement));

/** The hovers over the first of `words`, as plain words. */
async function hover(editor: vscode.TextEditor, words: string): Promise<string> {
  const { start } = rangeOf(editor, words);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    start.translate(0, 1),
  );
  const contents = hovers.flatMap((one) => one.contents as vscode.MarkdownString[]);
  return contents.map(({ value }) => value.replaceAll('\\', '').replaceAll('&nbsp;', ' ')).join('\n');
}

/** What is said of annotations, in words: no internal code is shown. */
const problems = (path: string) =>
  vscode.languages.getDiagnostics(vscode.Uri.file(path)).filter(({ source, code, message }) => {
    assert.deepEqual([source, code], ['Policy Transcripts', undefined]);
    return message.startsWith('Annotated passage');
  });

/** Removes the files of each test, and waits at the end until nothing of them is found in the workspace. */
function cleanUp(): void {
  afterEach(() => {
    for (const file of [PATH, SIDECAR, CODEBOOK]) rmSync(file, { force: true });
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // what is found in the workspace by other tests must not have them any more
    await eventually('gone from the index', async () => {
      const search = 'vscode.executeWorkspaceSymbolProvider';
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(search, '三保三防');
      return !found.some(({ location }) => location.uri.path.includes('annotated-'));
    });
  });
}

describe('annotating', () => {
  cleanUp();

  it('finds a passage in the whole workspace by its note', async () => {
    const editor = await open();
    select(editor, '三保三防');
    await run('tagSelection', { tags: ['提法'], note: '与代表团的说法对照' });
    await eventually('found', async () => {
      const search = 'vscode.executeWorkspaceSymbolProvider';
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(search, '代表团的说法');
      return found.some(({ name, containerName }) => name.startsWith('三保三防') && containerName === '提法');
    });
  });

  it('tags several selections at once, and a tagged passage again without a second entry', async () => {
    const editor = await open();
    select(editor, '三保三防', '四水联治');
    await run('tagSelection', { tags: ['提法'] });
    await tag(editor, '三保三防', '水利/防洪');
    assert.deepEqual(quotes(), ['三保三防', '四水联治']);
    assert.deepEqual(entries()[0].tags, ['提法', '水利/防洪']);
  });

  it('begins a codebook with the first tags', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '水利/防洪');
    const { tags } = parse(readFileSync(CODEBOOK, 'utf8'));
    assert.equal(tags[0].name, '水利');
    assert.equal(tags[0].children[0].name, '防洪');
  });

  it('shows tags and note over the passage', async () => {
    const editor = await open();
    select(editor, '四水联治');
    await run('tagSelection', { tags: ['治污'], note: '与2021年的说法不同' });
    await eventually('hover', async () => {
      const words = await hover(editor, '四水联治');
      return words.includes('治污') && words.includes('与2021年的说法不同');
    });
  });

  it('takes changes back and makes them again', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '甲');
    await tag(editor, '四水联治', '乙');
    await run('undoAnnotationChange');
    assert.deepEqual(quotes(), ['三保三防']);
    await run('redoAnnotationChange');
    assert.deepEqual(quotes(), ['三保三防', '四水联治']);
    select(editor, '三保三防');
    await eventually('anchored', async () => (await hover(editor, '三保三防')).includes('甲'));
    await run('deleteAnnotation');
    assert.deepEqual(quotes(), ['四水联治']);
    await run('undoAnnotationChange');
    assert.deepEqual(quotes(), ['三保三防', '四水联治']);
  });

  it('follows edits, and records them when the transcript is saved', async () => {
    const editor = await open();
    await tag(editor, '统筹安排全省水库调度', '调度');
    await edit(editor, '统筹安排', '统筹科学安排');
    await edit(editor, '“守护清江水”', '“守护清江母亲河”');
    assert.deepEqual(quotes(), ['统筹安排全省水库调度']);
    await editor.document.save();
    await eventually('recorded', () => quotes()[0] === '统筹科学安排全省水库调度');
    assert.equal(entries()[0].target.start, editor.document.getText().indexOf('统筹科学安排'));
    await eventually('no problem', () => problems(PATH).length === 0);
  });

  it('loses no character that is deleted at an end and comes back', async () => {
    const editor = await open();
    await tag(editor, '统筹安排全省水库调度', '调度');
    const { end } = rangeOf(editor, '统筹安排全省水库调度');
    await editor.edit((builder) => builder.delete(new vscode.Range(end.translate(0, -2), end)));
    await editor.document.save();
    await eventually('recorded', () => quotes()[0] === '统筹安排全省水库');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    await editor.document.save();
    await eventually('recorded again', () => quotes()[0] === '统筹安排全省水库调度');
  });

  it('re-anchors to another mention of the same words', async () => {
    const editor = await open();
    await tag(editor, '请问', '甲');
    const [{ id, target }] = entries();
    await eventually('anchored', async () => (await hover(editor, '请问')).includes('甲'));
    const text = editor.document.getText();
    const second = text.indexOf('请问', text.indexOf('请问') + 1);
    editor.selection = new vscode.Selection(editor.document.positionAt(second), editor.document.positionAt(second + 2));
    await run('reanchorToSelection', { uri: editor.document.uri.toString(), id });
    await eventually('written', () => entries()[0].target.start === second && second !== target.start);
    await eventually('not where it was', async () => !(await hover(editor, '请问')).includes('甲'));
  });

  it('keeps apart the tags of two passages that are tagged together', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '甲');
    await tag(editor, '四水联治', '乙');
    select(editor, '三保三防', '四水联治');
    await run('tagSelection', { tags: ['丙'] });
    assert.deepEqual(
      entries().map(({ tags }: { tags: string[] }) => tags),
      [
        ['甲', '丙'],
        ['乙', '丙'],
      ],
    );
  });

  it('leaves the old words of a figure that was changed, and says so', async () => {
    const editor = await open();
    await tag(editor, '水量达到86.4亿立方米', '水量');
    await edit(editor, '86.4亿立方米', '68.4亿立方米');
    await editor.document.save();
    await eventually('reported', () => problems(PATH).some(({ message }) => message.endsWith('a figure has changed')));
    await eventually('only there', () => problems(PATH).length === 1 && problems(SIDECAR).length === 0);
    assert.deepEqual(quotes(), ['水量达到86.4亿立方米']);
    const [problem] = problems(PATH);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      problem!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const offered = fixes.map(({ command }) => command?.command.replace('policyTranscripts.', ''));
    for (const name of ['acceptProposal', 'compareWording', 'reanchorToSelection', 'keepAsOrphan']) {
      assert.ok(offered.includes(name), offered.join());
    }
    select(editor, '水量达到68.4亿立方米');
    await run('acceptProposal');
    await eventually('accepted', () => quotes()[0] === '水量达到68.4亿立方米' && problems(PATH).length === 0);
  });

  it('names a passage that has quotation marks of its own with single ones', async () => {
    const editor = await open();
    await tag(editor, '“守护清江水”', '行动');
    await edit(editor, '“守护清江水”', '');
    await editor.document.save();
    const [problem] = await eventually('reported', () =>
      [PATH, SIDECAR].map(problems).find(({ length }) => length > 0),
    );
    assert.match(problem!.message, /“‘守护清江水’”/u);
  });

  it('finds passages again when another program has rewritten the file', async () => {
    const editor = await open();
    await tag(editor, '落实管水员2.3万名', '管护');
    await tag(editor, '长江江豚也回来了', '生态');
    const text = readFileSync(PATH, 'utf8');
    writeFileSync(PATH, `编者按：全文如下。\n\n${text.replace('，长江江豚也回来了上百头次', '')}`);
    await eventually(
      'one is gone',
      () =>
        problems(SIDECAR)
          .map(({ message }) => message)
          .join() === 'Annotated passage “长江江豚也回来了”: no longer in the text',
    );
    await eventually('the other moved', async () => (await hover(editor, '落实管水员2.3万名')).includes('管护'));
    assert.deepEqual(quotes(), ['落实管水员2.3万名', '长江江豚也回来了']);
    await run('keepAsOrphan', { uri: editor.document.uri.toString(), id: entries()[1].id });
    await eventually('decided', () => problems(SIDECAR).length === 0);
    assert.equal(entries()[1].resolution, 'orphan');
  });

  it('writes nothing when an edited transcript is closed without saving', async () => {
    const editor = await open();
    await tag(editor, '统筹安排全省水库调度', '调度');
    const before = readFileSync(SIDECAR, 'utf8');
    await edit(editor, '统筹安排', '统筹科学安排');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.equal(readFileSync(SIDECAR, 'utf8'), before);
  });

  it('lets the sidecar go with its transcript', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '甲');
    const renamed = workspacePath('renamed.transcript');
    const move = new vscode.WorkspaceEdit();
    move.renameFile(editor.document.uri, vscode.Uri.file(renamed));
    await vscode.workspace.applyEdit(move);
    await eventually('renamed', () => existsSync(`${renamed}.annotations.yaml`) && !existsSync(SIDECAR));
    const remove = new vscode.WorkspaceEdit();
    remove.deleteFile(vscode.Uri.file(renamed));
    await vscode.workspace.applyEdit(remove);
    await eventually('deleted', () => !existsSync(`${renamed}.annotations.yaml`));
  });

  it('offers the tags of the codebook inside the sidecar', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '水利/防洪');
    const sidecar = await vscode.workspace.openTextDocument(SIDECAR);
    const at = sidecar.positionAt(sidecar.getText().indexOf('tags: [') + 7);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      sidecar.uri,
      at,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('水利/防洪'), labels.slice(0, 5).join());
  });

  it('saves a note whose transcript has got another name meanwhile', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '甲');
    const [{ id }] = entries();
    await run('addNote', { uri: editor.document.uri.toString(), id });
    const note = await eventually('note editor', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === 'policy-transcripts-note' ? active : undefined;
    });
    const edit = new vscode.WorkspaceEdit();
    const renamed = `${PATH.replace('.transcript', '-renamed.transcript')}`;
    edit.renameFile(vscode.Uri.file(PATH), vscode.Uri.file(renamed));
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    [PATH, SIDECAR] = [renamed, `${renamed}.annotations.yaml`];
    await eventually('the annotations go along', () => existsSync(SIDECAR));
    await eventually('typed', async () =>
      note.edit((builder) => builder.insert(new vscode.Position(0, 0), '改名以后')),
    );
    await eventually('written', async () => {
      await note.document.save();
      return entries()[0]?.note === '改名以后';
    });
  });

  it('deletes what is selected in the view, and nothing at the caret, where the view is meant', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '甲');
    select(editor, '三保三防');
    await eventually('anchored', async () => (await hover(editor, '三保三防')).includes('甲'));
    await run('deleteAnnotation', 'view');
    assert.equal(entries().length, 1);
    await run('deleteAnnotation');
    assert.equal(entries().length, 0);
  });

  it('writes a note in its own editor', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '甲');
    select(editor, '三保三防');
    await eventually('anchored', async () => (await hover(editor, '三保三防')).includes('甲'));
    await run('addNote');
    const note = await eventually('note editor', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === 'policy-transcripts-note' ? active : undefined;
    });
    await eventually('typed', async () =>
      note.edit((builder) => builder.insert(new vscode.Position(0, 0), '第一行\n第二行')),
    );
    await eventually('written', async () => {
      await note.document.save();
      return entries()[0].note === '第一行\n第二行';
    });
  });
});

describe('merging with git', () => {
  it('merges a conflict by entry, keeping what both sides added', async () => {
    const folder = workspacePath('repository');
    const name = 'm.transcript.annotations.yaml';
    const file = join(folder, name);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder, stdio: 'pipe' });
    const entry = (id: string) =>
      `  - id: ${id}\n    tags: [${id}]\n    target: { exact: ${id}, prefix: '', suffix: '', start: 1 }\n`;
    mkdirSync(folder);
    git('init', '-q', '-b', 'main');
    writeFileSync(file, `version: 1\nannotations:\n${entry('aa')}`);
    git('add', '.');
    git('commit', '-qm', 'base');
    git('checkout', '-qb', 'other');
    writeFileSync(file, `version: 1\nannotations:\n${entry('aa')}${entry('bb')}`);
    git('commit', '-qam', 'theirs');
    git('checkout', '-q', 'main');
    writeFileSync(file, `version: 1\nannotations:\n${entry('aa')}${entry('cc')}`);
    git('commit', '-qam', 'ours');
    assert.throws(() => git('merge', 'other'));
    assert.match(readFileSync(file, 'utf8'), /<<<<<<</u);
    await activateExtension();
    await run('resolveConflict', vscode.Uri.file(file));
    const { annotations } = parse(readFileSync(file, 'utf8'));
    assert.deepEqual(annotations.map(({ id }: { id: string }) => id).sort(), ['aa', 'bb', 'cc']);
    await run('undoAnnotationChange');
    assert.match(readFileSync(file, 'utf8'), /<<<<<<</u);
    rmSync(folder, { recursive: true });
  });
});

describe('getting annotations out', () => {
  cleanUp();

  it('copies a passage with its citation', async () => {
    const editor = await open();
    select(editor, '化肥用量减少8%左右');
    await run('copyWithCitation');
    assert.equal(
      await vscode.env.clipboard.readText(),
      '“化肥用量减少8%左右”（沈岚副厅长，［“守护清江水”主题新闻发布会实录］，2024年9月12日）',
    );
  });

  it('exports passages as a table and as Markdown by tag', async () => {
    const editor = await open();
    await tag(editor, '新建管网1,260公里', '水利/管网');
    await eventually('anchored', async () => (await hover(editor, '新建管网1,260公里')).includes('管网'));
    for (const [name, expected] of [
      ['passages.csv', /新建管网1,260公里/u],
      ['passages.md', /^#+ .*水利\/管网[\s\S]*新建管网1,260公里/mu],
    ] as const) {
      const target = vscode.Uri.file(workspacePath(name));
      await run('exportAnnotations', { target });
      assert.match(readFileSync(target.fsPath, 'utf8'), expected);
      rmSync(target.fsPath);
    }
  });

  it('exchanges the codebook with other programs', async () => {
    const editor = await open();
    await tag(editor, '三保三防', '水利/防洪');
    const target = vscode.Uri.file(workspacePath('codebook.qdc'));
    await run('exportCodebook', { target });
    const exported = readFileSync(target.fsPath, 'utf8');
    assert.match(exported, /<CodeBook[\s\S]*name="水利"[\s\S]*name="防洪"/u);
    writeFileSync(target.fsPath, exported.replaceAll('防洪', '供水'));
    await run('importCodebook', { source: target });
    const [water] = parse(readFileSync(CODEBOOK, 'utf8')).tags;
    assert.deepEqual(water.children.map(({ name }: { name: string }) => name).sort(), ['供水', '防洪']);
    rmSync(target.fsPath);
  });
});
