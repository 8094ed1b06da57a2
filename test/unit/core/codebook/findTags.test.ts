import assert from 'node:assert/strict';
import { findTags } from '../../../../src/core/codebook/findTags';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';

const { codebook } = parseCodebook(`tags:
  - name: 水利
    children:
      - {name: 供水, formerly: [饮水]}
      - name: 防洪供水
  - name: 供水
  - name: EU
`);

describe('findTags', () => {
  it('finds what exists by any part of its path, the name itself first', () => {
    assert.deepEqual(findTags(codebook, '供水'), ['供水', '水利/供水', '水利/防洪供水']);
    assert.deepEqual(findTags(codebook, '防洪'), ['水利/防洪供水']);
    assert.deepEqual(findTags(codebook, '利/供'), ['水利/供水']);
  });

  it('finds names by the initials of their pinyin, and Latin ones in any case', () => {
    assert.deepEqual(findTags(codebook, 'fhgs'), ['水利/防洪供水']);
    for (const typed of ['slfh', 'sl/fh']) assert.deepEqual(findTags(codebook, typed), ['水利/防洪供水']);
    assert.deepEqual(findTags(codebook, 'eu'), ['EU']);
  });

  it('finds a tag by the name that it had', () => {
    assert.deepEqual(findTags(codebook, '水利/饮水'), ['水利/供水']);
  });

  it('finds nothing before anything is typed, nor what nothing has', () => {
    assert.deepEqual(findTags(codebook, ''), []);
    assert.deepEqual(findTags(codebook, '电价'), []);
  });
});
