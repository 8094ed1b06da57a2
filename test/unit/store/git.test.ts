import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from '../../../src/store/git';

describe('git', () => {
  let folder = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-git-')));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('tells a folder that is in no repository, in any language, from what fails', async () => {
    const { LANGUAGE = '' } = process.env;
    process.env.LANGUAGE = 'zh_CN';
    assert.equal(await git.root(folder), undefined);
    process.env.LANGUAGE = LANGUAGE;
    await assert.rejects(git.root(join(folder, 'none')));
  });

  it('finds the root from a folder below it', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    mkdirSync(join(folder, 'below'));
    assert.equal(await git.root(join(folder, 'below')), folder);
    assert.equal(await git.stages(join(folder, 'below', 'none.yaml')), undefined);
  });
});
