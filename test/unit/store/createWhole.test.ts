import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWhole } from '../../../src/store/createWhole';

describe('creating a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'create-'));
  const path = join(folder, '实录.txt');
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => rmSync(path, { force: true }));

  it('leaves one that is there as it is', async () => {
    writeFileSync(path, '别人的');
    assert.equal(await createWhole(path, '我的'), false);
    assert.equal(readFileSync(path, 'utf8'), '别人的');
    assert.deepEqual(readdirSync(folder), ['实录.txt']);
  });

  it('lets one of many win, whole', async () => {
    const contents = Array.from({ length: 8 }, (_, index) => String(index).repeat(100_000));
    const won = await Promise.all(contents.map((content) => createWhole(path, content)));
    assert.equal(won.filter(Boolean).length, 1);
    assert.equal(readFileSync(path, 'utf8'), contents[won.indexOf(true)]);
    assert.deepEqual(readdirSync(folder), ['实录.txt']);
  });

  it('rejects where there is no folder', async () => {
    await assert.rejects(createWhole(join(folder, 'none', 'a.txt'), 'a'), { code: 'ENOENT' });
  });
});
