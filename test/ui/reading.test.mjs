// What a person sees and does with mouse and keyboard, in the real VS Code.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { hoverUntil, openWorkbench } from '../../scripts/lib/workbench.mjs';

const WORKSPACE = fileURLToPath(new URL('../fixtures/workspace', import.meta.url));

const UNNAMED = {
  'unnamed.txt': '试点答问\n问：今年改革几家医院？\n答：计划选8到10家医院试点。\n',
  'group.txt':
    '改革访谈\n采访组：请问改革怎么推进？\n何明远：改革要一步一步来。\n采访组：难点在哪里？\n何明远：难点在于协同。\n',
};

/** The text of every row of a view, once `isDone` says that it shows what is waited for. */
async function rowsOf(workbench, view, isDone) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const rows = await workbench.rows(view).allInnerTexts();
    const lines = rows.map((row) => row.replace(/\s+/gu, ' ').trim());
    if (isDone(lines)) return lines;
    await workbench.page.waitForTimeout(100);
  }
  throw new Error(`never: ${view} shows ${await workbench.rows(view).allInnerTexts()}`);
}

describe('reading a transcript', () => {
  let workbench;
  let page;
  before(async () => {
    workbench = await openWorkbench({ folder: WORKSPACE, files: UNNAMED });
    page = workbench.page;
    await workbench.openFile('record.txt');
    await workbench.command('View: Show Policy Transcripts');
    for (const view of ['Slogans', 'Figures']) await workbench.expand(view);
  });
  after(() => workbench?.close());

  it('lists questions, slogans and figures', async () => {
    const questions = await rowsOf(workbench, 'Questions', (rows) => rows.length === 3);
    assert.match(questions[0], /^清江日报.*请问，省里/u);
    assert.match(questions[2], /^Speakers\d$/u);
    const slogans = await rowsOf(workbench, 'Slogans', (rows) => rows.length === 2);
    assert.deepEqual(slogans, ['三保三防6 items', '四水联治4 items']);
    await rowsOf(workbench, 'Figures', (rows) => rows.some((row) => row.includes('全省大中型水库蓄水量')));
  });

  it('names the topic of a question once words have been found', async () => {
    await rowsOf(workbench, 'Questions', (rows) => /防洪.* · 请问/u.test(rows[0] ?? ''));
  });

  it('shows below a slogan what it stands for', async () => {
    await workbench.rows('Slogans').first().locator('.monaco-tl-twistie').click();
    const rows = await rowsOf(workbench, 'Slogans', (found) => found.length >= 6);
    assert.deepEqual(rows.slice(1, 6), ['保饮水', '保灌溉', '保生态', '防洪涝', '防干旱']);
  });

  it('tells in one line what a slogan stands for where that is short', async () => {
    await hoverUntil(page.locator('.view-line span span', { hasText: '三保三防' }).first(), [
      'Stands for: 保饮水, 保灌溉, 保生态',
    ]);
  });

  it('is as it was left when a transcript is shown again', async () => {
    await workbench.openFile('report.txt');
    await rowsOf(workbench, 'Slogans', (rows) => !rows.includes('防干旱'));
    await workbench.openFile('record.txt');
    await rowsOf(workbench, 'Slogans', (rows) => rows.includes('防干旱'));
  });

  it('filters a view by words, and says so', async () => {
    const filter = async (words) => {
      await workbench.rows('Questions').first().hover();
      await page.locator('.pane-header a[aria-label="Filter Questions…"]').click();
      const input = page.locator('.quick-input-widget input[type="text"]').first();
      await input.waitFor({ state: 'visible' });
      await input.fill(words);
      await page.keyboard.press('Enter');
    };
    await filter('百姓');
    await rowsOf(workbench, 'Questions', (rows) => rows.length === 1 && rows[0].startsWith('南岸卫视'));
    await page.locator('.pane-header', { hasText: 'Questions' }).filter({ hasText: '“百姓”' }).waitFor();
    await filter('');
    await rowsOf(workbench, 'Questions', (rows) => rows.length === 3);
  });

  it('says whose questions it shows, and shows none beside another file', async () => {
    const header = page.locator('.pane-header', { hasText: 'Questions' });
    await header.filter({ hasText: 'record.txt' }).waitFor();
    await workbench.openFile('plain.txt');
    await rowsOf(workbench, 'Questions', (rows) => rows.length === 0);
    await workbench.openFile('record.txt');
    // two questions, and who speaks
    await rowsOf(workbench, 'Questions', (rows) => rows.length === 3);
  });

  it('says which days a time expression means, and by which date', async () => {
    await hoverUntil(page.locator('.view-line span span', { hasText: '上半年' }).first(), [
      '2024-01-01 – 2024-06-30',
      '2024-09-12',
    ]);
  });

  it('goes to a question on a single click and leaves the focus in the tree', async () => {
    await workbench.rows('Questions').nth(1).click();
    await page.locator('.editor-status-selection, [id="status.editor.selection"]', { hasText: 'Ln 13' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('.pane-body'));
  });

  it('shows the value of a figure under the pointer', async () => {
    const line = page.locator('.view-line', { hasText: '86.4亿立方米' }).first();
    await hoverUntil(line.locator('span', { hasText: '86.4亿立方米' }).last(), [
      '8,640,000,000',
      '全省大中型水库蓄水量',
    ]);
  });

  it('shows all transcripts of the workspace where that is asked for', async () => {
    await workbench.command('Policy Transcripts: Show All Transcripts of the Workspace');
    await rowsOf(
      workbench,
      'Questions',
      (found) =>
        found[0]?.startsWith('follow-up.txt') &&
        ['record.txt', 'report.txt'].every((name) => found.some((row) => row.startsWith(name))),
    );
    await workbench.command('Policy Transcripts: Show Only the Open Transcript');
    await rowsOf(workbench, 'Questions', (found) => found[0]?.startsWith('清江日报'));
  });

  it('gives nobody a name that he has not, and shows both bounds of a range', async () => {
    await workbench.openFile('unnamed.txt');
    await rowsOf(workbench, 'Questions', (rows) => rows.length === 1 && rows[0].startsWith('Asker'));
    await workbench.rows('Questions').first().locator('.monaco-tl-twistie').click();
    await rowsOf(workbench, 'Questions', (rows) => rows.some((row) => row.startsWith('Not named')));
    await workbench.command('Policy Transcripts: Open Figures as Table');
    const table = page.frameLocator('iframe.webview').frameLocator('iframe');
    const row = table.locator('.tabulator-row', { hasText: '8到10家' });
    await row.locator('[tabulator-field="value"]', { hasText: '8–10' }).waitFor();
    await workbench.command('View: Close Editor');
    await workbench.openFile('group.txt');
    await rowsOf(workbench, 'Questions', (rows) => rows[0]?.startsWith('采访组') && rows[2] === 'Speakers1');
    await workbench.rows('Questions').nth(2).locator('.monaco-tl-twistie').click();
    const speakers = await rowsOf(workbench, 'Questions', (rows) => rows.length === 5);
    assert.deepEqual(speakers.slice(3), ['何明远2 turns', '采访组not named · 2 turns']);
    await workbench.openFile('record.txt');
  });

  it('shows the figures as a table that filters, and goes to the text', async () => {
    await workbench.command('Policy Transcripts: Open Figures as Table');
    const frame = page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.locator('.tabulator-row', { hasText: '86.4亿立方米' }).first().waitFor();
    await frame.locator('#filter').fill('管网');
    await frame.locator('#count', { hasText: /: 1$/ }).waitFor();
    await frame.locator('.tabulator-row').first().click();
    // the table keeps the focus: the text shows the figure selected
    await page.locator('.monaco-editor .selected-text').first().waitFor({ state: 'attached' });
    await page.locator('.view-line', { hasText: '新建管网1,260公里' }).first().waitFor();
    await frame.locator('.tabulator-row').first().click({ button: 'right' });
    await page.locator('.context-view .action-label', { hasText: 'Not a Figure' }).hover();
    await page.keyboard.press('Enter');
    await frame.locator('#count', { hasText: /: 0$/ }).waitFor();
  });

  it('marks no words like a passage before the caret has moved', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.openFile('unnamed.txt');
    await page.locator('.statusbar-item', { hasText: 'Policy Transcript' }).first().waitFor();
    // the editor marks what stands at the caret a quarter of a second later
    await page.waitForTimeout(1000);
    assert.equal(await page.locator('.wordHighlightText').count(), 0);
  });
});

describe('the walkthrough', () => {
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: WORKSPACE });
  });
  after(() => workbench?.close());

  it('has a picture of the program for each step, from bringing documents in to getting work out', async () => {
    const { page } = workbench;
    await workbench.command('Welcome: Open Walkthrough...');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Get Started with Policy Transcripts' })
      .click();
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    await steps.nth(5).waitFor();
    assert.equal(await steps.count(), 6);
    const work = ['See all figures at once', 'Follow a slogan', 'Tag a passage'];
    for (const title of ['Open a transcript', 'Bring your documents in', ...work, 'Get your work out']) {
      await steps.filter({ hasText: title }).first().click();
      const picture = page.locator('.getting-started-media img');
      await picture.first().waitFor();
      await page.waitForFunction(() => {
        const image = document.querySelector('.getting-started-media img');
        return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 500;
      });
    }
  });
});
