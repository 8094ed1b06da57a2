import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { activateExtension, eventually, openFixture, openTranscript, workspacePath } from './openFixture';

const SUFFIX = '.annotations.yaml';
const found = (path: string) => vscode.languages.getDiagnostics(vscode.Uri.file(path));
const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);
const settle = () => new Promise((resolve) => setTimeout(resolve, 1500));
const TEXT = '记者：供水和治污的进展如何？\n厅长：供水普及率达到95%，推进“五水联调”。\n';

const entry = (id: string, tags: string, exact = '供水普及率') =>
  `  - id: ${id}\n    tags: ${tags}\n    target: {exact: ${exact}, start: ${TEXT.indexOf(exact)}}\n`;
const sidecar = (...entries: string[]) => `version: 1\nannotations:\n${entries.join('')}`;

async function tag(name: string, words: string, tags: string[]): Promise<void> {
  const editor = await openTranscript(name);
  const start = editor.document.getText().indexOf(words);
  const at = (offset: number) => editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at(start), at(start + words.length));
  await run('policyTranscripts.tagSelection', { tags });
}

async function fixesAt(path: string, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return run('vscode.executeCodeActionProvider', vscode.Uri.file(path), range, vscode.CodeActionKind.QuickFix.value);
}

describe('settings that name files of others', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  const codebook = workspacePath('codebook.yaml');
  const settings = () => vscode.workspace.getConfiguration('policyTranscripts');
  const set = (value: string | undefined) => settings().update('codebook', value, vscode.ConfigurationTarget.Workspace);
  const side = workspacePath(`record.txt${SUFFIX}`);
  const clean = () => {
    for (const path of [codebook, side]) rmSync(path, { force: true });
  };
  before(activateExtension);
  beforeEach(clean);
  afterEach(async () => {
    await set(undefined);
    clean();
  });
  after(() => rmSync(outside, { recursive: true }));

  const target = join(outside, 'config.yaml');
  for (const written of [target, `x/../../../${target}`, `file://${target}`, '~/config.yaml']) {
    it(`do not lead out of the folder: ${written.replace(outside, '/outside')}`, async () => {
      writeFileSync(target, 'tags: []\n');
      await set(written);
      const before = readdirSync(workspacePath('..'));
      await tag('record.txt', '三保三防', ['新标签']);
      assert.equal(readFileSync(target, 'utf8'), 'tags: []\n');
      assert.deepEqual(
        readdirSync(workspacePath('..')).filter((name) => !before.includes(name)),
        [],
      );
      assert.match(readFileSync(codebook, 'utf8'), /name: 新标签/u);
      assert.deepEqual(parse(readFileSync(side, 'utf8')).annotations[0].tags, ['新标签']);
    });
  }

  for (const [name, text] of [
    ['app.yaml', 'name: app\nscripts:\n  - tags\n'],
    ['list.yaml', '- tags\n- name: x\n'],
    ['package.json', '{"name": "app", "tags": "x"}\n'],
    ['words.md', 'Only words.\n'],
  ] as const) {
    it(`leave files of other programs as they are: ${name}`, async () => {
      const path = workspacePath(name);
      writeFileSync(path, text);
      try {
        await set(name);
        await tag('record.txt', '三保三防', ['新标签']);
        assert.equal(readFileSync(path, 'utf8'), text);
      } finally {
        rmSync(path, { force: true });
      }
    });
  }
});

