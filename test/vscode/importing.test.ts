import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { makeDocx, paragraph } from '../importing/makeDocx';
import { makePage } from '../importing/makePage';
import { makePdf } from '../importing/makePdf';
import { typeset } from '../importing/typeset';
import { activateExtension, eventually, workspacePath } from './openFixture';

const SAYS = [
  '云江日报记者：请介绍一下今年全省秋粮生产的情况，以及下一步的打算。',
  '林知远厅长：谢谢您的提问。预计全年粮食产量达到386.5亿斤，比上年增加4.2亿斤，主要靠“三增一减”，即增面积、增单产、增效益，减损耗。',
];
const FACTS = { title: '秋粮发布会', url: 'https://example.com/a.html', date: '2025-09-18', outlet: '云江日报' };

const run = <T>(command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand<T>(`policyTranscripts.${command}`, ...args);

describe('importing', () => {
  const folder = workspacePath('originals');
  const at = (name: string) => join(folder, name);
  const text = (name: string) => readFileSync(at(name), 'utf8');
  const sidecar = (name: string) => parse(readFileSync(`${at(name)}.annotations.yaml`, 'utf8'));
  const importAll = (...names: string[]) =>
    run<vscode.Uri[]>('importTranscripts', {
      files: names.map((name) => vscode.Uri.file(at(name))),
      withoutAsking: true,
    });
  before(activateExtension);
  beforeEach(() => mkdirSync(folder));
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes transcripts beside a Word document, a PDF and a web page, with their source', async () => {
    writeFileSync(at('a.docx'), makeDocx(SAYS.map((line) => paragraph(line)).join('')));
    writeFileSync(at('b.pdf'), makePdf(typeset(SAYS, { size: 14, indent: 2 })));
    writeFileSync(at('c.html'), makePage(SAYS, FACTS));
    writeFileSync(at('b.txt'), '别人的文件');
    const created = await importAll('a.docx', 'b.pdf', 'c.html');
    assert.deepEqual(
      created.map(({ path }) => path.split('/').at(-1)),
      ['a.txt', 'b-2.txt', 'c.txt'],
    );
    assert.equal(text('a.txt'), `${SAYS.join('\n')}\n`);
    assert.equal(text('b-2.txt'), `${SAYS.join('\n')}\n`);
    assert.ok(text('c.txt').endsWith(`${SAYS.join('\n')}\n`));
    assert.equal(text('b.txt'), '别人的文件');
    const { original, originalHash, ...facts } = sidecar('c.txt').document;
    assert.deepEqual([facts, original], [FACTS, 'c.html']);
    assert.match(originalHash, /^sha256:[\da-f]{64}$/u);
    assert.equal(existsSync(at('a.docx')), true);
  });

  it('makes transcripts of all documents of a folder and of those in it, and of no text that is there', async () => {
    mkdirSync(at('2025/west'), { recursive: true });
    mkdirSync(at('2025/.git'));
    writeFileSync(at('2025/b.docx'), makeDocx(SAYS.map((line) => paragraph(line)).join('')));
    writeFileSync(at('2025/west/c.html'), makePage(SAYS, FACTS));
    writeFileSync(at('2025/.git/d.html'), makePage(SAYS, FACTS));
    writeFileSync(at('2025/notes.txt'), '别人的文件');
    writeFileSync(at('2025/table.xlsx'), 'x');
    const created = await importAll('2025');
    assert.deepEqual(
      created.map(({ path }) => path.split('/originals/')[1]),
      ['2025/b.txt', '2025/west/c.txt'],
    );
    assert.deepEqual(await importAll('2025/.git/empty'), []);
  });

  it('takes an import back with all that it made, and makes it again', async () => {
    writeFileSync(at('a.docx'), makeDocx(SAYS.map((line) => paragraph(line)).join('')));
    writeFileSync(at('c.html'), makePage(SAYS, FACTS));
    await importAll('a.docx', 'c.html');
    const made = ['a.docx', 'a.txt', 'a.txt.annotations.yaml', 'c.html', 'c.txt', 'c.txt.annotations.yaml'];
    assert.deepEqual(readdirSync(folder).sort(), made);
    const before = made.map((name) => readFileSync(at(name), 'latin1'));
    await run('undoAnnotationChange');
    assert.deepEqual(readdirSync(folder).sort(), ['a.docx', 'c.html']);
    await run('redoAnnotationChange');
    assert.deepEqual(readdirSync(folder).sort(), made);
    assert.deepEqual(
      made.map((name) => readFileSync(at(name), 'latin1')),
      before,
    );
    await run('undoAnnotationChange');
    assert.deepEqual(readdirSync(folder).sort(), ['a.docx', 'c.html']);
  });

  it('leaves what has been changed since it was imported', async () => {
    writeFileSync(at('a.docx'), makeDocx(SAYS.map((line) => paragraph(line)).join('')));
    for (const change of ['a.txt', 'a.txt.annotations.yaml']) {
      await importAll('a.docx');
      appendFileSync(at(change), '# 我的一行\n');
      const changed = [text('a.txt'), text('a.txt.annotations.yaml')];
      await run('undoAnnotationChange');
      assert.deepEqual([text('a.txt'), text('a.txt.annotations.yaml')], changed);
      for (const name of ['a.txt', 'a.txt.annotations.yaml']) rmSync(at(name));
    }
  });

  it('takes back a transcript that was made of what was copied', async () => {
    await vscode.env.clipboard.writeText(`发布会\n${SAYS.join('\n')}\n`);
    writeFileSync(at('near.txt'), '近处的文件\n');
    await vscode.window.showTextDocument(vscode.Uri.file(at('near.txt')));
    const made = await run<vscode.Uri>('newFromClipboard', { withoutAsking: true });
    assert.deepEqual([made.fsPath, text('发布会.txt')], [at('发布会.txt'), `发布会\n${SAYS.join('\n')}\n`]);
    await run('undoAnnotationChange');
    assert.equal(existsSync(at('发布会.txt')), false);
  });

  it('tells the previews of two originals of one name apart', async () => {
    for (const name of ['east', 'west']) {
      mkdirSync(at(name));
      writeFileSync(at(`${name}/a.html`), makePage(SAYS, FACTS));
      void run('importTranscripts', { files: [vscode.Uri.file(at(`${name}/a.html`))] });
      await eventually('a preview', () =>
        vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Import'))),
      );
    }
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually('two previews', () => labels().filter((label) => label.includes('a.html')).length === 2);
    assert.deepEqual(labels().sort(), ['Import Transcripts: a.html', 'Import Transcripts: a.html (originals/west)']);
  });

  it('knows an original again, and updates its transcript with the annotations where it has changed', async () => {
    writeFileSync(at('a.docx'), makeDocx(SAYS.map((line) => paragraph(line)).join('')));
    const [created] = await importAll('a.docx');
    const editor = await vscode.window.showTextDocument(created!, { preview: false });
    const words = '增面积、增单产、增效益，减损耗';
    const start = editor.document.getText().indexOf(words);
    const [from, to] = [start, start + words.length].map((offset) => editor.document.positionAt(offset));
    await eventually('it is a transcript', () => editor.document.languageId === 'policy-transcript');
    editor.selection = new vscode.Selection(from!, to!);
    await run('tagSelection', { tags: ['农业'] });
    assert.deepEqual((await importAll('a.docx')).map(String), [String(created)]);
    const before = sidecar('a.txt').document.originalHash;

    const more = ['主持人：现在开始提问，请各位先通报单位。', ...SAYS];
    writeFileSync(at('a.docx'), makeDocx(more.map((line) => paragraph(line)).join('')));
    assert.deepEqual((await importAll('a.docx')).map(String), [String(created)]);
    assert.equal(text('a.txt'), `${more.join('\n')}\n`);
    const after = sidecar('a.txt');
    assert.notEqual(after.document.originalHash, before);
    assert.deepEqual(
      after.annotations.map(({ target }: { target: { exact: string } }) => target.exact),
      [words],
    );
    assert.deepEqual(readdirSync(folder).sort(), ['a.docx', 'a.txt', 'a.txt.annotations.yaml']);
  });

  it('updates a transcript that was renamed, with what a person took back when it was made', async () => {
    const docx = (lines: readonly string[]) =>
      makeDocx(lines.map((line) => paragraph(line)).join(''), { header: '内部资料' });
    writeFileSync(at('a.docx'), docx(SAYS));
    const [created] = await importAll('a.docx');
    const renamed = vscode.Uri.file(at('秋粮.txt'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(created!, renamed);
    await vscode.workspace.applyEdit(edit);
    await eventually('the sidecar went along', () => existsSync(at('秋粮.txt.annotations.yaml')));
    writeFileSync(at('秋粮.txt'), `内部资料\n${text('秋粮.txt')}`);
    const more = ['主持人：现在开始提问，请各位先通报单位。', ...SAYS];
    writeFileSync(at('a.docx'), docx(more));
    assert.deepEqual((await importAll('a.docx')).map(String), [String(renamed)]);
    assert.equal(text('秋粮.txt'), `${['内部资料', ...more].join('\n')}\n`);
    assert.deepEqual(readdirSync(folder).sort(), ['a.docx', '秋粮.txt', '秋粮.txt.annotations.yaml']);
  });

  it('makes nothing of what cannot be read', async () => {
    writeFileSync(at('a.docx'), 'no zip');
    assert.deepEqual(await importAll('a.docx', 'none.pdf'), []);
    assert.deepEqual(readdirSync(folder), ['a.docx']);
  });

  for (const eol of ['\n', '\r\n']) {
    it(`cleans up a text that layout broke as one edit that annotations follow, ${eol.length === 1 ? 'LF' : 'CRLF'}`, async () => {
      // the editor keeps the line ends of a file that it has shown
      const name = `broken-${eol.length}.transcript`;
      const broken = [
        '　　云江日报记者：请介绍一下今年全省秋粮生产的情况，以',
        '及下一步的打算。',
        '　　林知远厅长：谢谢您的提问。预计全年粮食产量达到386.',
        '5亿斤，比上年增加4.2亿斤，主要靠“三增一减”，即增面积',
        '',
        '— 3 —',
        '',
        '、增单产、增效益，减损耗。今年的天气前期旱、后期涝，各地',
        '抓得早、抓得实，损失降到了最低。',
      ].join(eol);
      writeFileSync(at(name), broken);
      const { document } = await vscode.window.showTextDocument(vscode.Uri.file(at(name)), {
        preview: false,
      });
      const editor = vscode.window.activeTextEditor!;
      const [from, to] = ['达到386', '比上年'].map((words) => document.positionAt(document.getText().indexOf(words)));
      editor.selection = new vscode.Selection(from!, to!);
      await run('tagSelection', { tags: ['农业'] });
      await run('cleanUpLayout', { withoutAsking: true });
      const lines = document
        .getText()
        .split(eol)
        .map((line) => line.trim());
      const clean = [SAYS[0], `${SAYS[1]!}今年的天气前期旱、后期涝，各地抓得早、抓得实，损失降到了最低。`];
      assert.deepEqual(lines, clean);
      await document.save();
      await eventually('the annotation has the words as they are now', () => {
        const [entry] = sidecar(name).annotations;
        return entry.target.exact === '达到386.5亿斤，';
      });
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), broken);
    });
  }
});
