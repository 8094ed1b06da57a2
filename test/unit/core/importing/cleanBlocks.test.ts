import assert from 'node:assert/strict';
import type { Block } from '../../../../src/core/importing/block';
import { cleanBlocks, siteLine } from '../../../../src/core/importing/cleanBlocks';
import { SITE_LINE_RULES } from '../../../../src/core/importing/siteLineRules';
import { sourceLine } from '../../../../src/core/importing/sourceLine';

const block = (text: string, more: Partial<Block> = {}): Block => ({
  ...{ text, isHeading: false, isRow: false, links: 0, isArticle: false },
  ...more,
});

describe('lines that web pages put around an article', () => {
  for (const { id, reason, example, counterExample } of SITE_LINE_RULES) {
    it(`${id}: ${example}`, () => {
      assert.equal(siteLine(example), reason);
      assert.equal(siteLine(counterExample), undefined, counterExample);
    });
  }

  it('say where and when the text was published', () => {
    assert.deepEqual(sourceLine('2025-09-18 10:20　来源：云江日报　字号：大 中 小'), {
      date: '2025-09-18',
      outlet: '云江日报',
    });
    assert.deepEqual(sourceLine('2025年9月18日'), { date: '2025-09-18' });
    assert.deepEqual(sourceLine('截至2025年9月18日，全省产量达到386.5亿斤。'), {});
    assert.deepEqual(sourceLine('2025-13-40'), {});
  });
});

describe('the blocks of a page', () => {
  const prose = ['今年全省粮食产量比上年增加，主要有三个方面的原因。', '第一个方面，是面积稳住了，而且略有增加。'];

  it('are the article where no reader of articles found one, too', () => {
    const lines = cleanBlocks([
      block('首页', { links: 1 }),
      block('秋粮生产新闻发布会', { isHeading: true }),
      ...prose.map((text) => block(text)),
      block('相关阅读：'),
    ]);
    assert.deepEqual(
      lines.map(({ dropped }) => dropped),
      ['links', undefined, undefined, undefined, 'links'],
    );
  });

  it('take in what a reader of articles left out beside its choice, and no menus', () => {
    const lines = cleanBlocks([
      block(prose[0]!),
      block(prose[1]!, { isArticle: true }),
      block('谢谢大家！'),
      block('云江日报记者：请问明年有什么打算？'),
      block('水利 农业 气象', { region: 'navigation' }),
    ]);
    assert.deepEqual(
      lines.map(({ dropped }) => dropped),
      [undefined, undefined, undefined, undefined, 'navigation'],
    );
  });

  it('keep a line within the article whatever words it begins with', () => {
    const inside = '编辑：这句话是答问的一部分，不是落款。';
    const lines = cleanBlocks([prose[0]!, inside, prose[1]!].map((text) => block(text, { isArticle: true })));
    assert.deepEqual(
      lines.map(({ dropped }) => dropped),
      [undefined, undefined, undefined],
    );
  });

  it('lose neither a note in brackets at the end nor sentences in Latin letters, but the heading of links in a box', () => {
    const latin = 'The interview was held in September, and the yield is said to have risen again.';
    const lines = cleanBlocks([
      block('首页', { links: 1 }),
      block(latin),
      block('延伸阅读'),
      block('全省秋种现场会召开', { links: 1 }),
      block(prose[0]!),
      block(latin),
      block('（作者系云江省农科院研究员）'),
      block('清江人家：赞', { region: 'form' }),
    ]);
    assert.deepEqual(
      lines.map(({ dropped }) => dropped),
      ['links', undefined, 'links', 'links', undefined, undefined, undefined, 'navigation'],
    );
  });
});