describe('links', () => {
  const outside = mkdtempSync(join(tmpdir(), 'linked-'));
  const inside = workspacePath('years');
  before(async () => {
    await activateExtension();
    mkdirSync(inside);
    writeFileSync(join(inside, 'a.transcript'), TEXT);
    writeFileSync(join(outside, 'b.transcript'), TEXT.replace('五水联调', '六水联调'));
    writeFileSync(join(outside, `b.transcript${SUFFIX}`), sidecar(entry('bbbb', '[甲]')));
    symlinkSync(inside, workspacePath('again'));
    symlinkSync(outside, workspacePath('elsewhere'));
    symlinkSync(workspacePath('.'), join(inside, 'loop'));
  });
  after(async () => {
    await run('workbench.action.closeAllEditors');
    for (const path of ['again', 'elsewhere', 'years']) rmSync(workspacePath(path), { recursive: true, force: true });
    rmSync(outside, { recursive: true, force: true });
  });

  const symbols = (name: string) => run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', name);

  it('to folders are followed, and what two of them lead to counts once', async () => {
    const linked = await eventually('found through the link', async () => {
      const all = (await symbols('六水联调')).filter(({ name }) => name.includes('六水联调'));
      return all.length > 0 && all;
    });
    assert.equal(linked.length, 1);
    await eventually('once, by its own path', async () => {
      const twice = (await symbols('五水联调')).filter(({ name }) => name.includes('五水联调'));
      const paths = twice.map(({ location }) => location.uri.path.split('/').slice(-2).join('/'));
      return paths.join() === 'years/a.transcript';
    });
  });

  for (const [what, name] of [
    ['a link to a folder', 'later'],
    ['a link whose name has a dot', '2024.05'],
  ] as const) {
    it(`to folders are followed when they come after all was looked at, and no more when they go: ${what}`, async () => {
      const later = mkdtempSync(join(tmpdir(), 'later-'));
      const count = async () => (await symbols('四水联调')).filter((one) => one.name.includes('四水联调')).length;
      try {
        writeFileSync(join(later, 'c.transcript'), TEXT.replace('五水联调', '四水联调'));
        assert.equal(await count(), 0);
        symlinkSync(later, workspacePath(name));
        await eventually('found through the link', async () => (await count()) === 1);
        unlinkSync(workspacePath(name));
        await eventually('gone with the link', async () => (await count()) === 0);
      } finally {
        for (const path of [workspacePath(name), later]) rmSync(path, { recursive: true, force: true });
      }
    });
  }

  it('lead to files that are followed, as they change and come', async () => {
    const counted = async (name: string) => (await symbols(name)).filter((one) => one.name.includes(name)).length;
    await eventually('found through the link', async () => (await counted('六水联调')) === 1);
    const more = join(outside, 'd.transcript');
    try {
      writeFileSync(more, TEXT.replace('五水联调', '十水联调'));
      await eventually('one that came', async () => (await counted('十水联调')) === 1);
      writeFileSync(more, TEXT.replace('五水联调', '三水联调'));
      await eventually('changed', async () => (await counted('三水联调')) === 1 && (await counted('十水联调')) === 0);
      rmSync(more);
      await eventually('gone', async () => (await counted('三水联调')) === 0);
    } finally {
      rmSync(more, { force: true });
    }
  });

  it('are not needed: a folder that is moved in is looked at, with all that is in it', async () => {
    const later = mkdtempSync(join(workspacePath('..'), 'moved-'));
    const count = async () => (await symbols('八水联调')).filter((one) => one.name.includes('八水联调')).length;
    const moved = workspacePath('2024年.5月');
    try {
      mkdirSync(join(later, 'below'));
      writeFileSync(join(later, 'below', 'd.transcript'), TEXT.replace('五水联调', '八水联调'));
      assert.equal(await count(), 0);
      renameSync(later, moved);
      await eventually('found in the folder', async () => (await count()) === 1);
      renameSync(moved, later);
      await eventually('gone with the folder', async () => (await count()) === 0);
    } finally {
      for (const path of [moved, later]) rmSync(path, { recursive: true, force: true });
    }
  });

  it('count once too while what they lead to is open by another path', async () => {
    const named = async (name: string) => {
      const all = (await symbols(name)).filter((symbol) => symbol.name.includes(name));
      return all.map(({ location }) => location.uri.fsPath);
    };
    for (const [path, name] of [
      [workspacePath('again/a.transcript'), '五水联调'],
      [join(outside, 'b.transcript'), '六水联调'],
    ] as const) {
      await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: false });
      await eventually('the path by which it was opened', async () => (await named(name)).includes(path));
      assert.deepEqual(await named(name), [path]);
    }
    await run('workbench.action.closeAllEditors');
  });

  it('to a folder stay links when a transcript there is tagged', async () => {
    await tag('elsewhere/b.transcript', '95%', ['乙']);
    assert.ok(lstatSync(workspacePath('elsewhere')).isSymbolicLink());
    const { annotations } = parse(readFileSync(join(outside, `b.transcript${SUFFIX}`), 'utf8'));
    assert.deepEqual(
      annotations.map(({ tags }: { tags: string[] }) => tags),
      [['甲'], ['乙']],
    );
    assert.deepEqual(readdirSync(outside).sort(), ['b.transcript', `b.transcript${SUFFIX}`]);
  });

  it('to nothing are not written through', async () => {
    writeFileSync(workspacePath('dangling.transcript'), TEXT);
    symlinkSync(join(outside, 'nowhere/none.yaml'), workspacePath(`dangling.transcript${SUFFIX}`));
    try {
      await tag('dangling.transcript', '95%', ['乙']);
      assert.ok(!existsSync(join(outside, 'nowhere')));
      assert.ok(lstatSync(workspacePath(`dangling.transcript${SUFFIX}`)).isSymbolicLink());
    } finally {
      for (const name of ['dangling.transcript', `dangling.transcript${SUFFIX}`])
        rmSync(workspacePath(name), { force: true });
    }
  });
});

