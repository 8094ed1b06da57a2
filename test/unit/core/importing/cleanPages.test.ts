import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanPages as cleanSetPages } from '../../../../src/core/importing/cleanPages';
import { keptText } from '../../../../src/core/importing/importedLine';
import type { Page } from '../../../../src/core/importing/pageItem';
import { isTraditional, presentationForms } from '../../../../src/core/importing/presentationForms';
import { setPages } from '../../../../src/core/importing/setPage';
import { PAGE, type SetLine, typeset } from '../../../importing/typeset';

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x7f ? size / 2 : size), 0);
const pagesOf = (pages: readonly (readonly SetLine[])[]): Page[] =>
  pages.map((lines) => ({ ...PAGE, items: lines.map((line) => ({ ...line, width: widthOf(line.text, line.size) })) }));
const cleanPages = (pages: readonly Page[]) => cleanSetPages(setPages(pages));
const kept = (pages: readonly Page[]): string[] => keptText(cleanPages(pages)).trimEnd().split('\n');

const LONG = '今年以来，全省各地围绕粮食生产抓落实，面积、单产、总产都有增加，损耗也在减少，'.repeat(6);
const PARAGRAPHS = Array.from({ length: 14 }, (_, index) => `第${index + 1}位代表说，${LONG}这是第${index + 1}段。`);

