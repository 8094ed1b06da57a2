// The table of figures by keyboard alone.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { eventually, openWorkbench } from '../../scripts/lib/workbench.mjs';

const WORKSPACE = fileURLToPath(new URL('../fixtures/workspace', import.meta.url));

describe('the table of figures', () => {
  let workbench;
  let page;
  let frame;
  /** What has the focus in the table. */
  const focused = () => frame.locator(':focus');
  const press = (...keys) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const cells = () => frame.locator('.tabulator-row:focus .tabulator-cell:visible').allInnerTexts();
  /** The cells of the row that gets the focus now. */
  const focusedRow = () =>
    eventually('a row is focused', async () => {
      const all = await cells();
      return all.length > 0 && all;
    });
  before(async () => {
    workbench = await openWorkbench({ folder: WORKSPACE });
    page = workbench.page;
    await workbench.openFile('record.txt');
    await page.locator('.statusbar-item', { hasText: 'Policy Transcript' }).first().waitFor();
    await workbench.command('Policy Transcripts: Open Figures as Table');
    frame = page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.locator('.tabulator-row', { hasText: '86.4亿立方米' }).first().waitFor();
  });
  after(() => workbench?.close());

  it('has names, and the focus in its first row', async () => {
    await frame.getByRole('grid', { name: 'Figures of record.txt' }).waitFor();
    await eventually('a row is focused', async () => (await focused().getAttribute('aria-rowindex')) === '2');
    const [words, measures, speaker] = await cells();
    assert.equal(await focused().getAttribute('aria-label'), `${words}, ${measures}, ${speaker}`);
  });

  it('shows the figure, what it measures, the speaker and the period first, and no empty column', async () => {
    const titles = (await frame.locator('.tabulator-col:visible .tabulator-col-title').allInnerTexts()).map((title) =>
      title.trim(),
    );
    assert.deepEqual(titles.slice(0, 6), ['Figure', 'Measures', 'Speaker', 'Period', 'Value', 'Unit']);
    for (const [at, title] of titles.entries()) {
      const inColumn = await frame
        .locator('.tabulator-row')
        .evaluateAll(
          (rows, index) =>
            rows.map(
              (row) => [...row.querySelectorAll('.tabulator-cell')].filter((cell) => cell.offsetWidth)[index].innerText,
            ),
          at,
        );
      assert.ok(
        inColumn.some((words) => words.trim()),
        title,
      );
    }
    const seen = () =>
      frame.locator('#table').evaluate((table) => {
        const end = table.getBoundingClientRect().left + 600;
        const columns = [...table.querySelectorAll('.tabulator-col')].filter((column) => column.offsetWidth);
        return columns.filter((column) => column.getBoundingClientRect().right <= end).length;
      });
    await eventually('five columns in 600 px', async () => (await seen()) >= 5);
  });

  it('goes from row to row and shows each in the text', async () => {
    await press('ArrowDown', 'ArrowDown');
    await eventually('the third row', async () => (await focused().getAttribute('aria-rowindex')) === '4');
    const [words] = await cells();
    await page.locator('.monaco-editor .selected-text').first().waitFor({ state: 'attached' });
    await press('End', 'Home', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown');
    await eventually('the same row', async () => (await cells())[0] === words);
    // one row is a stop of the Tab key
    assert.equal(await frame.locator('.tabulator-row[tabindex="0"]').count(), 1);
  });

  it('sorts from its headers', async () => {
    await press('Shift+Tab');
    const title = async () => (await focused().innerText()).trim().split('\n')[0];
    await eventually('the first header', async () => (await title()) === 'Figure');
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    const header = frame.getByRole('columnheader', { name: 'Value' });
    await eventually('sorted up', async () => (await header.getAttribute('aria-sort')) === 'ascending');
    const values = async () =>
      frame.locator('.tabulator-row').evaluateAll((rows) =>
        rows.map((row) => ({
          unit: row.querySelector('[tabulator-field="unit"]').innerText.trim(),
          // the number in full; what is seen is in 万 and 亿
          value: Number(row.querySelector('[tabulator-field="value"] span').title.replaceAll(',', '')),
        })),
      );
    const inOrder = (all) => all.toSorted((a, b) => a.unit.localeCompare(b.unit, 'zh') || a.value - b.value);
    const up = await eventually('rows in order', async () => {
      const all = await values();
      return isDeepStrictEqual(all, inOrder(all)) && all;
    });
    await press('Space');
    await eventually('sorted down', async () => (await header.getAttribute('aria-sort')) === 'descending');
    await eventually('rows the other way round', async () => isDeepStrictEqual(await values(), up.toReversed()));
    const ring = () => header.evaluate((element) => getComputedStyle(element).outlineStyle);
    await eventually('a ring', async () => (await ring()) === 'solid');
  });

  it('opens the menu of the row with Shift+F10 and the Menu key', async () => {
    await press('Tab');
    const [words] = await focusedRow();
    for (const key of ['Shift+F10', 'ContextMenu']) {
      await press(key);
      const menu = page.locator('.context-view .action-label', { hasText: /^Correct/ });
      await menu.waitFor();
      await press('Escape');
      await menu.waitFor({ state: 'hidden' });
      await eventually('the row is focused again', async () => (await cells())[0] === words);
    }
  });

  it('copies a row with its source, and tags it, from its menu', async () => {
    const [words] = await focusedRow();
    const openMenu = async () => {
      await press('Shift+F10');
      await page.locator('.context-view .action-label', { hasText: /^Copy with Citation/ }).waitFor();
      // keys go to the table until the menu has them
      await page.waitForFunction(() => document.activeElement?.closest('.context-view'));
    };
    await openMenu();
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await eventually('copied', async () => {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      return copied.startsWith(`“${words}”（`);
    });
    await eventually('the row is focused again', async () => (await cells())[0] === words);
    await openMenu();
    await press('ArrowDown', 'Enter');
    await page.locator('.quick-input-title', { hasText: `Tag “${words}”` }).waitFor();
    await press('Escape');
    await frame.locator('.tabulator-row.current').click();
  });

  it('shows the columns that a person chooses', async () => {
    const column = frame.getByRole('columnheader', { name: 'Compared with' });
    assert.equal(await column.isVisible(), false);
    await frame.getByText('Columns', { exact: true }).click();
    await frame.getByLabel('Compared with').check();
    await column.waitFor();
    await frame.getByLabel('Compared with').uncheck();
    await column.waitFor({ state: 'hidden' });
    await frame.getByText('Columns', { exact: true }).click();
    await frame.locator('.tabulator-row.current').click();
    await eventually('the row is focused', async () => (await cells()).length > 0);
  });

  it('says that nothing matches, within what is seen, and how many there are', async () => {
    const all = (await frame.locator('#count').innerText()).replace(/\D/gu, '');
    await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    await page.keyboard.type('nothing-like-it');
    const message = frame.locator('#empty', { hasText: /./ });
    await message.waitFor();
    assert.equal(await message.innerText(), `No figure matches “nothing-like-it”. Clear the filter to see all ${all}.`);
    const isInside = await message.evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left >= 0 && right <= document.documentElement.clientWidth;
    });
    assert.equal(isInside, true);
    await press('Escape');
    await frame.locator('#empty', { hasText: /^$/ }).waitFor({ state: 'attached' });
  });

  it('goes to the text on Enter', async () => {
    await press('ArrowDown');
    const [words] = await focusedRow();
    await press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.monaco-editor') !== null);
    await page.locator('[id="status.editor.selection"]', { hasText: `${words.length} selected` }).waitFor();
  });

  it('stays in sight when a view goes to the text', async () => {
    await workbench.command('View: Show Policy Transcripts');
    await workbench.rows('Questions').first().waitFor();
    await page.keyboard.press('Control+2');
    await eventually('the table is focused', async () => (await cells()).length > 0);
    await workbench.rows('Questions').nth(1).click();
    await page.locator('.monaco-editor .active-line-number', { hasText: '13' }).waitFor();
    assert.equal(await page.locator('.tab[data-resource-name="record.txt"]').count(), 1);
    assert.equal(await page.locator('.tab.active', { hasText: 'Figures: record.txt' }).count(), 1);
  });
});
