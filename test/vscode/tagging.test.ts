import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { eventually, openTranscript, workspacePath } from './openFixture';

const SIDECAR = workspacePath('record.txt.annotations.yaml');

async function selectWords(words: string): Promise<vscode.TextEditor> {
  const editor = await openTranscript('record.txt');
  const start = editor.document.getText().indexOf(words);
  const position = (offset: number) => editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position(start), position(start + words.length));
  return editor;
}

const tag = (argument: unknown) => vscode.commands.executeCommand('policyTranscripts.tagSelection', argument);

describe('tagSelection', () => {
  beforeEach(() => rmSync(SIDECAR, { force: true }));

  it('writes the passage, its tags and note into the sidecar', async () => {
    const words = '农村自来水普及率由88.5%提高到93.2%';
    const editor = await selectWords(words);
    await tag({ tags: ['水利/供水'], note: '与2022年对照' });
    const { version, annotations } = parse(readFileSync(SIDECAR, 'utf8'));
    assert.equal(version, 1);
    const [{ id, tags, target, note, created }] = annotations;
    assert.deepEqual([tags, note, target.exact], [['水利/供水'], '与2022年对照', words]);
    const text = editor.document.getText();
    assert.equal(target.start, text.indexOf(words));
    assert.equal(text.slice(target.start - target.prefix.length, target.start), target.prefix);
    assert.match(id, /^[a-z][0-9a-z]{7}$/);
    assert.match(created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('keeps entries in text order', async () => {
    await selectWords('清淤3600万立方米');
    await tag({ tags: ['乙'] });
    await selectWords('三保三防');
    await tag({ tags: ['甲'] });
    const { annotations } = parse(readFileSync(SIDECAR, 'utf8'));
    assert.deepEqual(
      annotations.map(({ tags }: { tags: string[] }) => tags[0]),
      ['甲', '乙'],
    );
  });

  describe('right after another program has written', () => {
    const tagsNow = () => parse(readFileSync(SIDECAR, 'utf8')).annotations.map(({ tags }: { tags: string[] }) => tags);
    /** The words have an annotation, and the window knows it. */
    const tagged = async () => {
      await selectWords('三保三防');
      await tag({ tags: ['甲'] });
      await tag({ tags: ['乙'] });
      assert.deepEqual(tagsNow(), [['甲', '乙']]);
    };

    it('begins a new sidecar where that was deleted, with nothing that was in it', async () => {
      await tagged();
      rmSync(SIDECAR);
      await tag({ tags: ['丙'] });
      assert.deepEqual(tagsNow(), [['丙']]);
    });

    it('keeps the tags that were given there', async () => {
      await tagged();
      writeFileSync(SIDECAR, readFileSync(SIDECAR, 'utf8').replace('[甲, 乙]', '[甲, 丁]'));
      await tag({ tags: ['丙'] });
      assert.deepEqual(tagsNow(), [['甲', '丁', '丙']]);
    });

    it('takes a passage that was annotated there for annotated', async () => {
      await selectWords('三保三防');
      await tag({ tags: ['甲'] });
      const written = readFileSync(SIDECAR, 'utf8');
      await vscode.commands.executeCommand('policyTranscripts.undoAnnotationChange');
      writeFileSync(SIDECAR, written);
      await tag({ tags: ['乙'] });
      assert.deepEqual(tagsNow(), [['甲', '乙']]);
    });

    it('goes on where the sidecar is deleted while the person chooses', async () => {
      await tagged();
      const [{ id }] = parse(readFileSync(SIDECAR, 'utf8')).annotations;
      const choosing = vscode.commands.executeCommand('policyTranscripts.tagSelection');
      await new Promise((resolve) => setTimeout(resolve, 500));
      rmSync(SIDECAR);
      await eventually('written', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return existsSync(SIDECAR);
      });
      await choosing;
      const now = parse(readFileSync(SIDECAR, 'utf8')).annotations;
      assert.equal(now.length, 1);
      assert.notEqual(now[0].id, id);
    });
  });

  it('makes a tag that no passage has, with what it means, and takes that back', async () => {
    const codebook = workspacePath('codebook.yaml');
    rmSync(codebook, { force: true });
    await selectWords('三保三防');
    const make = (path: string) =>
      vscode.commands.executeCommand('policyTranscripts.newTag', { path, description: '管网与水价' });
    await make('民生/供水');
    const [{ name, children }] = parse(readFileSync(codebook, 'utf8')).tags;
    assert.deepEqual([name, children], ['民生', [{ name: '供水', description: '管网与水价' }]]);
    const written = readFileSync(codebook, 'utf8');
    await make('民生/供水');
    await make('民生//供水');
    assert.equal(readFileSync(codebook, 'utf8'), written);
    await vscode.commands.executeCommand('policyTranscripts.undoAnnotationChange');
    await eventually('taken back', () => !existsSync(codebook) || !readFileSync(codebook, 'utf8').includes('民生'));
    assert.equal(existsSync(SIDECAR), false);
    rmSync(codebook, { force: true });
  });

  it('writes no codebook where a setting leads out of the folder', async () => {
    const settings = vscode.workspace.getConfiguration('policyTranscripts');
    const outside = workspacePath('../outside.yaml');
    const codebook = workspacePath('codebook.yaml');
    writeFileSync(outside, 'name: app\n');
    await settings.update('codebook', '../outside.yaml', vscode.ConfigurationTarget.Workspace);
    try {
      await selectWords('三保三防');
      await tag({ tags: ['新标签'] });
      assert.equal(readFileSync(outside, 'utf8'), 'name: app\n');
      assert.match(readFileSync(codebook, 'utf8'), /name: 新标签/u);
    } finally {
      await settings.update('codebook', undefined, vscode.ConfigurationTarget.Workspace);
      for (const path of [outside, codebook]) rmSync(path, { force: true });
    }
  });

  it('leaves a sidecar in another encoding as it is, and says so', async () => {
    const bytes = Buffer.from('\ufeffversion: 1\nannotations: []\n', 'utf16le');
    writeFileSync(SIDECAR, bytes);
    await selectWords('三保三防');
    await tag({ tags: ['甲'] });
    assert.deepEqual(readFileSync(SIDECAR), bytes);
    await eventually('told', () =>
      vscode.languages
        .getDiagnostics(vscode.Uri.file(SIDECAR))
        .some(({ message }) => message.startsWith('This file is not UTF-8 text.')),
    );
  });

  it('leaves a sidecar that does not parse as it is', async () => {
    const broken = 'version: 1\nannotations:\n  - id: "aa\n';
    writeFileSync(SIDECAR, broken);
    await selectWords('三保三防');
    await tag({ tags: ['甲'] });
    assert.equal(readFileSync(SIDECAR, 'utf8'), broken);
  });

  it('leaves a read-only sidecar as it is', async () => {
    writeFileSync(SIDECAR, 'version: 1\n');
    chmodSync(SIDECAR, 0o444);
    await selectWords('三保三防');
    void tag({ tags: ['甲'] });
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(readFileSync(SIDECAR, 'utf8'), 'version: 1\n');
  });

  it('keeps what somebody is typing into the sidecar', async () => {
    writeFileSync(SIDECAR, 'version: 1\n');
    const sidecar = await vscode.workspace.openTextDocument(SIDECAR);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(sidecar.uri, new vscode.Position(0, 0), '# typing\n');
    await vscode.workspace.applyEdit(edit);
    await selectWords('三保三防');
    await tag({ tags: ['甲'] });
    await eventually('saved', () => !sidecar.isDirty);
    assert.match(readFileSync(SIDECAR, 'utf8'), /^# typing\nversion: 1\nannotations:\n {2}- id: /);
  });

  it('writes nothing when nothing is selected', async () => {
    const editor = await openTranscript('record.txt');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    void tag({ tags: ['甲'] });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(existsSync(SIDECAR), false);
  });
});
