import assert from 'node:assert/strict';
import { endAll, ended, watched } from '../../unit/segmenter/segmenters';

const TEXT = '全省煤炭产量达到13亿吨，\n同比增长  5.2%。';

describe('the segmenter process', () => {
  afterEach(endAll);

  it('ends when nobody asks, and is started again for the next who does', async () => {
    const { segmenter, pids, statuses } = watched({ idleLimit: 1 });
    await segmenter.segment([TEXT]);
    await ended(pids[0]!);
    await segmenter.segment([TEXT]);
    assert.equal(pids.length, 2);
    assert.deepEqual(statuses, ['jieba']);
  });

  it('ends with the segmenter, and whoever asks later is still answered', async () => {
    const { segmenter, pids, lines } = watched();
    const pending = segmenter.segment([TEXT]);
    await segmenter.segment([TEXT]);
    segmenter.dispose();
    await pending;
    await ended(pids[0]!);
    assert.ok((await segmenter.segment([TEXT]))[0]!.length > 5);
    assert.deepEqual([pids.length, lines], [1, []]);
  });
});
