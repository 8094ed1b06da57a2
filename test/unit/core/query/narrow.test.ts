import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Finder } from '../../../../src/core/query/findRows';
import { GROUPINGS, groupsOf } from '../../../../src/core/query/groups';
import { narrow } from '../../../../src/core/query/narrow';
import { readQuery } from '../../../../src/core/query/readQuery';
import { writeQuery } from '../../../../src/core/query/writeQuery';
import { runs } from '../../../runs';
import { CORPUS } from './corpus';

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
