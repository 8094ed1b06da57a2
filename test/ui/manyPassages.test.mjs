// Fifty thousand passages in the panel Explore: they come as one scrolls. More figures than a view lists together.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, openWorkbench } from '../../scripts/lib/workbench.mjs';

const FILES = 10;
const PLACES = 5000;

describe('fifty thousand passages', () => {
  let folder;
  let workbench;
  let frame;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'many-'));
    for (let file = 0; file < FILES; file++) {
      const lines = Array.from(
        { length: PLACES / 10 },
        () => `${'修渠引水，产量增长5.2%，修渠防洪，'.repeat(5)}完。\n`,
      );
      const head = '清江日报记者：请问进度？\n周启明厅长：我来回答。\n';
      writeFileSync(join(folder, `2024-01-0${file}.txt`), head + lines.join(''));
    }
    workbench = await openWorkbench({ folder });
    await workbench.openFile('2024-01-00.txt');
    await workbench.page.locator('.statusbar-item', { hasText: 'Policy Transcript' }).first().waitFor();
    await workbench.command('Policy Transcripts: Explore Transcripts…');
    frame = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.getByRole('button', { name: 'Search' }).waitFor();
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are all found, and a part of them put on the page', async () => {
    await frame.getByLabel('Find', { exact: true }).selectOption({ label: 'places of the words' });
    await frame.getByLabel('Words', { exact: true }).fill('修渠');
    await workbench.page.keyboard.press('Enter');
    await frame
      .getByRole('status')
      .first()
      .filter({ hasText: `Found: ${FILES * PLACES}.` })
      .waitFor({ timeout: 60_000 });
    const shown = await frame.locator('.passage').count();
    assert.ok(shown > 0 && shown < 1000, String(shown));
  });

  it('come as one scrolls, and stand where one is', async () => {
    const rows = frame.locator('.passage');
    const before = await rows.count();
    const box = await workbench.page.locator('iframe.webview').boundingBox();
    await workbench.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await eventually('ten times as many rows', async () => {
      for (let turn = 0; turn < 10; turn++) await workbench.page.mouse.wheel(0, 20_000);
      return (await rows.count()) >= 10 * before;
    });
    const inSight = await rows.evaluateAll((all) => {
      const at = all.findIndex((row) => row.getBoundingClientRect().bottom > innerHeight / 2);
      return { at, words: all[at]?.textContent ?? '' };
    });
    assert.ok(inSight.at > before, `row ${inSight.at} is in sight`);
    assert.match(inSight.words, /修渠[\s\S]*周启明[\s\S]*2024-01-0\d/u);
  });

  it('can be gone through to the end at once, and from there back', async () => {
    await frame.getByLabel('Show', { exact: true }).selectOption({ label: 'Concordance' });
    await frame
      .getByRole('status')
      .first()
      .filter({ hasText: `Found: ${FILES * PLACES}.` })
      .waitFor({ timeout: 60_000 });
    const rows = frame.getByRole('listitem');
    await rows.first().getByRole('button').focus();
    // further than what is made at once
    for (let row = 1; row <= 120; row++) await workbench.page.keyboard.press('ArrowDown');
    const focused = frame.locator('[aria-posinset]:has(:focus)');
    await eventually('the 121st row', async () => (await focused.getAttribute('aria-posinset')) === '121');
    await workbench.page.keyboard.press('ArrowUp');
    await eventually('the one before', async () => (await focused.getAttribute('aria-posinset')) === '120');
    await eventually('the last row', async () => {
      await frame.locator('html').evaluate((page) => page.scrollTo(0, page.scrollHeight));
      return (await rows.last().getAttribute('aria-posinset')) === String(FILES * PLACES);
    });
    assert.match(await rows.last().innerText(), /修渠[\s\S]*2024-01-09/u);
    await frame.locator('html').evaluate((page) => page.scrollTo(0, 0));
    await eventually('the first row', () => rows.first().isVisible());
    assert.match(await rows.first().innerText(), /2024-01-00/u);
  });

  it('end where they are more than anybody reads, and say so', async () => {
    await frame.getByLabel('Words', { exact: true }).fill('修渠，引水，产量，防洪');
    await workbench.page.keyboard.press('Enter');
    const status = frame.getByRole('status').first();
    await status.filter({ hasText: /^The first 100\d\d\d are shown\. There are more/u }).waitFor({ timeout: 90_000 });
    await frame.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
    await frame.getByLabel('Words', { exact: true }).fill('完');
    await workbench.page.keyboard.press('Enter');
    await status.filter({ hasText: `Found: ${PLACES}.` }).waitFor({ timeout: 60_000 });
  });

  it('are too many figures for one list: each transcript has its own', async () => {
    await workbench.command('View: Show Policy Transcripts');
    await workbench.expand('Figures');
    await workbench.command('Policy Transcripts: Show All Transcripts of the Workspace');
    await workbench.page.getByText('Too many for one list').first().waitFor();
    const transcript = workbench.rows('Figures').filter({ hasText: '2024-01-00.txt' });
    await transcript.filter({ hasText: String(PLACES / 2) }).waitFor();
    await transcript.locator('.monaco-tl-twistie').click();
    await workbench.rows('Figures').filter({ hasText: '产量' }).first().waitFor();
  });
});
