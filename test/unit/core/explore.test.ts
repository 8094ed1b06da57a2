import assert from 'node:assert/strict';
import { joinCodebooks } from '../../../src/core/codebook/joinCodebooks';
import { resolveTag } from '../../../src/core/codebook/oldNames';
import { parseCodebook } from '../../../src/core/codebook/readCodebook';
import { type ContextRow, type ExploreRequest, exploration } from '../../../src/core/explore/explore';
import { documentSlogans } from '../../../src/core/history/sloganUse';
import { documentFields } from '../../../src/core/query/documentFields';
import type { Query } from '../../../src/core/query/query';
import { CORPUS, document } from './query/corpus';

const DOCUMENTS = [
  ...CORPUS,
  document('2024/empty.txt', '没有人说话。\n', []),
  document('2025/safety.txt', '甲报记者：怎么落实？\n吴越厅长：我们落实“三稳三不准”要求，也抓“五个到位”。\n', [], {
    date: '2025-02-03',
    region: '清江省',
  }),
];

/** The answer, with and without passing over documents by their fields. */
function answers(request: ExploreRequest) {
  return [true, false].map((isQuick) => {
    const exploring = exploration(request);
    const rows: ContextRow[] = [];
    let read = 0;
    for (const one of DOCUMENTS) {
      const fields = documentFields(one);
      const needed = isQuick ? exploring.take(fields) : 'document';
      if (needed === 'nothing') continue;
      read++;
      if (needed === 'slogans') exploring.addSlogans(fields, documentSlogans(one));
      else rows.push(...exploring.add(one));
    }
    return { rows, answer: exploring.end(), read };
  });
}

describe('what is asked of many transcripts', () => {
  const QUERIES: readonly Query[] = [
    {},
    ...(['turns', 'slogans', 'figures'] as const).map((find) => ({ find })),
    { find: 'words', words: ['煤炭'] },
    { tags: { any: ['能源'] } },
    { tags: { all: ['承诺', '粮食'], none: ['价格'] } },
    { tags: { none: ['价格'] } },
    { speaker: ['林远'], find: 'turns' },
    { speaker: ['林远', '吴越'] },
    { speaker: [''], find: 'turns' },
    { role: ['厅长'], find: 'turns' },
    { outlet: ['甲报'], find: 'figures' },
    { slogan: ['三稳三不准'], find: 'turns' },
    { indicator: ['粮食产量'], find: 'figures' },
    { claim: ['quantity'] },
    { from: '2024-01-01', to: '2024-12-31', find: 'turns' },
    { files: ['2024/*'], attributes: { body: ['农业厅'] } },
    { creator: ['li'], state: ['anchored'] },
    { words: ['补贴'] },
  ];

  it('is the same where documents are passed over by what is known of them', () => {
    const indicators = { indicators: [{ name: '煤炭产量', same: ['全省煤炭产量'], narrower: [] }] } as never;
    for (const query of QUERIES) {
      const requests: ExploreRequest[] = [
        { mode: 'rows', query },
        { mode: 'matrix', query, by: 'tag', across: 'attribute:region', measure: 'passages' },
        { mode: 'figures', query, indicators },
        { mode: 'figures', query, indicators, indicator: '煤炭产量' },
        { mode: 'slogans', query, slogans: [] },
        { mode: 'slogans', query, slogans: [], slogan: '三稳三不准' },
        { mode: 'slogans', query, slogans: [], isCompared: true },
        { mode: 'slogans', query, slogans: [], isCompared: true, against: { from: '2024-01-01' } },
      ];
      for (const request of requests) {
        const [quick, slow] = answers(request);
        assert.deepEqual([quick!.rows, quick!.answer], [slow!.rows, slow!.answer], JSON.stringify(request));
      }
    }
  });

  it('reads only what may hold it', () => {
    assert.equal(answers({ mode: 'rows', query: { find: 'turns', speaker: ['吴越'] } })[0]!.read, 1);
    assert.equal(answers({ mode: 'slogans', query: {}, slogans: [], slogan: '五个到位' })[0]!.read, 1);
  });

  it('compares the documents of two queries, and leaves out the others', () => {
    const compared = (against?: Query) => {
      const request: ExploreRequest = {
        ...{ mode: 'slogans', query: { from: '2025-01-01' }, slogans: [], isCompared: true },
        ...(against ? { against } : {}),
      };
      const { answer } = answers(request)[0]!;
      assert.ok(answer.mode === 'slogans');
      return new Map(answer.comparison!.map(({ name, mentionsA, mentionsB }) => [name, [mentionsA, mentionsB]]));
    };
    assert.deepEqual(compared().get('三稳三不准'), [1, 1]);
    assert.deepEqual(compared({ from: '2024-01-01', to: '2024-12-31' }).get('三稳三不准'), [1, 0]);
    assert.deepEqual(compared({ files: ['2023/*'] }).get('三稳三不准'), [1, 1]);
  });

  it('tells the first uses of slogans alone where these are asked for', () => {
    const { answer } = answers({ mode: 'slogans', query: {}, slogans: [], isFirstOnly: true })[0]!;
    assert.ok(answer.mode === 'slogans');
    const { uses } = answer.histories.find(({ name }) => name === '三稳三不准')!;
    assert.deepEqual(
      uses.map(({ path }) => path),
      ['2023/coal.txt'],
    );
  });

  it('offers what documents name, attributes among it', () => {
    const { answer } = answers({ mode: 'names', query: {} })[0]!;
    assert.ok(answer.mode === 'names');
    assert.deepEqual(answer.names.attribute, ['body', 'region']);
    assert.equal(answer.names.speaker.includes('吴越'), true);
    assert.equal(answer.names.tags.includes('能源/煤炭'), true);
  });
});

describe('codebooks of several folders', () => {
  it('are one, in which old names of each hold', () => {
    const [one, other] = [
      'version: 1\ntags:\n  - name: energy\n    children: [{ name: coal }]\n',
      'version: 1\ntags:\n  - name: energy\n    formerly: [power]\n    children: [{ name: gas }]\n  - name: water\n',
    ].map((text) => parseCodebook(text).codebook);
    const joined = joinCodebooks([one!, other!]);
    assert.deepEqual(
      ['energy/coal', 'power/gas', 'power/coal', 'water', 'air'].map((path) => resolveTag(joined, path)),
      ['energy/coal', 'energy/gas', 'energy/coal', 'water', undefined],
    );
  });
});
