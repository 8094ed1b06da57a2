// Pages that a browser prints, read as transcripts: fonts, justification and page breaks are those of the real thing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launch } from '../../scripts/lib/browser.mjs';

const { readOriginal } = createRequire(import.meta.url)('../../dist/readOriginal.js');
const fixture = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
/** Long enough for several pages: the same record three times. */
const paragraphs = (name) => {
  const [title, ...rest] = readFileSync(fixture(name), 'utf8')
    .replace(/^\ufeff/u, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [title, ...rest, ...rest, ...rest];
};
const html = ([title, ...rest], style) =>
  `<html lang="zh"><head><meta charset="utf-8"><title>${title}</title><style>
  body { font: 12pt/1.7 'Noto Sans CJK SC' } h1 { font-size: 18pt; text-align: center } p { text-align: justify } ${style}
  </style></head><body><h1>${title}</h1><div>${rest.map((text) => `<p>${text}</p>`).join('')}</div></body></html>`;

const STYLES = {
  'indented paragraphs': 'p { text-indent: 2em; margin: 0 }',
  'paragraphs apart': 'p { margin: 0 0 1em }',
  'two columns': 'div { columns: 2; column-gap: 2em } p { text-indent: 2em; margin: 0 }',
  'three columns': 'body { font-size: 9pt } div { columns: 3; column-gap: 2em } p { text-indent: 2em; margin: 0 }',
};
const MARGINS = {
  displayHeaderFooter: true,
  headerTemplate: '<div style="font-size: 9px; padding: 0 1cm">云江发布 <span class="date"></span></div>',
  footerTemplate:
    '<div style="font-size: 9px; width: 100%; text-align: center">第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页</div>',
  margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' },
};

describe('printed pages', () => {
  let browser;
  let page;
  before(async () => {
    browser = await launch();
    page = await browser.newPage();
  });
  after(() => browser?.close());

  for (const [style, css] of Object.entries(STYLES)) {
    for (const name of ['workspace/record.txt', 'labelled-fifth/hk-customs.txt']) {
      it(`give the paragraphs of ${name}, ${style}`, async () => {
        const lines = paragraphs(name);
        await page.setContent(html(lines, css));
        const { lines: read } = await readOriginal(
          'print.pdf',
          new Uint8Array(await page.pdf({ format: 'A4', ...MARGINS })),
        );
        const kept = read.filter(({ dropped }) => !dropped).map(({ text }) => text.replace(/\s/gu, ''));
        const expected = lines.map((line) => line.replace(/\s/gu, ''));
        assert.equal(kept.join(''), expected.join(''), 'every word in its place');
        const whole = new Set(kept);
        const broken = expected.filter((line) => !whole.has(line));
        assert.ok(broken.length <= expected.length / 50, broken.join('\n'));
        const left = read.filter(({ dropped }) => dropped);
        assert.ok(left.length >= 2 && left.every(({ text }) => /云江发布|第\s*\d+\s*页/u.test(text)));
      });
    }
  }

  const ADDRESS = 'https://www.yunjiang.example.com/zwgk/fbh/t20250918_1234.html';
  for (const [paper, options] of Object.entries({
    'a page': { format: 'A4', once: true },
    pages: { format: 'Letter' },
    'pages across': { format: 'A4', landscape: true },
    'small letters': { format: 'A4', scale: 0.7, once: true },
  })) {
    for (const style of ['indented paragraphs', 'paragraphs apart', 'two columns']) {
      it(`are without time, title, address and numbers that a browser prints: ${paper}, ${style}`, async () => {
        const { once, ...print } = options;
        const all = paragraphs('workspace/record.txt');
        const lines = once ? all.slice(0, 1 + (all.length - 1) / 3) : all;
        const site = '_新闻发布_云江省人民政府门户网站';
        const content = html(lines, STYLES[style]).replace('</title>', `${site}</title>`);
        await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: content }));
        await page.goto(ADDRESS);
        const margin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };
        const bytes = new Uint8Array(await page.pdf({ displayHeaderFooter: true, margin, ...print }));
        const { lines: read, facts } = await readOriginal('print.pdf', bytes);
        const kept = read.filter(({ dropped }) => !dropped).map(({ text }) => text.replace(/\s/gu, ''));
        assert.deepEqual(
          kept,
          lines.map((line) => line.replace(/\s/gu, '')),
        );
        assert.deepEqual(facts, { title: lines[0], url: ADDRESS });
        const left = read.filter(({ dropped }) => dropped).map(({ text }) => text);
        for (const words of [site, ADDRESS, /^1\/\d$/u, /\d:\d\d/u])
          assert.ok(
            left.some((text) => (words instanceof RegExp ? words.test(text) : text.includes(words))),
            `${words} is told`,
          );
      });
    }
  }
});
