import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Counted, countedRows } from '../../../../src/core/query/counted';
import { Finder } from '../../../../src/core/query/findRows';
import { GROUPINGS, groupsOf } from '../../../../src/core/query/groups';
import type { Nearness } from '../../../../src/core/query/matrix';
import { narrow } from '../../../../src/core/query/narrow';
import type { Query } from '../../../../src/core/query/query';
import { readQuery } from '../../../../src/core/query/readQuery';
import type { Row } from '../../../../src/core/query/row';
import { writeQuery } from '../../../../src/core/query/writeQuery';
import { runs } from '../../../runs';
import { CORPUS, document } from './corpus';

describe('a query of a group', () => {
  it('finds what the group counts', () => {
    for (const by of [...GROUPINGS, 'attribute:body']) {
      const find = by === 'slogan' ? 'slogans' : by === 'indicator' ? 'figures' : 'passages';
      const all = CORPUS.flatMap((document) => new Finder({ find }).find(document).rows);
      for (const name of new Set(all.flatMap((row) => groupsOf(row, by)))) {
        const query = narrow({}, by, name);
        if (!query) continue;
        const found = CORPUS.flatMap((document) => new Finder(query).find(document).rows);
        const counted = all.filter((row) => groupsOf(row, by).includes(name));
        assert.deepEqual(
          found.map(({ text }) => text),
          counted.map(({ text }) => text),
          `${by} ${name}`,
        );
      }
    }
  });
});

describe('what one number of a matrix counts', () => {
  const corpus = [
    ...CORPUS,
    document('实录(1).txt', '甲报记者：能源呢？\n林远厅长：能源够用。\n无人听见。\n', [
      ['能源够用', ['能源']],
      ['无人听见', []],
    ]),
  ];
  const found = (query: Query, counted?: Counted) =>
    corpus.flatMap((one) => {
      const { rows } = new Finder(query).find(one);
      return counted ? countedRows(rows, counted) : rows;
    });
  const texts = (rows: readonly Row[]) => rows.map(({ path, text }) => `${path} ${text}`);

  it('is found just so, also what has no name, a tag without those below it, and files of any name', () => {
    for (const by of [...GROUPINGS, 'attribute:body']) {
      const find = by === 'slogan' ? 'slogans' : by === 'indicator' ? 'figures' : 'passages';
      const all = found({ find });
      for (const name of new Set(all.flatMap((row) => groupsOf(row, by)))) {
        const query = narrow({ find }, by, name) ?? { find };
        const meant = all.filter((row) => groupsOf(row, by).includes(name));
        assert.deepEqual(texts(found(query, { groups: [{ by, name }] })), texts(meant), `${by} ${name}`);
      }
    }
  });

  it('is found for two tags that stand together, as people see it', () => {
    const pair = (nearness: Nearness, ...together: [string, string]) =>
      found({}, { together, nearness }).map(({ text }) => text);
    const [coal, price] = ['全省煤炭产量达到11.93亿吨', '煤炭产量达到11.93亿吨，电价保持稳定'];
    assert.deepEqual(pair('overlap', '价格', '能源/煤炭'), [coal, price]);
    assert.deepEqual(pair('overlap', '价格', '承诺'), ['电价不会涨']);
    assert.deepEqual(pair('overlap', '价格', '粮食'), []);
    assert.deepEqual(pair('sentence', '价格', '能源/煤炭'), [coal, price]);
    assert.deepEqual(pair('turn', '价格', '能源/煤炭'), [coal, price, '电价不会涨', '供应有保障']);
  });
});

describe('a month of a query', () => {
  it('keeps the days that the query names', () => {
    assert.deepEqual(narrow({ from: '2024-03-10', to: '2025-01-01' }, 'month', '2024-03'), {
      ...{ from: '2024-03-10', to: '2024-03-31' },
    });
  });
});

describe('a query that is written', () => {
  it('is read as the same', () => {
    const words = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 });
    const query = fc.record(
      {
        ...{ tags: fc.record({ any: words, none: words }, { requiredKeys: ['any'] }), speaker: words, words },
        ...{ kind: fc.constant(['answer']), from: fc.constant('2024-02-01'), attributes: fc.record({ body: words }) },
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(query, (asked) => {
        assert.deepEqual(readQuery(writeQuery(asked as never)), {
          query: JSON.parse(JSON.stringify(asked)),
          problems: [],
        });
      }),
      { numRuns: runs(100) },
    );
  });
});
