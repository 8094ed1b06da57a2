// Tagging as a person does it, in one window and in two at once.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { beginTag, clickWords, drag, eventually, openWorkbench } from '../../scripts/lib/workbench.mjs';

const WORKSPACE = fileURLToPath(new URL('../fixtures/workspace', import.meta.url));

/** Selects one character of them. */
async function selectSloppily(page, words) {
  await clickWords(page, words);
  await page.keyboard.press('Shift+ArrowRight');
}

describe('annotating', () => {
  let workbench;
  const entries = () => {
    const file = join(workbench.workspace, 'record.txt.annotations.yaml');
    return existsSync(file) ? (parse(readFileSync(file, 'utf8')).annotations ?? []) : [];
  };
  before(async () => {
    workbench = await openWorkbench({ folder: WORKSPACE });
    await workbench.openFile('record.txt');
    await workbench.command('View: Show Policy Transcripts');
    await workbench.rows('Questions').first().waitFor();
  });
  after(() => workbench?.close());

  it('tags the figure at the caret with a new tag, by keyboard alone', async () => {
    await beginTag(workbench, '213.6亿元', '投资/水利');
    await workbench.page.keyboard.press('Enter');
    await eventually('written', () => entries().length === 1);
    assert.deepEqual(entries()[0].tags, ['投资/水利']);
    assert.equal(entries()[0].target.exact, '213.6亿元');
  });

  it('shows in the view what was tagged, below groups that were closed', async () => {
    await workbench
      .rows('Annotations')
      .filter({ hasText: /^213\.6亿元/u })
      .waitFor();
  });

  it('shows a tag that was made among those that no passage has, and where it is once it has another name', async () => {
    const { page } = workbench;
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    const rows = workbench.rows('Annotations');
    await workbench.command('Policy Transcripts: New Tag…');
    await input.fill('民生/饮水');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'New Tag: 民生/饮水' }).waitFor();
    await page.keyboard.press('Enter');
    await rows.filter({ hasText: /^饮水/u }).click();
    await page.keyboard.press('F2');
    await page.locator('.quick-input-title', { hasText: 'Rename Tag' }).waitFor();
    await input.fill('饮水安全');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await rows.filter({ hasText: /^饮水安全/u }).waitFor();
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await rows.filter({ hasText: /^饮水$/u }).waitFor();
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', async () => (await rows.filter({ hasText: /饮水/u }).count()) === 0);
  });

  it('brings a sloppy selection to whole words, shows that first, and takes exactly what is selected on demand', async () => {
    const { page } = workbench;
    const title = (words) => page.locator('.quick-input-title', { hasText: `Tag “${words}”` }).waitFor();
    await selectSloppily(page, '86.4亿立方米');
    await page.locator('.monaco-editor .selected-text').first().waitFor({ state: 'attached' });
    await page.keyboard.press("Control+'");
    await page.keyboard.press('t');
    await title('86.4亿立方米');
    await page.locator('.quick-input-widget a[aria-label="Tag exactly what is selected"]').click();
    await page.locator('.quick-input-widget a[aria-label="Tag whole words"]').click();
    await title('86.4亿立方米');
    await page.keyboard.type('水量');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '水量' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually('written', () => entries().length === 2);
    assert.ok(entries().some(({ target }) => target.exact === '86.4亿立方米'));
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => entries().length === 1);
  });

  it('tags again by whole figures, and shows in the text which', async () => {
    const { page } = workbench;
    await selectSloppily(page, '86.4亿立方米');
    await page.keyboard.press("Control+'");
    await page.keyboard.press('r');
    await eventually('written', () => entries().length === 2);
    assert.ok(entries().some(({ target }) => target.exact === '86.4亿立方米'));
    await page.locator('.statusbar-item', { hasText: 'tag “86.4亿立方米” with' }).waitFor();
    await page.locator('.statusbar-item', { hasText: '8 selected' }).waitFor();
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => entries().length === 1);
  });

  it('tags again all of a figure of which only the beginning is selected', async () => {
    const { page } = workbench;
    await page
      .locator('.view-line span span', { hasText: '86.4亿立方米' })
      .last()
      .click({ position: { x: 1, y: 8 } });
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator('.statusbar-item', { hasText: '(1 selected)' }).waitFor();
    await page.keyboard.press("Control+'");
    await page.keyboard.press('r');
    await page.locator('.statusbar-item', { hasText: '8 selected' }).waitFor();
    await eventually('written', () => entries().length === 2);
    assert.ok(entries().some(({ target }) => target.exact === '86.4亿立方米'));
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => entries().length === 1);
  });

  it('corrects who said a figure from the figure', async () => {
    const { page } = workbench;
    await clickWords(page, '86.4亿立方米');
    await workbench.command('Policy Transcripts: Correct Figure, Slogan or Speaker…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Said by' }).click();
    await page.locator('.quick-input-title', { hasText: 'Correct Speaker: 周启明' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('says what a period means while it is typed, and what was corrected', async () => {
    const { page } = workbench;
    await clickWords(page, '86.4亿立方米');
    await workbench.command('Policy Transcripts: Correct Figure, Slogan or Speaker…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Period' }).first().click();
    await page.locator('.quick-input-title', { hasText: '· Period' }).waitFor();
    await page.locator('.quick-input-widget input[type="text"]').first().fill('今年1-8月');
    await page.locator('.quick-input-message', { hasText: 'Means: 2024-01-01 – 2024-08-31' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: 'Done: correction of “86.4亿立方米”' }).waitFor();
    // no words of the text say these days: the view does, which shows the figure that the caret comes to
    await workbench.expand('Figures');
    await workbench.rows('Figures').first().waitFor();
    for (const words of ['213.6亿元', '86.4亿立方米']) await clickWords(page, words);
    await workbench.rows('Figures').filter({ hasText: '2024-01-01 – 2024-08-31' }).first().waitFor();
    // beside its buttons
    await page.locator('.pane-header.expanded', { hasText: 'Figures' }).click({ position: { x: 12, y: 10 } });
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await page.locator('.statusbar-item', { hasText: 'Undone: correction of “86.4亿立方米”' }).waitFor();
  });

  it('takes a value as texts write it, and refuses what is no one number', async () => {
    const { page } = workbench;
    const corrections = () =>
      readFileSync(join(workbench.workspace, 'record.txt.annotations.yaml'), 'utf8').split('corrections:')[1] ?? '';
    await clickWords(page, '86.4亿立方米');
    await workbench.command('Policy Transcripts: Correct Figure, Slogan or Speaker…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Value' }).click();
    await page.locator('.quick-input-title', { hasText: '· Value' }).waitFor();
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    for (const words of ['七八亿', '多']) {
      await input.fill(words);
      await page.locator('.quick-input-message', { hasText: 'Not understood.' }).waitFor();
      await input.fill('1');
      await page.locator('.quick-input-message', { hasText: 'Not understood.' }).waitFor({ state: 'hidden' });
    }
    await input.fill('86.5亿');
    await page.keyboard.press('Enter');
    await eventually('written', () => /value: 8650000000\b/u.test(corrections()));
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => corrections() === '');
  });

  it('looks for all mentions of the whole figure that a sloppy selection means', async () => {
    const { page } = workbench;
    await selectSloppily(page, '86.4亿立方米');
    await workbench.command('Policy Transcripts: Tag All Mentions…');
    await page.locator('.quick-input-title', { hasText: 'Tag All Mentions of “86.4亿立方米”' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('offers the slogan at the caret to look for where nothing is selected', async () => {
    const { page } = workbench;
    await clickWords(page, '三保三防');
    await workbench.command('Policy Transcripts: Tag All Mentions…');
    await page.locator('.quick-input-title', { hasText: 'Tag All Mentions' }).waitFor();
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    await eventually('offered', async () => (await input.inputValue()) === '三保三防');
    await page.keyboard.press('Escape');
  });

  it('says aloud what is undone in a file that nobody looks at, and opens it', async () => {
    const { page } = workbench;
    await selectSloppily(page, '86.4亿立方米');
    await page.keyboard.press("Control+'");
    await page.keyboard.press('r');
    await eventually('written', () => entries().length === 2);
    await workbench.openFile('follow-up.txt');
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => entries().length === 1);
    await page.locator('[id="status.notifications"]').click();
    const said = page.locator('.notification-list-item', { hasText: 'in another file: record.txt' }).first();
    await said.getByRole('button', { name: 'Open record.txt' }).click();
    await page.locator('.tab.active[data-resource-name="record.txt"]').waitFor();
  });

  it('offers what exists before a new tag, by any part of its path or its initials', async () => {
    const { page } = workbench;
    for (const typed of ['水利', 'tzsl']) {
      await beginTag(workbench, '11.4%', typed, '投资/水利');
      await page.locator('.quick-input-list [data-last-element="true"]', { hasText: 'New tag' }).waitFor();
      if (typed === '水利') await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Enter');
    await eventually('written', () => entries().length === 2);
    assert.ok(entries().every(({ tags }) => tags.join() === '投资/水利'));
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => entries().length === 1);
  });

  it('shows the tag in the Annotations view, with the passage below it', async () => {
    const rows = workbench.rows('Annotations');
    await rows.filter({ hasText: '投资' }).first().waitFor();
    const levels = () =>
      Promise.all(
        ['投资', '水利', '213.6亿元'].map((name) =>
          rows
            .filter({ hasText: new RegExp(`^${name}`, 'u') })
            .first()
            .getAttribute('aria-level'),
        ),
      );
    await eventually('each below the one before', async () => (await levels()).join() === '1,2,3');
  });

  async function undoUntil(isBack) {
    for (let attempt = 0; attempt < 3 && !isBack(); attempt++) {
      await workbench.command('Policy Transcripts: Undo Annotation Change');
      for (let waited = 0; waited < 50 && !isBack(); waited++) await workbench.page.waitForTimeout(100);
    }
    assert.ok(isBack(), 'taken back');
  }

  it('gives an annotation that is dragged onto a tag that one instead', async () => {
    const rows = workbench.rows('Annotations');
    // in a low view the tag to drop on would be out of sight, or stick to the top, where nothing can be dropped
    await workbench.page.locator('.pane-header.expanded', { hasText: 'Questions' }).click();
    await beginTag(workbench, '11.4%', '甲');
    await workbench.page.keyboard.press('Enter');
    const dragged = rows.filter({ hasText: '11.4%' }).first();
    await drag(dragged, rows.filter({ hasText: '水利' }).first(), () =>
      entries().every(({ tags }) => !tags.includes('甲')),
    );
    assert.deepEqual(
      entries().map(({ tags }) => tags),
      [['投资/水利'], ['投资/水利']],
    );
    // each is done before the next is asked for; one that was asked for while a menu was closing is asked for again
    await undoUntil(() => entries().some(({ tags }) => tags.includes('甲')));
    await undoUntil(() => entries().length === 1);
  });

  it('loses nothing when two windows tag the same transcript at once', async () => {
    const second = await workbench.openAnotherWindow();
    await second.openFile('record.txt');
    await second.page.locator('.view-line span span', { hasText: '86.4亿立方米' }).last().waitFor();
    await beginTag(workbench, '11.4%', '甲');
    await beginTag(second, '86.4亿立方米', '乙');
    await Promise.all([workbench, second].map(({ page }) => page.keyboard.press('Enter')));
    await eventually('both written', () => entries().length === 3);
    assert.deepEqual(
      entries().map(({ target }) => target.exact),
      ['86.4亿立方米', '213.6亿元', '11.4%'],
    );
    await second.page.close();
  });

  it('puts a line around passages in high contrast, and no colour behind the letters of the one to choose', async () => {
    const { page } = workbench;
    await workbench.useTheme('hcDark');
    await page.locator('.view-line span span', { hasText: '7.2亿立方米' }).last().click();
    await page.keyboard.press("Control+'");
    await page.keyboard.press('t');
    await page.locator('.quick-input-title', { hasText: 'Which Passage?' }).waitFor();
    const clear = 'rgba(0, 0, 0, 0)';
    const decorations = () =>
      page.locator('.view-overlays .cdr').evaluateAll((found) =>
        found.map((mark) => {
          const { outlineStyle, outlineColor, borderTopWidth, borderTopColor, backgroundColor } =
            getComputedStyle(mark);
          return {
            outline: `${outlineStyle} ${outlineColor}`,
            border: `${borderTopWidth} ${borderTopColor}`,
            backgroundColor,
          };
        }),
      );
    // the editor draws its decorations anew one after the other, once the theme is another
    const backgrounds = await eventually('a line around three passages, and the one to choose', async () => {
      const marks = await decorations();
      const tagged = marks.filter(({ outline }) => outline.startsWith('dotted') && !outline.includes(clear));
      const chosen = marks.filter(({ border }) => border.startsWith('2px') && !border.includes(clear));
      return tagged.length === 3 && chosen.length === 1 && chosen.map(({ backgroundColor }) => backgroundColor);
    });
    assert.deepEqual(backgrounds, [clear]);
    await page.keyboard.press('Escape');
  });

  it('has a colour for each thing where contrast is high on white', async () => {
    const { page } = workbench;
    await workbench.useTheme('hcLight');
    const colorOf = (words) =>
      page
        .locator('.view-line span span', { hasText: words })
        .last()
        .evaluate((found) => getComputedStyle(found).color);
    const all = () => Promise.all(['三保三防', '今年以来', '主持人', '周启明厅长', '86.4亿立方米'].map(colorOf));
    await eventually('five colours', async () => new Set(await all()).size === 5);
    // the moderator who is named in the head is coloured before the text is read, and stays so
    const heads = page.locator('.view-line span span', { hasText: /^主持人$/u });
    const colours = () => heads.evaluateAll((found) => found.map((one) => getComputedStyle(one).color));
    await eventually('one colour for the moderator', async () => new Set(await colours()).size === 1);
  });
});
