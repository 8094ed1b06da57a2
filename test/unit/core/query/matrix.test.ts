import assert from 'node:assert/strict';
import { Finder } from '../../../../src/core/query/findRows';
import { coOccurrence, crossTable, type Matrix } from '../../../../src/core/query/matrix';
import { CORPUS } from './corpus';

const finder = new Finder({});
const rows = CORPUS.flatMap((document) => finder.find(document).rows);
const counts = ({ cells }: Matrix) => cells.map((row) => row.map(({ count }) => count));

// by hand, in the order 价格 承诺 数字 粮食 能源/煤炭; ‘煤炭产量达到…’ (价格) lies across ‘全省煤炭产量…’ (煤炭, 数字)
const OVERLAP = [
  [2, 1, 1, 0, 1],
  [1, 3, 0, 1, 1],
  [1, 0, 2, 1, 1],
  [0, 1, 1, 2, 0],
  [1, 1, 1, 0, 3],
];

describe('a matrix', () => {
  it('counts which tags share a character', () => {
    const matrix = coOccurrence(rows, 'overlap');
    assert.deepEqual(matrix.rows, ['价格', '承诺', '数字', '粮食', '能源/煤炭']);
    assert.deepEqual(counts(matrix), OVERLAP);
    assert.equal(matrix.cells[0]![1]!.jaccard, 1 / 4);
    assert.equal(matrix.cells[3]![4]!.jaccard, 0);
  });

  it('counts sentences and turns that hold both tags', () => {
    // 电价不会涨 and 供应有保障 stand in two sentences of one turn
    const of = (nearness: 'sentence' | 'turn') => counts(coOccurrence(rows, nearness));
    assert.deepEqual(of('sentence')[1], [1, 3, 0, 1, 1]);
    assert.deepEqual(of('turn')[0], [2, 1, 1, 0, 2]);
    assert.deepEqual(of('turn')[1], [1, 2, 1, 1, 1]);
  });

  it('leaves out those with least where not all are wanted, and says how many', () => {
    const some = crossTable(rows, 'tag', 'speaker', 'passages', { rows: 3, columns: 1 });
    assert.deepEqual(
      [some.rows, some.columns, some.left],
      [['价格', '承诺', '能源/煤炭'], ['林远'], { rows: 2, columns: 1 }],
    );
    assert.deepEqual(counts(some), [[1], [1], [1]]);
    const pairs = coOccurrence(rows, 'overlap', { rows: 9, columns: 2 });
    assert.deepEqual([pairs.rows, pairs.left], [['承诺', '能源/煤炭'], { rows: 3, columns: 3 }]);
    assert.deepEqual(counts(pairs), [
      [3, 1],
      [1, 3],
    ]);
    assert.equal(crossTable(rows, 'tag', 'speaker', 'passages', { rows: 5, columns: 2 }).left, undefined);
  });

  it('counts passages, documents and characters by two groupings', () => {
    const passages = crossTable(rows, 'tag', 'speaker', 'passages');
    assert.deepEqual([passages.columns, passages.rows[1]], [['林远', '许明'], '承诺']);
    assert.deepEqual(counts(passages)[1], [1, 2]);
    assert.deepEqual(counts(crossTable(rows, 'tag', 'speaker', 'documents'))[1], [1, 1]);
    assert.deepEqual(counts(crossTable(rows, 'tag', 'speaker', 'characters'))[1], [6, 10]);
    const months = crossTable(rows, 'attribute:body', 'month', 'passages');
    assert.deepEqual(
      [months.rows, months.columns],
      [
        ['农业厅', '能源局', ''],
        ['2023-08', '2024-03', ''],
      ],
    );
    assert.deepEqual(counts(months), [
      [0, 2, 0],
      [4, 0, 0],
      [0, 0, 1],
    ]);
  });
});
