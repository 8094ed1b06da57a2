import assert from 'node:assert/strict';
import { intlSegmenter } from '../../../src/segmenter/intlSegmenter';
import { type RuledIndicator, refineIndicators } from '../../../src/segmenter/refineIndicators';
import { sharedJieba } from './segmenters';

const ruled = (indicator: string, behind = ''): RuledIndicator => ({ indicator, behind });

describe('what figures measure, by the classes of words', () => {
  const jieba = sharedJieba();

  const indicatorsOf = async (claims: readonly RuledIndicator[], segmenter = jieba) =>
    (await refineIndicators(claims, segmenter)).map(({ indicator }) => indicator);
  const isSame = async (...indicators: string[]) => {
    const keys = (
      await refineIndicators(
        indicators.map((indicator) => ruled(indicator)),
        jieba,
      )
    ).map(({ key }) => key);
    return new Set(keys).size === 1;
  };

  it('is the noun behind the figure where only a verb stands before it, or nothing', async () => {
    assert.deepEqual(
      await indicatorsOf([
        ruled('优选', '“示范”企业，给予支持'),
        ruled('', '贫困人口全部脱贫'),
        ruled('按照合同供应', '电煤，如期兑现'),
      ]),
      ['“示范”企业', '贫困人口', '电煤'],
    );
  });

  it('stays as the rules have it where that is a noun, or nothing better stands there', async () => {
    const claims = [ruled('全省煤炭产量', '，同比增长'), ruled('就业人数', '，'), ruled('关注', '和参与'), ruled('')];
    assert.deepEqual(await indicatorsOf(claims), ['全省煤炭产量', '就业人数', '关注', '']);
  });

  it('stays as the rules have it without parts of speech', async () => {
    assert.deepEqual(await indicatorsOf([ruled('优选', '“示范”企业')], intlSegmenter()), ['优选']);
  });

  it('is the same in other wording', async () => {
    assert.ok(await isSame('全省煤炭产量', '我省的煤炭产量', '煤炭产量', '全省煤炭总产量'));
    assert.ok(await isSame('清洁能源占比', '清洁能源比重', '清洁能源所占比重'));
    assert.ok(await isSame('市场主体数量', '市场主体', '市場主體'));
  });

  it('is another one of another matter, place or number', async () => {
    assert.ok(!(await isSame('煤炭产量', '粮食产量')));
    assert.ok(!(await isSame('全国煤炭产量', '全省煤炭产量')));
    assert.ok(!(await isSame('煤炭产量', '煤炭产能')));
    assert.ok(!(await isSame('3岁以下婴幼儿', '6岁以下婴幼儿')));
  });
});
