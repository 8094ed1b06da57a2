import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

const names = (text: string) => analyse(text, { lexicon: false }).slogans.map(({ name }) => name);

describe('phrases', () => {
  it('are known by what is said of them', () => {
    assert.deepEqual(names('我们推行“渠长制”，坚持“先节水、后调水”。'), ['渠长制', '先节水、后调水']);
  });

  it('are no descriptions of the past, events or things that one uses', () => {
    assert.deepEqual(names('继续开展“春暖校园招聘”“名企面对面”等活动。'), []);
    assert.deepEqual(names('「联合窗口」是出行服務平台，年內上線。「联合窗口」第二期明年完成。'), []);
  });

  it('are no dates', () => assert.deepEqual(names('“七下八上”是防汛关键期。'), []));
});