describe('what synchronising leaves', () => {
  const folder = workspacePath('shared');
  const at = (name: string) => join(folder, name);
  const OF_Q = `This is a second version of q.txt${SUFFIX}, and nothing reads it. Merge it, or delete it.`;
  before(activateExtension);
  beforeEach(() => {
    mkdirSync(folder);
    writeFileSync(at('q.txt'), TEXT);
  });
  afterEach(async () => {
    await run('workbench.action.closeAllEditors');
    const names = readdirSync(folder);
    rmSync(folder, { recursive: true, force: true });
    await eventually('nothing is said of what is gone', () => names.every((name) => found(at(name)).length === 0));
  });

  const COPIES = [
    'q.txt.annotations (1).yaml',
    'q.txt.annotations-DESKTOP-AB12.yaml',
    'q.txt.annotations.sync-conflict-20261101-101010-ABCDEFG.yaml',
    'q.txt.annotations 的副本.yaml',
    "q.txt.annotations (Mei's conflicted copy 2026-11-01).yaml",
    'q.txt.annotations.yml',
    'q (1).txt.annotations.yaml',
    'q-DESKTOP-AB12.txt.annotations.yaml',
    'q - 副本.txt.annotations.yaml',
    '复件 q.txt.annotations.yaml',
  ];
  const merge = (name: string) =>
    eventually(`merging ${name} is offered`, async () => {
      await vscode.window.showTextDocument(vscode.Uri.file(at(name)));
      const fixes = await fixesAt(at(name), new vscode.Range(0, 0, 0, 1));
      const found = fixes.find(({ command }) => command?.command === 'policyTranscripts.mergeCopy')?.command;
      if (!found) return false;
      await run(found.command, ...found.arguments!);
      return true;
    });

  it('is told of by each of its names, and by nothing else', async () => {
    writeFileSync(at(`q.txt${SUFFIX}`), sidecar(entry('aaaa', '[甲]')));
    for (const name of COPIES) writeFileSync(at(name), sidecar(entry('bbbb', '[乙]')));
    await eventually('all are told', () =>
      COPIES.every((name) => found(at(name)).some(({ message }) => message === OF_Q)),
    );
    await settle();
    for (const name of COPIES)
      assert.deepEqual(
        found(at(name)).map(({ message }) => message),
        [OF_Q],
        name,
      );
    assert.deepEqual(found(at(`q.txt${SUFFIX}`)), []);
  });

  it('is merged, all of it, one after the other', async () => {
    writeFileSync(at(`q.txt${SUFFIX}`), sidecar(entry('aaaa', '[甲]')));
    for (const [n, name] of COPIES.entries())
      writeFileSync(at(name), sidecar(entry('aaaa', '[甲]'), entry(`b${n}`, '[乙]')));
    for (const name of COPIES) {
      await merge(name);
      rmSync(at(name), { force: true });
    }
    const { annotations } = parse(readFileSync(at(`q.txt${SUFFIX}`), 'utf8'));
    assert.deepEqual(
      annotations.map(({ id }: { id: string }) => id).sort(),
      ['aaaa', ...COPIES.map((_, n) => `b${n}`)].sort(),
    );
  });

  it('becomes the annotations where there are none', async () => {
    writeFileSync(at('q.txt.annotations.yml'), sidecar(entry('cccc', '[丙]')));
    await merge('q.txt.annotations.yml');
    assert.equal(parse(readFileSync(at(`q.txt${SUFFIX}`), 'utf8')).annotations[0].id, 'cccc');
  });

  it('keeps both where two versions differ, and is left where it cannot be read', async () => {
    writeFileSync(at(`q.txt${SUFFIX}`), sidecar(entry('aaaa', '[甲]')));
    writeFileSync(at('q.txt.annotations (1).yaml'), sidecar(entry('aaaa', '[乙]')));
    writeFileSync(at('q.txt.annotations (2).yaml'), 'annotations: [\n');
    const now = () => readFileSync(at(`q.txt${SUFFIX}`), 'utf8');
    const kept = now();
    await merge('q.txt.annotations (2).yaml');
    assert.equal(now(), kept);
    assert.ok(existsSync(at('q.txt.annotations (2).yaml')));
    await merge('q.txt.annotations (1).yaml');
    const tags = parse(now()).annotations.flatMap((one: { tags: string[] }) => one.tags);
    assert.deepEqual(tags.sort(), ['乙', '甲'].sort());
  });

  it('takes in what is typed into the sidecar and not saved', async () => {
    writeFileSync(at(`q.txt${SUFFIX}`), sidecar(entry('aaaa', '[甲]')));
    writeFileSync(at('q.txt.annotations (1).yaml'), sidecar(entry('bbbb', '[乙]', '五水联调')));
    const { document } = await vscode.window.showTextDocument(vscode.Uri.file(at(`q.txt${SUFFIX}`)));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# typed\n');
    await vscode.workspace.applyEdit(edit);
    await merge('q.txt.annotations (1).yaml');
    await eventually('saved', () => !document.isDirty);
    const text = readFileSync(at(`q.txt${SUFFIX}`), 'utf8');
    assert.match(text, /^# typed\n/u);
    assert.equal(parse(text).annotations.length, 2);
  });
});

describe('full-width commas between tags', () => {
  let path: string;
  let name: string;
  let count = 0;
  before(activateExtension);
  // an editor may still show what stood in a file of the same name
  beforeEach(() => {
    name = `commas-${count++}.transcript`;
    path = workspacePath(name + SUFFIX);
  });
  afterEach(async () => {
    await run('workbench.action.revertAndCloseActiveEditor');
    for (const file of [path, workspacePath(name)]) rmSync(file, { force: true });
    await eventually('nothing is said any more', () => found(path).length === 0);
  });

  for (const [tags, expected] of [
    ['[供水，治污，节水, 防洪]', ['供水', '治污', '节水', '防洪']],
    ['[供水，#治污]', ['供水', '#治污']],
    ['[供水，\n      治污]', ['供水', '治污']],
  ] as const) {
    it(`are told, and become commas: ${tags.replace('\n', '⏎')}`, async () => {
      writeFileSync(workspacePath(name), TEXT);
      writeFileSync(path, sidecar(entry('aaaa', tags)));
      const { document } = await openFixture(name + SUFFIX);
      const told = await eventually('told', () => found(path).find(({ message }) => message.includes('，')));
      const fix = (await fixesAt(path, told.range)).find(({ title }) => title === 'Separate the tags');
      assert.ok(fix?.edit);
      await vscode.workspace.applyEdit(fix.edit);
      assert.deepEqual(parse(document.getText()).annotations[0].tags.map(String), expected);
      await document.save();
      await eventually('not told any more', () => found(path).every(({ message }) => !message.includes('，')));
    });
  }

  it('mean one tag in quotes, and on a line of its own', async () => {
    const single = ["['供水，治污']", '["供水，治污"]', '\n      - 供水，治污'];
    writeFileSync(workspacePath(name), TEXT);
    writeFileSync(path, sidecar(...single.map((tags, n) => entry(`a${n}`, tags))));
    await openFixture(name + SUFFIX);
    await settle();
    assert.deepEqual(found(path), []);
  });
});