describe('pages', () => {
  it('give paragraphs that go on over pages and columns', () => {
    for (const options of [{ indent: 2 }, { gap: 0.7 }, { indent: 2, columns: 2 }, { gap: 0.7, columns: 3, size: 9 }]) {
      const pages = pagesOf(typeset(PARAGRAPHS, options));
      assert.ok(pages.length > 1, 'more than one page');
      assert.deepEqual(kept(pages), PARAGRAPHS, JSON.stringify(options));
    }
  });

  it('leave out heads that change from page to page, and words at an angle', () => {
    const titles = ['上篇', '中篇', '下篇', '附录', '索引', '后记'];
    const pages = pagesOf(
      typeset(PARAGRAPHS, {
        ...{ indent: 2, size: 16 },
        head: (page) => (page % 2 === 0 ? '云江发布' : titles[Math.floor(page / 2)]!),
        foot: (page) => String(page),
      }),
    ).map((page) => ({
      ...page,
      items: [...page.items, { text: '内部资料', x: 200, y: 400, width: 100, size: 40, isTurned: true }],
    }));
    const lines = cleanPages(pages);
    assert.deepEqual(keptText(lines).trimEnd().split('\n'), PARAGRAPHS);
    const told = new Set(lines.flatMap(({ text, dropped }) => (dropped ? [`${text} ${dropped}`] : [])));
    assert.ok(told.has('内部资料 watermark') && told.has('1 pageNumber') && told.has('云江发布 pageHead'));
    assert.ok(told.has('上篇 pageHead'));
  });

  it('leave out what a browser prints around a single page, in several languages, and nothing that only looks so', () => {
    const at = (text: string, x: number, y: number, size = 8) => ({ text, x, y, size, width: widthOf(text, size) });
    const [body] = pagesOf(typeset(PARAGRAPHS.slice(0, 2), { indent: 2, size: 12 }));
    const margins = [
      [
        at('11/26/26, 12:56 PM', 24, 22),
        at('秋粮发布会', 260, 24),
        at('https://a.example/b.html', 24, 826),
        at('1/1', 559, 826),
      ],
      [
        at('秋粮发布会', 24, 22),
        at('https://a.example/b.html', 400, 22),
        at('第 1 页（共 1 页）', 24, 826),
        at('2025/9/18 上午10:20', 480, 826),
      ],
      [at('2025/9/18 10:20', 24, 22, 12), at('file:///C:/a.html', 24, 826, 12), at('1/1', 559, 826, 12)],
    ];
    for (const around of margins) {
      const lines = cleanPages([{ ...body!, items: [...body!.items, ...around] }]);
      assert.deepEqual(keptText(lines).trimEnd().split('\n'), PARAGRAPHS.slice(0, 2));
      assert.deepEqual(
        lines.flatMap(({ text, dropped }) => (dropped ? [text] : [])).sort(),
        around.map(({ text }) => text).sort(),
      );
    }
    const own = [at('2025-09-18 10:20', 72, 40, 12), at('来源：云江日报', 240, 40, 12)];
    assert.equal(kept([{ ...body!, items: [...own, ...body!.items] }]).length, 3);
  });

  it('begin with a short title in the middle above their columns', () => {
    const pages = pagesOf(typeset(PARAGRAPHS, { ...{ indent: 2, columns: 3, size: 9 } }));
    const [first, ...rest] = pages as [Page, ...Page[]];
    const title = { text: '实录', x: 280, y: 50, width: 36, size: 18 };
    assert.deepEqual(kept([{ ...first, items: [title, ...first.items] }, ...rest]), ['实录', ...PARAGRAPHS]);
  });

  it('begin with a title whose blank stands above the gap between their columns, and leave headlines to theirs', () => {
    const pages = pagesOf(typeset(PARAGRAPHS, { ...{ indent: 2, columns: 2, size: 10 } }));
    const [first, ...rest] = pages as [Page, ...Page[]];
    const at = (text: string, x: number) => ({ text, x, y: 50, width: text.length * 18, size: 18 });
    const title = [at('守护蓝色粮仓', 180), at('促进永续利用', 306)];
    assert.deepEqual(kept([{ ...first, items: [...title, ...first.items] }, ...rest]), [
      '守护蓝色粮仓 促进永续利用',
      ...PARAGRAPHS,
    ]);
    const headlines = [at('左栏的题目', 72), at('右栏的题目', 308)];
    const lines = kept([{ ...first, items: [...headlines, ...first.items] }, ...rest]);
    assert.equal(lines[0], '左栏的题目');
    assert.ok(lines.indexOf('右栏的题目') > 1);
  });

  it('keep a sentence that recurs at the top, and a figure that stands alone within the text', () => {
    const again = '主持人：请继续提问。';
    const pages = pagesOf(
      [1, 2, 3, 4].map((page) => [
        { text: again, x: 72, y: 60, size: 12 },
        { text: `第${page}个问题是关于水利的，请厅长介绍一下。`, x: 72, y: 80, size: 12 },
        { text: '386', x: 72, y: 400, size: 12 },
      ]),
    );
    const text = keptText(cleanPages(pages));
    assert.equal(text.split(again).length, 5);
    assert.equal(text.split('386').length, 5);
  });

  it('lose no word, wherever the words stand', () => {
    const item = fc.record({
      text: fc.stringMatching(/^[产量达到的了，。1-9a-z]{1,12}$/u),
      x: fc.double({ min: 0, max: 560, noNaN: true }),
      y: fc.double({ min: 0, max: 842, noNaN: true }),
      width: fc.double({ min: 1, max: 300, noNaN: true }),
      size: fc.constantFrom(6, 9, 11, 12, 18),
      isTurned: fc.boolean(),
    });
    const page = fc.array(item, { maxLength: 40 }).map((items): Page => ({ ...PAGE, items }));
    const bare = (text: string) => [...text.replace(/[\s-]/gu, '')].sort().join('');
    fc.assert(
      fc.property(fc.array(page, { maxLength: 5 }), (pages) => {
        const all = pages.flatMap(({ items }) => items.map(({ text }) => text)).join('');
        const lines = cleanPages(pages)
          .map(({ text }) => text)
          .join('');
        // words that are printed twice at one place are said once
        const once = new Set(bare(all));
        assert.ok([...once].every((character) => lines.includes(character)));
        assert.ok(bare(lines).length <= bare(all).length);
      }),
      { numRuns: 300 },
    );
  });

  it('take time in proportion to their words', () => {
    const items = Array.from({ length: 40_000 }, (_, index) => ({
      text: '产量',
      x: (index % 50) * 11,
      y: Math.floor(index / 50),
      width: 10,
      size: 5,
    }));
    assert.ok(cleanPages([{ ...PAGE, items }]).length > 0);
  });
});

describe('signs that fonts draw as their own', () => {
  it('become the characters that they look like; figures and marks stay', () => {
    assert.deepEqual([presentationForms('⼾籍――'), presentationForms('⼾籍', true)], ['户籍——', '戶籍']);
    assert.deepEqual([isTraditional('我們的會'), isTraditional('我们的会'), isTraditional('')], [true, false, false]);
    assert.equal(presentationForms('⽔利⼈員⺠⻔局⻑⻑⻓ﬁ②㎡２'), '水利人員民门局長長长fi②㎡２');
  });
});
