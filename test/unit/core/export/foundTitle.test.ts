import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { citedTitle, foundTitle } from '../../../../src/core/export/foundTitle';

const BODY = '主持人：下面请提问。\n清江日报记者：进展如何？\n周明局长：已经完成。\n';
const title = (head: string) => foundTitle(head + BODY, analyse(head + BODY));

describe('foundTitle', () => {
  it('is the heading above the record', () => {
    assert.equal(title('\n　“守护清江水”新闻发布会实录\n\n时间：2024年9月12日\n'), '“守护清江水”新闻发布会实录');
  });

  it('may name a person before a colon, and be a heading of Markdown', () => {
    assert.equal(title('　周明：农村用水价格低于城市五成\n\n'), '周明：农村用水价格低于城市五成');
    assert.equal(title('## “守护清江水”新闻发布会实录\n\n'), '“守护清江水”新闻发布会实录');
  });

  for (const head of [
    '',
    '時間：二〇二四年九月十二日上午\n',
    '发布时间：某年某月某日上午十时\n',
    '时间：2024年9月12日\n',
    '首页 > 新闻发布 > 实录文字\n',
    '今天上午，省政府举行新闻发布会。\n',
    '实录\n',
  ]) {
    it(`is not ${JSON.stringify(head)}`, () => assert.equal(title(head), undefined));
  }

  it('stands in brackets where it is cited, and gives way to one that a person has set', () => {
    const text = `守护清江水新闻发布会\n${BODY}`;
    assert.equal(citedTitle(text, analyse(text), undefined), '［守护清江水新闻发布会］');
    assert.equal(citedTitle(text, analyse(text), '发布会'), '发布会');
  });
});
