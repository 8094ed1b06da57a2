import assert from 'node:assert/strict';
import { findPoints, type Point } from '../../../../src/core/transcript/points';

const show = (text: string) => {
  const line = ({ title, children }: Point): string =>
    text.slice(title.start, title.end) + (children.length > 0 ? `[${children.map(line).join(' ')}]` : '');
  return findPoints(text, { start: 0, end: text.length }).map(line).join(' ');
};

describe('findPoints', () => {
  it('finds the points of one paragraph', () => {
    assert.equal(
      show('我们抓三件事：一是稳产量，做到足额。二是保运输。三是管价格。'),
      '一是稳产量 二是保运输 三是管价格',
    );
  });
  it('puts a series inside a point below it', () => {
    assert.equal(
      show('第一，补短板。一是补渠道，二是补泵站。\n第二，建机制。'),
      '第一，补短板[一是补渠道 二是补泵站] 第二，建机制',
    );
  });
  it('takes no number that does not begin or go on', () => {
    assert.equal(show('这是其中之一。三是说法不同。他说，一是一，二是二。'), '一是一 二是二');
  });
  it('lets a point reach to the next, and the last to the end of its paragraph', () => {
    const text = '首先，稳。再稳。\n还要稳。其次，进。\n结束语。';
    assert.deepEqual(
      findPoints(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end)),
      ['首先，稳。再稳。\n还要稳。', '其次，进。'],
    );
  });
});
