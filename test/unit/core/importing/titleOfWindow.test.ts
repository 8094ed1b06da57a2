import assert from 'node:assert/strict';
import { titleOfWindow } from '../../../../src/core/importing/titleOfWindow';

describe('the title of a window', () => {
  it('is without the names of section and site behind it', () => {
    for (const [title, expected] of [
      ['秋粮生产发布会实录_新闻发布_云江日报', '秋粮生产发布会实录'],
      ['秋粮生产发布会实录-云江省人民政府网', '秋粮生产发布会实录'],
      ['秋粮生产发布会实录 - 云江', '秋粮生产发布会实录'],
      ['秋粮生产发布会实录 | 云江发布', '秋粮生产发布会实录'],
      ['守住底线——秋粮生产发布会实录', '守住底线——秋粮生产发布会实录'],
      ['2024-2025年秋粮生产新闻', '2024-2025年秋粮生产新闻'],
      ['秋粮_云江', '秋粮_云江'],
    ])
      assert.equal(titleOfWindow(title!), expected);
  });
});
