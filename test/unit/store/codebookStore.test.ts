import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodebookStore } from '../../../src/store/codebookStore';
import { nodeFiles } from '../../../src/store/nodeFiles';
import { SidecarStore } from '../../../src/store/sidecarStore';

describe('CodebookStore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'codebook-'));
  const path = join(folder, 'codebook.yaml');
  const store = new CodebookStore(nodeFiles);
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('begins the file, changes it, and takes back', async () => {
    assert.equal(await store.read(path), undefined);
    await Promise.all(['a', 'b', 'c'].map((name) => store.apply(path, { kind: 'addTag', path: name })));
    const before = readFileSync(path, 'utf8');
    const applied = await store.apply(path, { kind: 'mergeTag', path: 'a', into: 'b' });
    assert.ok('undo' in applied);
    assert.deepEqual((await store.read(path))?.codebook.tags.map(({ name }) => name).sort(), ['b', 'c']);
    await store.apply(path, applied.undo);
    assert.equal(readFileSync(path, 'utf8'), before);
  });

  it('leaves the file as it is where it refuses', async () => {
    const before = readFileSync(path, 'utf8');
    const applied = await store.apply(path, [
      { kind: 'addTag', path: 'd' },
      { kind: 'deleteTag', path: 'none' },
    ]);
    assert.deepEqual(applied, { refused: { code: 'missingTag', detail: 'none' } });
    assert.equal(readFileSync(path, 'utf8'), before);
  });

  it('writes into no file of another program', async () => {
    const other = join(folder, 'config.yaml');
    for (const text of [
      'name: app\nservices:\n  - a\n',
      'version: 1\nimage: x\n',
      '# only\ntag: v1\n',
      'words\n',
      '- a\n',
    ]) {
      writeFileSync(other, text);
      const applied = await store.apply(other, { kind: 'addTag', path: 'd' });
      assert.ok('refused' in applied && applied.refused.code === 'notACodebook', text);
      const sidecar = await new SidecarStore(nodeFiles).apply(
        other,
        { kind: 'setDocument', facts: { title: 'x' } },
        'a',
      );
      assert.ok('refused' in sidecar && sidecar.refused.code === 'notASidecar', text);
      assert.equal(readFileSync(other, 'utf8'), text);
    }
  });

  it('begins in a file that is empty', async () => {
    const empty = join(folder, 'empty.yaml');
    writeFileSync(empty, '\n');
    assert.ok('undo' in (await store.apply(empty, { kind: 'addTag', path: 'd' })));
  });
});
