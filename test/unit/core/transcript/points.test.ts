import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../../src/core/analyse';
import { decode } from '../../../../src/core/text/decode';
import { normaliseText } from '../../../../src/core/text/normalise';
import { findPoints, type Point } from '../../../../src/core/transcript/points';
import { someOf } from '../../../runs';

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

  it('holds its title and the points inside it, in every text', () => {
    const check = (text: string, points: readonly Point[], outer: { start: number; end: number }, name: string) => {
      for (const { start, end, mark, title, children } of points) {
        const where = `${name}: ${text.slice(start, start + 12)}`;
        assert.ok(outer.start <= start && end <= outer.end, where);
        assert.ok(start <= mark.start && title.end <= end, where);
        check(text, children, { start, end }, name);
      }
    };
    const folders = ['test/fixtures', '../shared/accuracy/texts'].filter((folder) => existsSync(folder));
    let seen = 0;
    for (const folder of folders) {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      for (const name of someOf(
        files.filter((name) => name.endsWith('.txt')),
        25,
      )) {
        const text = normaliseText(decode(readFileSync(join(folder, name))));
        for (const { bodyStart, end } of analyse(text).turns) {
          const points = findPoints(text, { start: bodyStart, end });
          seen += points.length;
          check(text, points, { start: bodyStart, end }, name);
        }
      }
    }
    assert.ok(seen > 10);
  });

  it('reaches over the paragraphs of its own points', () => {
    const text = '一是开拓市场。\n首先，看准。说明一。\n其次，走稳。说明二。\n二是做强企业。';
    const [first] = findPoints(text, { start: 0, end: text.length });
    assert.equal(text.slice(first!.start, first!.end).includes('说明二'), true);
    const last = '一是甲。\n二是开拓市场。\n首先，看准。说明一。\n其次，走稳。说明二。';
    const [, second] = findPoints(last, { start: 0, end: last.length });
    assert.equal(last.slice(second!.start, second!.end).endsWith('说明二。'), true);
  });
});
