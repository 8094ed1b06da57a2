// npm run screenshots: the pictures of the walkthrough and README, taken from the real VS Code with the samples.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { ensureBuilt, root } from './lib/ensure.mjs';
import { main, say } from './lib/run.mjs';
import { chooseFromMenu, openWorkbench } from './lib/workbench.mjs';

const THEMES = ['dark', 'light'];
const SIZE = { width: 1120, height: 700 };
const SETTINGS = { 'editor.minimap.enabled': false, 'window.commandCenter': false, 'editor.fontSize': 15 };

/** What can be asked for alone. */
const PARTS = ['ledger', 'exchange', 'read'];

const folder = join(root, 'media/walkthrough');
const words = {
  en: {
    container: 'View: Show Policy Transcripts',
    table: 'Policy Transcripts: Open Figures as Table',
    explore: 'Policy Transcripts: Explore Transcripts…',
    slogans: 'Slogans',
    tags: 'Tag “',
    import: 'Import Transcripts…',
    exportTo: 'Policy Transcripts: Export Annotations…',
  },
  'zh-cn': {
    container: 'View: Show 政策实录',
    table: '政策实录: 以表格打开数据',
    explore: '政策实录: 检索与对照…',
    slogans: '提法',
    tags: '标注“',
    import: '导入实录…',
    exportTo: '政策实录: 导出标注…',
  },
};

/** A palette of few colours keeps text sharp in a third of the size. */
const save = (picture, name) =>
  sharp(picture)
    .png({ palette: true, colours: 96, effort: 10 })
    .toFile(join(folder, `${name}.png`));

/** A web page that holds a transcript among other things. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>水利发布会</title>
<nav><a href="/">首页</a> <a href="/n">新闻</a> <a href="/s">服务</a></nav><article><h1>水利发布会实录</h1>
<p>清江日报记者：今年农村供水怎么保障？</p>
<p>周启明厅长：今年以来，全省完成水利投资213.6亿元，农村自来水普及率达到93.2%。</p>
<p>南岸晚报记者：请介绍一下河道治理的进展。</p>
<p>周启明厅长：上半年清淤3600万立方米，江豚回来了上百头次。</p></article>
<footer>责任编辑：丁一 版权所有</footer>`;

/** What is shown before an import, and what can be exported. */
async function takeExchange(language, theme) {
  const say = words[language];
  const texts = mkdtempSync(join(tmpdir(), 'exchange-'));
  cpSync(join(root, 'samples'), texts, { recursive: true });
  writeFileSync(join(texts, 'briefing.html'), PAGE);
  const workbench = await openWorkbench({
    folder: texts,
    theme,
    language,
    settings: SETTINGS,
    size: SIZE,
  });
  const { page } = workbench;
  const suffix = language === 'en' ? theme : `${theme}-${language}`;
  try {
    await workbench.openFile('water-briefing.txt');
    await page.waitForTimeout(3000);
    await workbench.command(say.exportTo);
    await page.locator('.quick-input-list .monaco-list-row').nth(2).waitFor();
    await page.waitForTimeout(400);
    await save(await page.screenshot({ clip: { x: 0, y: 0, width: SIZE.width, height: 400 } }), `export-${suffix}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+e');
    await chooseFromMenu(page.getByRole('treeitem', { name: 'briefing.html' }), say.import);
    const preview = page.frameLocator('iframe.webview').last().frameLocator('iframe');
    await preview.locator('.row').nth(3).waitFor();
    await page.waitForTimeout(400);
    await save(await page.screenshot(), `import-${suffix}`);
  } finally {
    await workbench.close();
    rmSync(texts, { recursive: true, force: true });
  }
}

/** What two transcripts of one province say of the same figure. */
async function takeLedger(language) {
  const texts = mkdtempSync(join(tmpdir(), 'ledger-'));
  for (const name of ['sx1.txt', 'sx2.txt', 'sx6.txt'])
    cpSync(join(root, 'test/fixtures/ledger/texts', name), join(texts, name));
  const workbench = await openWorkbench({
    folder: texts,
    theme: 'light',
    language,
    size: { width: 1120, height: 1000 },
  });
  const { page } = workbench;
  try {
    await workbench.openFile('sx1.txt');
    await page.keyboard.press('Control+b');
    await page.waitForTimeout(4000);
    await workbench.command(words[language].explore);
    const frame = page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.locator('#mode').selectOption('figures');
    await frame.locator('#indicatorShown').selectOption('煤炭产量');
    await page.waitForTimeout(600);
    const [from, to] = await Promise.all(
      ['section h3', 'section table'].map((found) => frame.locator(found).first().boundingBox()),
    );
    const [x, y] = [from.x - 12, from.y - 12];
    const clip = { x, y, width: to.x + to.width - x + 12, height: to.y + to.height - y + 12 };
    await save(await page.screenshot({ clip }), language === 'en' ? 'ledger-light' : `ledger-light-${language}`);
  } finally {
    await workbench.close();
    rmSync(texts, { recursive: true, force: true });
  }
}

async function take(language, theme) {
  const say = words[language];
  const settings = { ...SETTINGS };
  const workbench = await openWorkbench({
    folder: join(root, 'samples'),
    theme,
    language,
    settings,
    size: SIZE,
  });
  const { page } = workbench;
  const suffix = language === 'en' ? theme : `${theme}-${language}`;
  const picture = async (name) => save(await page.screenshot(), `${name}-${suffix}`);
  try {
    await workbench.openFile('water-briefing.txt');
    await workbench.command(say.container);
    await workbench.expand(say.slogans);
    await workbench.rows(say.slogans).first().waitFor();
    // the topics of the questions come last
    await page.waitForTimeout(4000);
    await workbench.rows(say.slogans).first().locator('.monaco-tl-twistie').click();
    await page.waitForTimeout(400);
    await picture('slogans');
    const figure = page.locator('.view-line span span', { hasText: '86.4亿立方米' }).last();
    await figure.hover();
    await page.locator('.monaco-hover:visible', { hasText: '8,640,000,000' }).waitFor();
    await page.waitForTimeout(300);
    await picture('read');
    await page.keyboard.press('Escape');
    await page.locator('.view-line span span', { hasText: '213.6亿元' }).last().click();
    await page.mouse.move(2, 2);
    await page.keyboard.press("Control+'");
    await page.keyboard.press('t');
    await page.locator('.quick-input-list .monaco-list-row').nth(2).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: say.tags }).waitFor();
    await page.waitForTimeout(400);
    await picture('tag');
    await page.keyboard.press('Escape');
    await workbench.command(say.table);
    const frame = page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.locator('.tabulator-row').nth(2).click();
    await page.waitForTimeout(600);
    await picture('figures');
  } finally {
    await workbench.close();
  }
}

await main(async () => {
  await ensureBuilt();
  mkdirSync(folder, { recursive: true });
  for (const language of Object.keys(words)) {
    const isWanted = (name) => !PARTS.some((part) => process.argv.includes(part)) || process.argv.includes(name);
    if (isWanted('ledger')) {
      say(`${language}, ledger`);
      await takeLedger(language);
    }
    for (const theme of THEMES) {
      say(`${language}, ${theme}`);
      if (isWanted('exchange')) await takeExchange(language, theme);
      if (isWanted('read')) await take(language, theme);
    }
  }
});
