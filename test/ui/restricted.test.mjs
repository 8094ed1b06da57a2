// A folder that nobody trusts, which somebody has prepared: what it names outside is left as it is.
import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginTag, eventually, openWorkbench } from '../../scripts/lib/workbench.mjs';

const TEXT = '记者：供水的进展如何？\n厅长：普及率达到95%。\n';
const SUFFIX = '.annotations.yaml';
const OURS = 'version: 1\nannotations: []\n';

describe('a folder that nobody trusts', () => {
  let workbench;
  const outside = mkdtempSync(join(tmpdir(), 'policy-transcripts-outside-'));
  const folder = mkdtempSync(join(tmpdir(), 'policy-transcripts-restricted-'));
  const at = (name) => join(workbench.workspace, name);
  const beyond = (name) => join(outside, name);

  before(async () => {
    writeFileSync(beyond('linked.annotations.yaml'), OURS);
    mkdirSync(beyond('years'));
    writeFileSync(beyond('years/far.transcript'), TEXT);
    writeFileSync(beyond('tags.yaml'), 'tags: []\n');
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(
      join(folder, '.vscode/settings.json'),
      JSON.stringify({ 'policyTranscripts.codebook': 'own.yaml', 'policyTranscripts.creator': 'Mallory' }),
    );
    for (const name of ['plain', 'linked', 'other']) writeFileSync(join(folder, `${name}.transcript`), TEXT);
    symlinkSync(beyond('linked.annotations.yaml'), join(folder, `linked.transcript${SUFFIX}`));
    symlinkSync(beyond('years'), join(folder, 'years'));
    workbench = await openWorkbench({
      folder,
      settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
    });
  });
  after(async () => {
    await workbench?.close();
    for (const path of [outside, folder]) rmSync(path, { recursive: true });
  });

  /** Tags the figure of a transcript with a new tag, by keyboard. */
  const tagFigure = async (name, tag) => {
    await workbench.openFile(name);
    // until it has been read the whole line is one piece
    await workbench.page.locator('.editor-instance .view-line span span', { hasText: /^95%$/u }).first().waitFor();
    await beginTag(workbench, '95%', tag);
    await workbench.page.keyboard.press('Enter');
  };
  /** Under the test driver messages only wait behind the bell. */
  const says = async (words) => {
    const { page } = workbench;
    if (!(await page.locator('.notifications-center').isVisible())) {
      await page.locator('[id="status.notifications"]').click();
    }
    await page.locator('.notification-list-item', { hasText: words }).first().waitFor();
  };

  it('is in Restricted Mode', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('can be annotated, by nobody whom it names, in the usual codebook', async () => {
    await tagFigure('plain.transcript', '供水');
    await eventually('written', () => existsSync(at(`plain.transcript${SUFFIX}`)));
    assert.doesNotMatch(readFileSync(at(`plain.transcript${SUFFIX}`), 'utf8'), /Mallory/u);
    assert.match(readFileSync(at('codebook.yaml'), 'utf8'), /供水/u);
    assert.ok(!existsSync(at('own.yaml')));
  });

  it('writes nothing through a link to a file, nor to a folder, that lies elsewhere', async () => {
    await tagFigure('linked.transcript', '治污');
    await says('linked.transcript.annotations.yaml is outside its workspace folder');
    assert.equal(readFileSync(beyond('linked.annotations.yaml'), 'utf8'), OURS);
    assert.ok(lstatSync(at(`linked.transcript${SUFFIX}`)).isSymbolicLink());
    await tagFigure('far.transcript', '节水');
    await says('far.transcript.annotations.yaml is outside its workspace folder');
    assert.deepEqual(readdirSync(beyond('years')), ['far.transcript']);
  });

  it('writes nothing through a link where the codebook should be', async () => {
    rmSync(at('codebook.yaml'));
    symlinkSync(beyond('tags.yaml'), at('codebook.yaml'));
    await tagFigure('other.transcript', '防洪');
    await says('codebook.yaml is outside its workspace folder');
    assert.equal(readFileSync(beyond('tags.yaml'), 'utf8'), 'tags: []\n');
  });
});
