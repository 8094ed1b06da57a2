// The panel Explore, as a person uses it: words, passages, a matrix, figures and slogans over time.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer, chooseFromMenu, eventually, openWorkbench } from '../../scripts/lib/workbench.mjs';

const TEXTS = fileURLToPath(new URL('../fixtures/ledger/texts', import.meta.url));
const DIST = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

describe('the panel Explore', () => {
  let folder;
  let workbench;
  let page;
  let frame;
  const mode = (name) => frame.getByLabel('Show', { exact: true }).selectOption({ label: name });
  const status = () => frame.getByRole('status').first();
  const fits = (shown) => shown.evaluate((one) => one.scrollWidth <= one.clientWidth);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'explore-'));
    for (const name of ['sx1.txt', 'sx2.txt', 'sx3.txt']) cpSync(join(TEXTS, name), join(folder, name));
    for (const name of ['water-briefing.txt', 'water-briefing.txt.annotations.yaml', 'codebook.yaml'])
      cpSync(join(SAMPLES, name), join(folder, name));
    const sidecar = join(folder, 'water-briefing.txt.annotations.yaml');
    const noted = '  date: 2024-09-12\n  region: 清江省\n  attributes: { body: 水利厅 }\n';
    writeFileSync(sidecar, readFileSync(sidecar, 'utf8').replace('  date: 2024-09-12\n', noted));
    // no transcript: nobody speaks
    writeFileSync(join(folder, '2018-05-06.txt'), '2013年以来，全省推进“三保三防”，各地落实“三保三防”。\n');
    writeFileSync(join(folder, 'indicators.yaml'), '- name: 煤炭产量\n  same: [煤产量]\n');
    workbench = await openWorkbench({ folder });
    page = workbench.page;
    await workbench.openFile('water-briefing.txt');
    await page.locator('.statusbar-item', { hasText: 'Policy Transcript' }).first().waitFor();
    await workbench.command('Policy Transcripts: Explore Transcripts…');
    frame = page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.getByRole('button', { name: 'Search' }).waitFor();
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps its choices and buttons in one line, in its usual width', async () => {
    const ends = () =>
      frame
        .locator('#bar > p')
        .first()
        .evaluate((line) =>
          [...line.querySelectorAll('select, button')].flatMap((one) =>
            one.offsetParent ? [Math.round(one.getBoundingClientRect().bottom / 10)] : [],
          ),
        );
    await eventually('seven in one line', async () => {
      const all = await ends();
      return all.length === 7 && Math.max(...all) - Math.min(...all) <= 1;
    });
  });

  it('says at first what can be asked', async () => {
    await frame.getByText('What do you want to know of the transcripts?').waitFor();
    await frame.getByRole('main').getByRole('button', { name: 'Concordance' }).waitFor();
  });

  it('refuses at its field what is no day, and a last day before the first', async () => {
    const problem = frame.locator('#dayProblems');
    const [from, to] = ['From', 'To'].map((name) => frame.getByLabel(name, { exact: true }));
    for (const day of ['sometime', '2024-13']) {
      // a key may be lost on a panel that has just been opened
      await eventually(`${day} is refused`, async () => {
        await from.fill(day);
        await from.press('Enter');
        await page.waitForTimeout(300);
        return problem.filter({ hasText: `From: “${day}” is no day.` }).isVisible();
      });
      assert.equal(await from.getAttribute('aria-invalid'), 'true');
      assert.equal(await status().innerText(), '');
    }
    await from.fill('2024年3月5日');
    await eventually('no problem', async () => (await from.getAttribute('aria-invalid')) === null);
    await to.fill('2024年2月');
    await page.keyboard.press('Enter');
    await problem.filter({ hasText: 'The last day is before the first' }).waitFor();
    await to.fill('2024年9月');
    await page.keyboard.press('Enter');
    await frame.getByText('Found:').waitFor();
    await frame.getByRole('listitem').first().filter({ hasText: '2024-09-12' }).waitFor();
    await from.fill('');
    await to.fill('');
  });

  it('says where nothing was found what was looked through, and offers another place', async () => {
    await frame.getByLabel('Words', { exact: true }).fill('水库');
    await page.keyboard.press('Enter');
    await frame.getByText('Searched: annotated passages').waitFor();
    await status()
      .filter({
        hasText: /^Nothing was found\. Searched: annotated passages; transcripts: 4\.$/u,
      })
      .waitFor();
    await frame.getByRole('button', { name: 'Show every place where the words stand' }).click();
    const first = frame.locator('.concordance li').first();
    await first.filter({ hasText: /2024-09-12\s*\S+\s*water-briefing\.txt$/u }).waitFor();
    await frame.locator('summary', { hasText: /^Conditions · Words: 水库$/u }).waitFor();
    await frame.getByLabel('Words', { exact: true }).fill('');
    await mode('Passages');
  });

  it('asks for words where places of words are counted, and shows no empty table', async () => {
    await mode('Counts');
    await frame.getByLabel('Find', { exact: true }).selectOption({ label: 'places of the words' });
    await status().getByText('Type under “Words” what to look for.').waitFor();
    assert.equal(await frame.getByRole('table').count(), 0);
    await frame.getByLabel('Find', { exact: true }).selectOption({ label: 'annotated passages' });
    await status()
      .getByText(/^Rows: \d+\. Searched: annotated passages/u)
      .waitFor();
    await frame.getByLabel('Speaker', { exact: true }).fill('nobody');
    await page.keyboard.press('Enter');
    await status().getByText('Nothing was found.').waitFor();
    assert.equal(await frame.getByRole('table').count(), 0);
    await frame.getByLabel('Speaker', { exact: true }).fill('');
    await mode('Passages');
  });

  it('shows the courses of slogans without scrolling sideways, in its usual width', async () => {
    await mode('Slogans over time');
    await frame.getByRole('button', { name: '三保三防', exact: true }).waitFor();
    await eventually('the whole width is seen', () => fits(frame.getByRole('main')));
    // the years over them and the marks at their ends are seen whole
    const cut = await frame.locator('table.slogans').evaluate(
      (table) =>
        [...table.querySelectorAll('.course :is(text, circle)')].filter((one) => {
          const [cell, shown] = [one.closest('td, th'), one].map((each) => each.getBoundingClientRect());
          return shown.left < cell.left || shown.right > cell.right;
        }).length,
    );
    assert.equal(cut, 0);
    await mode('Passages');
  });

  it('gives the courses of slogans all of a wide window', async () => {
    const before = page.viewportSize();
    const width = (shown) => shown.evaluate((one) => one.getBoundingClientRect().width);
    const usual = await width(frame.getByRole('main'));
    await page.setViewportSize({ width: 2200, height: before.height });
    await mode('Slogans over time');
    await frame.getByRole('button', { name: '三保三防', exact: true }).waitFor();
    await eventually('a table of the whole width', async () => {
      const all = await width(frame.getByRole('main'));
      const shown = await width(frame.locator('table.slogans'));
      const picture = await width(frame.locator('tbody .course svg.picture').first());
      return all > usual && shown > 0.95 * all && picture > 0.25 * all;
    });
    await page.setViewportSize(before);
    await mode('Passages');
  });

  it('has fields that are seen, whatever the theme says of their borders', async () => {
    const border = (name) =>
      frame.getByLabel(name, { exact: true }).evaluate((one) => {
        document.documentElement.style.removeProperty('--vscode-input-border');
        return [getComputedStyle(one).borderTopColor, getComputedStyle(one).borderTopWidth];
      });
    const [color, width] = await border('Speaker');
    assert.equal(width, '1px');
    assert.doesNotMatch(color, /rgba\(.*, 0\)|transparent/u);
  });

  it('has buttons that are seen where a theme gives them no background, and tags where contrast is high', async () => {
    const export_ = frame.getByRole('button', { name: 'Export…' });
    assert.doesNotMatch(await export_.evaluate((one) => getComputedStyle(one).borderTopColor), /, 0\)/u);
    await frame.getByRole('button', { name: 'Search' }).click();
    const chip = frame.locator('.chip').first();
    await workbench.useTheme('hcDark');
    await eventually('a border', async () => {
      const [top, left] = await chip.evaluate((one) => {
        const { borderTopColor, borderLeftColor } = getComputedStyle(one);
        return [borderTopColor, borderLeftColor];
      });
      return !/, 0\)/u.test(top) && top !== left;
    });
    await workbench.useTheme('dark');
  });

  it('says what is asked beside “Conditions” only while its fields are not seen', async () => {
    await frame.getByLabel('Words', { exact: true }).fill('水库');
    const said = frame.locator('.said', { hasText: 'Words: 水库' });
    await said.waitFor({ state: 'hidden' });
    await frame.locator('.conditions > summary').click();
    await said.waitFor();
    await frame.locator('.conditions > summary').click();
    await frame.getByLabel('Words', { exact: true }).fill('');
  });

  it('offers names for what is typed', async () => {
    const speaker = frame.getByLabel('Speaker', { exact: true });
    await speaker.fill('周');
    await frame.locator('#speakerNames option[value="周启明"]').waitFor({ state: 'attached' });
    await speaker.fill('甲，周');
    await frame.locator('#speakerNames option[value="甲，周启明"]').waitFor({ state: 'attached' });
    await speaker.fill('周');
    await page.keyboard.press('Enter');
    await frame.getByText('“周” is no whole name.').waitFor();
    await frame.getByRole('main').getByRole('button', { name: '周启明', exact: true }).click();
    await frame.getByText('Found:').waitFor();
    await speaker.fill('');
  });

  it('shows tagged passages in full, with speaker, date and tags, and opens one', async () => {
    await frame.getByLabel('Tags', { exact: true }).fill('水利');
    await page.keyboard.press('Enter');
    const first = frame.getByRole('listitem').first();
    await first.filter({ hasText: /周启明[\s\S]*2024-09-12[\s\S]*水利\/供水/u }).waitFor();
    await first.getByRole('button').first().click();
    await page.locator('.monaco-editor .selected-text').first().waitFor({ state: 'attached' });
  });

  it('changes the tags of a passage', async () => {
    const first = frame.getByRole('listitem').first();
    await first.getByRole('button', { name: 'Edit Tags…' }).click();
    const picker = page.locator('.quick-input-widget');
    await picker.locator('.monaco-list-row', { hasText: '待核实' }).first().click();
    await answer(page);
    await eventually('the passage is shown anew', async () => /待核实/u.test(await first.innerText()));
    await workbench.command('Policy Transcripts: Undo Annotation Change');
  });

  it('writes the same as text, and takes it from there', async () => {
    await frame.getByText('Query as text (YAML)').click();
    const text = frame.getByLabel('Query as text (YAML)');
    assert.equal(await text.inputValue(), 'tags: {any: [水利]}\n');
    await text.fill('words: [煤炭]\nspeker: 甲\n');
    await frame.getByRole('alert').getByText('Line 2').waitFor();
    await text.fill('words: [煤炭]\n');
    const words = frame.getByLabel('Words', { exact: true });
    await eventually('the field says the same', async () => (await words.inputValue()) === '煤炭');
    assert.equal(await frame.getByLabel('Tags', { exact: true }).inputValue(), '');
  });

  it('lines words up in a concordance', async () => {
    await mode('Concordance');
    await eventually('the word in every row', async () => {
      const keys = await frame.locator('.concordance li b').allInnerTexts();
      return keys.length > 3 && keys.every((key) => key === '煤炭');
    });
    // one word below the other, its context next to it, and what is left out told by dots
    const ends = await frame.locator('.concordance li').evaluateAll((lines) =>
      lines.map((line) => {
        const [before, key] = ['bdi', 'b'].map((part) => line.querySelector(part).getBoundingClientRect());
        return { key: Math.round(key.left), gap: Math.round(key.left - before.right) };
      }),
    );
    assert.deepEqual([...new Set(ends.map(({ key }) => key))].length, 1);
    assert.ok(
      ends.every(({ gap }) => gap >= 0 && gap <= 12),
      JSON.stringify(ends),
    );
    for (const side of ['.before', '.behind'])
      assert.equal(
        await frame
          .locator(`.concordance ${side}`)
          .first()
          .evaluate((one) => getComputedStyle(one).textOverflow),
        'ellipsis',
      );
  });

  it('counts tags by speaker, and a cell shows its passages', async () => {
    await frame.getByLabel('Words', { exact: true }).fill('');
    await mode('Matrix');
    const cell = frame.getByRole('button', {
      name: /^水利\/供水, 周启明: \d+$/u,
    });
    await cell.waitFor();
    const count = Number(await cell.innerText());
    assert.ok(count > 0);
    await cell.click();
    await frame.getByText(`Found: ${count}`, { exact: false }).waitFor();
    await eventually('as many passages', async () => (await frame.getByRole('listitem').count()) === count);
  });

  it('shows from a number of two tags the passages in which they stand together, and all again', async () => {
    await frame.getByLabel('Query as text (YAML)').fill('');
    await page.waitForTimeout(300);
    await mode('Matrix');
    await frame.getByLabel('Columns', { exact: true }).selectOption({ label: 'Tag' });
    await frame.getByRole('button', { name: '待核实, 水利/供水: 1 (0.50)' }).click();
    await status().filter({ hasText: 'Found: 1.' }).waitFor();
    const only = frame.getByText('Only what this number counts: 待核实 × 水利/供水 (share a character)');
    await only.waitFor();
    await frame.getByRole('button', { name: 'Show All', exact: true }).click();
    await status().filter({ hasText: 'Found: 3.' }).waitFor();
    await only.waitFor({ state: 'detached' });
  });

  it('goes from number to number by arrow keys, past empty cells, and on with one Tab', async () => {
    await mode('Matrix');
    const focused = async () => frame.locator(':focus').getAttribute('aria-label');
    await frame.getByRole('button', { name: '待核实, 待核实: 1' }).focus();
    for (const [key, label] of [
      ['ArrowRight', '待核实, 水利/供水: 1 (0.50)'],
      ['ArrowDown', '水利/供水, 水利/供水: 2'],
      ['ArrowDown', '水利/防洪, 水利/供水: 1 (0.50)'],
      ['ArrowUp', '水利/供水, 水利/供水: 2'],
      ['ArrowLeft', '水利/供水, 待核实: 1 (0.50)'],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await focused(), label);
    }
    await page.keyboard.press('Tab');
    assert.equal(await frame.locator('.matrix :focus').count(), 0);
  });

  it('shows from a number what has no name of its group', async () => {
    await mode('Counts');
    await frame.getByLabel('Find', { exact: true }).selectOption({ label: 'turns of speakers' });
    const none = frame.getByRole('row', { name: /^\(none\) \d+/u });
    const count = Number((await none.getByRole('cell').first().innerText()).trim());
    await none.getByRole('button').click();
    await status()
      .filter({ hasText: `Found: ${count}.` })
      .waitFor();
    await eventually('as many passages, without tags', async () => {
      const rows = await frame.getByRole('listitem').count();
      return rows === count && (await frame.locator('.chip').count()) === 0;
    });
    await frame.getByLabel('Find', { exact: true }).selectOption({ label: 'annotated passages' });
    await status().filter({ hasText: 'Found: 3.' }).waitFor();
  });

  it('shows more of what stands around a passage, and less', async () => {
    const first = frame.getByRole('listitem').first();
    const words = () => first.getByRole('button').first().innerText();
    const before = await words();
    await first.getByRole('button', { name: 'More Context' }).click();
    await eventually('the paragraphs around it', async () =>
      /清江日报记者：[\s\S]+南岸卫视记者：/u.test(await words()),
    );
    await first.getByRole('button', { name: 'Less Context' }).click();
    assert.equal(await words(), before);
  });

  it('tags passages that are ticked together, takes that back, and copies them', async () => {
    const sidecar = () => readFileSync(join(workbench.workspace, 'water-briefing.txt.annotations.yaml'), 'utf8');
    const before = sidecar();
    const boxes = frame.getByRole('checkbox', { name: 'Select', exact: true });
    await boxes.nth(0).check();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await frame.getByText('Selected: 3').waitFor();
    const together = frame.locator('.selection');
    await together.getByRole('button', { name: 'Copy with Citation' }).click();
    await eventually('three citations', async () => {
      const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
      return lines.length === 3 && lines.every((line) => /^“.+”（.+，2024年9月12日）$/u.test(line));
    });
    await together.getByRole('button', { name: 'Tag…' }).click();
    const picker = page.locator('.quick-input-widget');
    await picker.locator('.quick-input-title', { hasText: 'Tag 3 Passages' }).waitFor();
    await page.keyboard.type('复核');
    await picker.locator('.monaco-list-row.focused', { hasText: '复核' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually('written', () => sidecar().match(/复核/gu)?.length === 3);
    await frame.locator('.chip', { hasText: '复核' }).nth(2).waitFor();
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => sidecar() === before);
  });

  it('copies bars as a picture', async () => {
    await mode('Counts');
    await frame.getByRole('button', { name: 'Copy as Picture' }).click();
    await status().filter({ hasText: 'Copied as a picture.' }).waitFor();
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const { width, height } = await createImageBitmap(await item.getType('image/png'));
      return width * height;
    });
    assert.ok(size > 10_000, String(size));
  });

  it('is legible in every mode and theme', async () => {
    const dim = () =>
      frame.locator('html').evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const ground = getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background');
        /** Colours one above the other, as one sees them. */
        const seen = (...colors) => {
          // the page lets the editor's own ground through
          for (const color of [ground, ...colors]) {
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
          }
          return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        };
        const light = (color) => {
          const [r, g, b] = color.map((part) =>
            part / 255 <= 0.04045 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const shown = document.querySelectorAll(
          '#status, .facts, .chip, .quote b, .context, .line span, .line b, th, td, button, label, summary, .counted',
        );
        return [...shown].flatMap((one) => {
          if (!one.checkVisibility() || one.textContent.trim() === '' || one.disabled) return [];
          const behind = [];
          for (let at = one; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
          const { color } = getComputedStyle(one);
          const lights = [light(seen(...behind, color)), light(seen(...behind))];
          const contrast = (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
          return contrast < 4.5
            ? [`${one.className || one.localName} ${contrast.toFixed(2)} ${one.textContent.slice(0, 20)}`]
            : [];
        });
      });
    await frame.getByLabel('Words', { exact: true }).fill('');
    for (const theme of ['light', 'hcLight', 'hcDark', 'dark']) {
      await workbench.useTheme(theme);
      for (const name of ['Passages', 'Matrix', 'Counts', 'Figures over time', 'Slogans over time']) {
        await mode(name);
        await status()
          .filter({ hasText: /\d\. Searched/u })
          .waitFor();
        assert.deepEqual([...new Set(await dim())], [], `${theme}, ${name}`);
      }
    }
    await mode('Counts');
  });

  it('counts by what is noted of each transcript: its region, and attributes of the own', async () => {
    await mode('Counts');
    await frame.getByLabel('Rows', { exact: true }).selectOption({ label: 'body' });
    await frame.getByRole('row', { name: /^水利厅 \d+/u }).waitFor();
    await mode('Matrix');
    await frame.getByLabel('Columns', { exact: true }).selectOption({ label: 'Region' });
    await frame.getByRole('button', { name: /^水利厅, 清江省: \d+$/u }).waitFor();
    for (const [list, label] of [
      ['Rows', 'Tag'],
      ['Columns', 'Speaker'],
    ])
      await frame.getByLabel(list, { exact: true }).selectOption({ label });
  });

  it('shows the figures of an indicator over time, and which differ', async () => {
    await frame.getByText('Query as text (YAML)').waitFor();
    await frame.getByLabel('Query as text (YAML)').fill('');
    await page.waitForTimeout(300);
    await mode('Figures over time');
    await frame.locator('#indicatorShown').selectOption({ value: '煤炭产量' });
    await frame.getByRole('rowheader', { name: '2023-01-01 – 2023-12-31' }).first().waitFor();
    await frame
      .getByRole('button', {
        name: /^Said on 2024-03-12 by 邱泽民: 137800万吨$/u,
      })
      .waitFor();
  });

  it('draws the line through exact figures, beside rougher ones for the same days', async () => {
    const other = join(workbench.workspace, 'sx6.txt');
    cpSync(join(TEXTS, 'sx6.txt'), other);
    const picture = frame.locator('section').first().locator('svg');
    await eventually('a second year', async () => {
      await frame.getByRole('button', { name: 'Search' }).click();
      await page.waitForTimeout(500);
      return (await picture.locator('polyline').count()) === 1;
    });
    const at = async (words) => Number(await picture.locator('circle', { hasText: words }).getAttribute('cy'));
    const [rough, exact] = [await at('近14亿吨'), await at('137800万吨')];
    const heights = (await picture.locator('polyline').getAttribute('points'))
      .split(' ')
      .map((point) => Number(point.split(',')[1]));
    assert.notEqual(rough, exact);
    assert.equal(heights[0], exact);
    rmSync(other);
    await eventually('one year', async () => {
      await frame.getByRole('button', { name: 'Search' }).click();
      await page.waitForTimeout(500);
      return (await picture.locator('polyline').count()) === 0;
    });
  });

  it('shows apart what is in doubt, and opens a correction of it', async () => {
    const other = join(workbench.workspace, 'edu1.txt');
    cpSync(join(TEXTS, 'edu1.txt'), other);
    const chosen = frame.locator('#indicatorShown');
    await eventually('the indicator can be chosen', async () => {
      await frame.getByRole('button', { name: 'Search' }).click();
      await page.waitForTimeout(500);
      return (await chosen.locator('option', { hasText: '学前教育毛入园率' }).count()) === 1;
    });
    const before = await chosen.inputValue();
    await chosen.selectOption({ value: '学前教育毛入园率' });
    const doubtful = frame.locator('section', { has: frame.getByRole('heading', { name: 'In doubt' }) });
    await doubtful.getByRole('button', { name: '91.1%' }).waitFor();
    await eventually('the whole width is seen', () => fits(frame.getByRole('main')));
    if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
    await doubtful.getByRole('button', { name: 'Correct…' }).click();
    await page.locator('.quick-input-title', { hasText: '91.1%' }).waitFor();
    await page.keyboard.press('Escape');
    rmSync(other);
    await eventually('it is gone', async () => {
      await frame.getByRole('button', { name: 'Search' }).click();
      await page.waitForTimeout(500);
      return (await chosen.locator('option', { hasText: '学前教育毛入园率' }).count()) === 0;
    });
    await chosen.selectOption({ value: before });
  });

  it('saves the picture of a series', async () => {
    await frame.getByRole('button', { name: 'Save Picture…' }).first().click();
    const picker = page.locator('.quick-input-widget');
    await picker.locator('.quick-input-title', { hasText: 'Save Picture' }).waitFor();
    await answer(page);
    const file = join(workbench.workspace, 'explored.svg');
    await eventually('written', () => existsSync(file) && readFileSync(file, 'utf8').startsWith('<svg'));
    assert.match(readFileSync(file, 'utf8'), /<circle[^>]* fill="rgb/u);
  });

  it('lets a person say that a figure is comparable with no other', async () => {
    const differs = frame.getByRole('button', { name: /^Said on/u });
    const before = await differs.count();
    await frame.getByRole('button', { name: 'Not Comparable' }).first().click();
    await eventually('the figures are shown anew, and differ less', async () => {
      const now = await differs.count();
      return (await frame.locator('#indicatorShown').count()) === 1 && now < before;
    });
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('they differ as before', async () => {
      await frame.getByRole('button', { name: 'Search' }).click();
      await page.waitForTimeout(500);
      return (await differs.count()) === before;
    });
  });

  it('lets a person say which names mean the same, and takes that back', async () => {
    const list = () => readFileSync(join(workbench.workspace, 'indicators.yaml'), 'utf8');
    const before = list();
    await frame.locator('#indicatorShown').selectOption({ value: '煤炭产量' });
    await frame.getByRole('button', { name: 'These Are the Same…', exact: true }).click();
    const picker = page.locator('.quick-input-widget');
    await picker.locator('.quick-input-title', { hasText: 'Same as “煤炭产量”' }).waitFor();
    await picker.locator('.monaco-list-row', { hasText: '煤产量' }).first().waitFor();
    const other = picker.locator('.monaco-list-row', { hasText: 'Perhaps the same' }).first();
    const name = await other.locator('.label-name').first().innerText();
    await other.click();
    await answer(page);
    await eventually('written', () => list() === `- name: 煤炭产量\n  same: [煤产量, ${name}]\n`);
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => list() === before);
    // the same beside the figures
    const offered = frame.getByText('Perhaps the same:').getByRole('button').first();
    const near = (await offered.innerText()).replace(/ \(\d+\)$/u, '');
    await offered.click();
    await picker.locator('.quick-input-title', { hasText: 'Same as “煤炭产量”' }).waitFor();
    await answer(page);
    await eventually('written too', () => list() === `- name: 煤炭产量\n  same: [煤产量, ${near}]\n`);
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back too', () => list() === before);
  });

  it('shows slogans over time', async () => {
    await mode('Slogans over time');
    await frame.getByRole('button', { name: '三保三防', exact: true }).waitFor();
    await status()
      .filter({ hasText: /^Slogans: \d+\. Searched: mentions of slogans/u })
      .waitFor();
    const row = frame.getByRole('row', { name: '三保三防' });
    await row.locator('summary').click();
    await eventually('one mark', async () => (await row.locator('.barcode rect').count()) === 1);
    await row.getByRole('button', { name: /water-briefing\.txt \(1\)/u }).click();
    await page.locator('.monaco-editor .selected-text').first().waitFor({ state: 'attached' });
    const rise = frame.getByRole('button', { name: 'rise', exact: true });
    await rise.click();
    await frame.getByRole('rowheader', { name: '三保三防' }).waitFor();
    await eventually('sorted by it', async () => (await rise.getAttribute('aria-pressed')) === 'true');
    assert.equal(await frame.locator('.sorts [aria-pressed="true"]').count(), 1);
  });

  it('counts slogans in articles too where all texts are meant, year by year, also for those who hear it', async () => {
    const within = frame.getByLabel('In', { exact: true });
    await within.selectOption({ label: 'all texts, articles too' });
    await status().filter({ hasText: 'texts: 5' }).waitFor();
    await frame.getByRole('columnheader', { name: 'Mentions by year, 2018 to 2024' }).waitFor();
    await frame.getByRole('columnheader', { name: 'Texts', exact: true }).waitFor();
    const row = frame.getByRole('row', { name: '三保三防' });
    await row.getByRole('img', { name: '2018: 2; 2024: 1' }).waitFor();
    await row.locator('summary').click();
    await row.getByRole('button', { name: /2018-05-06 .*2018-05-06\.txt \(2\)/u }).waitFor();
    await within.selectOption({ label: 'all transcripts' });
    await status().filter({ hasText: 'transcripts: 4' }).waitFor();
    await frame.getByRole('row', { name: '三保三防' }).getByRole('img', { name: '2024: 1', exact: true }).waitFor();
  });

  it('shows that mentions are looked for after a click on a slogan, and goes back', async () => {
    await frame.getByRole('button', { name: '三保三防', exact: true }).click();
    await frame.getByText('Searched: mentions of slogans').waitFor();
    const find = frame.getByLabel('Find', { exact: true });
    // what was shown before was looked for among mentions too
    await eventually('mentions are looked for', async () => (await find.inputValue()) === 'slogans');
    await find.selectOption({ label: 'annotated passages' });
    await frame.getByText('Searched: annotated passages').waitFor();
    const query = frame.getByLabel('Query as text (YAML)');
    await eventually('not told in the query', async () => !(await query.inputValue()).includes('find'));
    await frame.getByLabel('Slogan', { exact: true }).fill('');
  });

  it('keeps a query as a file, and takes that back', async () => {
    await frame.getByLabel('Words', { exact: true }).fill('水库');
    await frame.getByRole('button', { name: 'Save Query…' }).click();
    await page.locator('.quick-input-title', { hasText: 'Save Query' }).waitFor();
    await answer(page, '水');
    const file = join(workbench.workspace, 'queries', '水.yaml');
    await eventually('written', () => existsSync(file) && readFileSync(file, 'utf8') === 'words: [水库]\n');
    await workbench.command('Policy Transcripts: Undo Annotation Change');
    await eventually('taken back', () => !existsSync(file));
    await page.locator('[id="status.notifications"]').click();
    await page
      .locator('.notification-list-item', {
        hasText: 'in another file: 水.yaml',
      })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await frame.getByLabel('Words', { exact: true }).fill('');
    await mode('Slogans over time');
  });

  it('tells by which slogans some transcripts differ from all others', async () => {
    await frame.getByLabel('From', { exact: true }).fill('2024-09');
    await frame.getByLabel('Compare with other transcripts').check();
    // its row in the courses of slogans stands until they are compared
    const row = frame.getByRole('row', { name: '三保三防' });
    const [, here, elsewhere, , , ratio] = await eventually('compared', async () => {
      const cells = await row.getByRole('cell').allInnerTexts();
      return cells.length > 5 && /^\d+ \(\d+\)$/u.test(cells[1]) && cells;
    });
    assert.deepEqual([here, elsewhere], ['1 (1)', '0 (0)']);
    assert.ok(Number(ratio) > 0);
  });

  it('compares with the transcripts of a second query', async () => {
    const second = frame.getByLabel('Second query (YAML); empty: all other transcripts');
    await second.fill('fils: [sx1.txt]\n');
    await frame.getByRole('alert').filter({ hasText: 'Line 1' }).waitFor();
    await second.fill('files: [water-briefing.txt]\n');
    await frame.getByRole('alert').filter({ hasText: 'Line 1' }).waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: 'Search' }).click();
    await frame.getByText('Elsewhere: those of the second query.').waitFor();
    const row = frame.getByRole('row', { name: '三保三防' });
    await eventually('as often in both', async () => {
      const [, here, elsewhere, , , ratio] = await row.getByRole('cell').allInnerTexts();
      return [here, elsewhere].join() === '1 (1),1 (1)' && Number(ratio) === 0;
    });
  });

  it('finds the rows of the headless command, in its order, whatever the files are called', async () => {
    const other = join(workbench.workspace, '煤炭.txt');
    cpSync(join(TEXTS, 'sx6.txt'), other);
    const words = 'find: figures\nfiles: [煤炭.txt, water-*.txt, sx1.txt]\nindicator: [产量, 率]\n';
    const query = join(folder, 'figures.yaml');
    writeFileSync(query, words);
    const given = [DIST, 'query', query, workbench.workspace];
    const rows = () =>
      spawnSync(process.execPath, given, { encoding: 'utf8' })
        .stdout.trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ path, text }) => `${basename(path)} ${text}`);
    await mode('Passages');
    const shown = await eventually('all of them', async () => {
      await frame.getByLabel('Query as text (YAML)').fill(`${words}# ${Date.now()}\n`);
      await page.waitForTimeout(300);
      await frame.getByRole('button', { name: 'Search' }).click();
      await page.waitForTimeout(1000);
      const found = await frame.locator('.passage').evaluateAll((all) =>
        all.map((row) => {
          const file = /([^ ·]+):\d+$/u.exec(row.querySelector('.facts').textContent)[1];
          return `${file} ${row.querySelector('b').textContent}`;
        }),
      );
      return found.some((row) => row.startsWith('煤炭')) && found;
    });
    assert.ok(new Set(shown.map((row) => row.split(' ')[0])).size === 3, shown.join());
    assert.deepEqual(shown, rows());
    rmSync(other);
  });

  it('is asked from hovers and views for what stands there', async () => {
    await page.locator('.tab[data-resource-name="water-briefing.txt"]').first().click();
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+Home');
    await eventually('asked from a hover', async () => {
      await page.mouse.move(0, 0);
      // a narrow editor breaks the line within it
      await page.locator('.view-line span span', { hasText: '三保三' }).first().hover({ timeout: 4000 });
      // the words are annotated too
      const shown = page.locator('.monaco-hover:visible .hover-row', { hasText: 'Not a slogan' });
      const link = shown.locator('a', { hasText: 'Explore…' }).first();
      return link.click({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
    });
    await status().filter({ hasText: 'Searched: mentions of slogans' }).waitFor();
    assert.equal(await frame.getByLabel('Slogan', { exact: true }).inputValue(), '三保三防');
    await workbench.command('View: Show Policy Transcripts');
    await page.locator('.tab[data-resource-name="water-briefing.txt"]').first().click();
    await workbench.command('Policy Transcripts: Group and Sort Figures…');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'speaker' }).first().click();
    await workbench.expand('Figures').catch(() => {});
    const group = workbench.rows('Figures').filter({ hasText: '周启明' }).first();
    await group.waitFor();
    await chooseFromMenu(group, 'Explore Transcripts…');
    await status()
      .filter({ hasText: /Found: \d+\. Searched: figures/u })
      .waitFor();
    assert.equal(await frame.getByLabel('Speaker', { exact: true }).inputValue(), '周启明');
    await frame.getByRole('listitem').first().filter({ hasText: '周启明' }).waitFor();
  });

  it('shows again what it showed, where the window is opened anew', async () => {
    await mode('Counts');
    await status().filter({ hasText: 'Rows:' }).waitFor();
    const rows = () => frame.getByRole('row').allInnerTexts();
    const before = await rows();
    // every few seconds, but only when nothing else is to be done
    await eventually(
      'VS Code has written down what it will show again',
      async () => (await storedState(page)).some((state) => /\bmode\W+counts\b/u.test(state)),
      90_000,
    );
    await page.reload();
    await page.waitForSelector('.monaco-workbench .part.sidebar');
    // the window, the extension and the index begin anew
    await frame.getByRole('row').first().waitFor({ timeout: 60_000 });
    await eventually('the same table', async () => (await rows()).join() === before.join());
    assert.equal(await frame.getByLabel('Show', { exact: true }).inputValue(), 'counts');
  });

  it('marks the slogans that no earlier transcript says as new', async () => {
    await page.locator('.tab[data-resource-name="water-briefing.txt"]').first().click();
    await workbench.command('View: Show Policy Transcripts');
    await workbench.expand('Slogans');
    await workbench.rows('Slogans').filter({ hasText: '三保三防' }).filter({ hasText: 'new' }).first().waitFor();
  });
});

/** What VS Code in a browser has written down of its windows. */
const storedState = (page) =>
  page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const states = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db')) continue;
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        states.push(...(await done(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    return states.filter((state) => typeof state === 'string');
  });
