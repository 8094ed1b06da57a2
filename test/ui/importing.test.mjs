// Documents of other programs become transcripts, by mouse and keyboard.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseFromMenu, drag, eventually, openWorkbench } from '../../scripts/lib/workbench.mjs';

const WORKSPACE = fileURLToPath(new URL('../fixtures/workspace', import.meta.url));

const SAYS = [
  '云江日报记者：请介绍一下今年全省秋粮生产的情况，以及下一步的打算。',
  '林知远厅长：谢谢您的提问。预计全年粮食产量达到386.5亿斤，比上年增加4.2亿斤，增长1.1%。',
];
const PAGE = `<html><head><meta charset="utf-8"><title>秋粮发布会</title></head><body>
<nav><a href="/">首页</a> <a href="/x">新闻</a></nav><h1>秋粮发布会</h1>
${SAYS.map((text) => `<p>${text}</p>`).join('')}
<p>责任编辑：丁一</p><footer>版权所有：云江发布网</footer></body></html>`;

/** As pages of print are copied: lines broken by layout, and the number of a page between. */
const BROKEN = [
  '　　云江日报记者：请介绍一下今年全省秋粮生产的情况，以',
  '及下一步的打算，还有农民收入的变化。',
  '　　林知远厅长：谢谢您的提问。预计全年粮食产量达到386.',
  '5亿斤，比上年增加4.2亿斤，主要靠“三增一减”，即增面积',
  '— 3 —',
  '、增单产、增效益，减损耗。今年的天气前期旱、后期涝，各地',
  '抓得早、抓得实，损失降到了最低。',
].join('\n');

describe('importing', () => {
  let workbench;
  let page;
  const path = (name) => join(workbench.workspace, name);
  const preview = () => page.frameLocator('iframe.webview').last().frameLocator('iframe');
  before(async () => {
    const files = { 'autumn.html': PAGE, 'spring.html': PAGE.replaceAll('秋粮', '夏粮'), 'broken.transcript': BROKEN };
    workbench = await openWorkbench({ folder: WORKSPACE, files });
    page = workbench.page;
    // menus are as they were when they opened
    await page.locator('.activitybar [aria-label="Policy Transcripts"]').first().waitFor();
  });
  after(() => workbench?.close());

  it('shows what is left out of a page, takes a line back on one click, and makes the transcript', async () => {
    await chooseFromMenu(page.getByRole('treeitem', { name: 'autumn.html' }), 'Import Transcripts…');
    const left = preview().locator('.row.left-out');
    await preview().locator('.row', { hasText: SAYS[1] }).first().waitFor();
    assert.deepEqual(
      (await left.locator('.original').allInnerTexts()).map((words) => words.replace(/\s+/gu, ' ')),
      ['首页 新闻navigation', '责任编辑：丁一legal and editorial line', '版权所有：云江发布网legal and editorial line'],
    );
    await preview().getByText('3 lines kept, 3 left out').waitFor();
    await left.locator('.original', { hasText: '丁一' }).click();
    await preview().getByText('4 lines kept, 2 left out').waitFor();
    assert.equal(existsSync(path('autumn.txt')), false);
    await preview().getByRole('button', { name: 'Create Transcript' }).click();
    await page.locator('.tab.active[data-resource-name="autumn.txt"]').waitFor();
    assert.equal(readFileSync(path('autumn.txt'), 'utf8'), `秋粮发布会\n${SAYS.join('\n')}\n责任编辑：丁一\n`);
    await eventually('its source is kept', () => existsSync(path('autumn.txt.annotations.yaml')));
    assert.equal(readFileSync(path('autumn.html'), 'utf8'), PAGE);
  });

  it('opens the original of the transcript', async () => {
    await page.locator('.statusbar-item', { hasText: 'Policy Transcript' }).first().waitFor();
    await workbench.command('Policy Transcripts: Open Original');
    await page.locator('.tab.active[data-resource-name="autumn.html"]').waitFor();
  });

  it('imports what is dropped onto a view', async () => {
    for (const name of ['spring.html', 'record.txt']) {
      await page.getByRole('treeitem', { name }).dblclick();
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    }
    await page.locator('.activitybar [aria-label="Policy Transcripts"]').first().click();
    // a drag begins with the file of its tab in front, beside which the views of one transcript are empty
    await workbench.command('Policy Transcripts: Show All Transcripts of the Workspace');
    await workbench.rows('Questions').first().waitFor();
    const tab = page.locator('.tab[data-resource-name="spring.html"]');
    const panel = page.locator('.tab.active', { hasText: 'Import Transcripts' });
    await drag(tab, workbench.rows('Questions').first(), () => panel.isVisible());
    await preview().getByText('3 lines kept, 3 left out').waitFor();
    await preview().getByRole('button', { name: 'Create Transcript' }).click();
    await page.locator('.tab.active[data-resource-name="spring.txt"]').waitFor();
    assert.ok(readFileSync(path('spring.txt'), 'utf8').startsWith('夏粮发布会\n'));
    await workbench.command('Policy Transcripts: Show Only the Open Transcript');
  });

  it('offers to clean up a text whose lines layout has broken, and does it as one edit', async () => {
    await workbench.openFile('broken.transcript');
    await eventually('the offer is there', async () => {
      await page.locator('[id="status.languageStatus"]').hover();
      return page.getByText('Lines are broken by layout').first().isVisible();
    });
    await page.locator('.hover-language-status a', { hasText: 'Clean Up' }).first().click();
    await preview().locator('.row.left-out', { hasText: '— 3 —' }).waitFor();
    await preview().getByRole('button', { name: 'Clean Up' }).click();
    await page.locator('.tab.active[data-resource-name="broken.transcript"]').waitFor();
    // the editor saves by itself
    await eventually('it is clean', () => readFileSync(path('broken.transcript'), 'utf8').split('\n').length === 2);
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+Z');
    await eventually('it is as it was', () => readFileSync(path('broken.transcript'), 'utf8') === BROKEN);
  });

  it('makes a transcript of what was copied', async () => {
    const broken =
      '秋粮发布会（节录）\n\n' +
      '　　林知远厅长：谢谢您的提问。预计全年粮食产量达到386.\n5亿斤，比上年增加4.2亿斤，增长1.1%。今年的天气前期旱、\n后期涝，各地抓得早、抓得实，损失降到了最低，质量也比往\n年好，农民的收入还会增加。\n';
    await page.evaluate((words) => navigator.clipboard.writeText(words), broken);
    await workbench.command('Policy Transcripts: New Transcript from Clipboard');
    await preview().getByRole('button', { name: 'Create Transcript' }).click();
    const name = '秋粮发布会（节录）.txt';
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    const lines = readFileSync(path(name), 'utf8').split('\n').filter(Boolean);
    assert.equal(lines.length, 2);
    assert.ok(lines[1].includes('386.5亿斤') && lines[1].includes('比往年好'));
  });
});
