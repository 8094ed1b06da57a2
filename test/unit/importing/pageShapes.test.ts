import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keptText } from '../../../src/core/importing/importedLine';
import { readOriginal } from '../../importing/importing';
import { PAGE_SHAPES } from '../../importing/pageShapes';

const bare = (text: string): string => text.replace(/\s/gu, '');

/** Records and reports, in both scripts. */
const TEXTS = ['workspace/record.txt', 'labelled-fifth/hk-customs.txt', 'labelled-fifth/carbon-mixed.txt'].map((name) =>
  readFileSync(`test/fixtures/${name}`, 'utf8')
    .replace(/^\ufeff/u, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);

describe('web pages of many shapes', () => {
  for (const { name, html, around, facts: stated } of PAGE_SHAPES) {
    it(`give their whole article, and tell what is around it: ${name}`, async () => {
      for (const [title = '', ...lines] of TEXTS) {
        const page = html(title, lines);
        const { lines: read, facts } = await readOriginal('page.html', new TextEncoder().encode(page));
        const kept = keptText(read).trimEnd().split('\n').map(bare);
        const whole = new Set(kept);
        assert.deepEqual(
          lines.filter((line) => !whole.has(bare(line))),
          [],
          `${title}: nothing of the text is left out or broken`,
        );
        assert.ok(whole.has(bare(title)), `the title ${title}`);
        const order = lines.map((line) => kept.indexOf(bare(line)));
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
          'in its order',
        );
        const keptAll = kept.join('\n');
        const told = read.flatMap(({ text, dropped }) => (dropped ? [bare(text)] : [])).join('\n');
        assert.deepEqual(
          around.filter(
            (words) =>
              keptAll.includes(bare(words)) && !title.includes(words) && !lines.some((line) => line.includes(words)),
          ),
          [],
          `${title}: kept`,
        );
        assert.deepEqual(
          around.filter((words) => !told.includes(bare(words))),
          [],
          `${title}: told`,
        );
        assert.ok(!keptAll.includes('脚本里的字') && !keptAll.includes('不是正文'));
        assert.equal(facts.title, title);
        // other texts show a day of their own
        if (title !== TEXTS[0]![0]) continue;
        const { date, outlet } = facts;
        assert.deepEqual({ ...(date ? { date } : {}), ...(stated.outlet ? { outlet } : {}) }, stated);
      }
    });
  }
});
