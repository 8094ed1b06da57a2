import assert from 'node:assert/strict';
import { writeRowsCsv } from '../../../../src/core/export/rows';
import { Finder } from '../../../../src/core/query/findRows';
import type { Query } from '../../../../src/core/query/query';
import { FIGURE_COLUMNS } from '../../../../src/core/query/row';
import { CORPUS, document } from './corpus';

const ask = (query: Query) => {
  const finder = new Finder(query);
  const found = CORPUS.map((document) => finder.find(document));
  return {
    texts: found.flatMap(({ rows }) => rows.map(({ text }) => text)),
    unplaced: found.flatMap(({ unplaced }) => unplaced.map(({ text }) => text)),
    undated: found.filter(({ isUndated }) => isUndated).length,
    rows: found.flatMap(({ rows }) => rows),
  };
};

const COAL = '全省煤炭产量达到11.93亿吨';
const PRICE = '煤炭产量达到11.93亿吨，电价保持稳定';
const ALL = [COAL, PRICE, '电价不会涨', '供应有保障', '糧食產量1300億斤', '种粮补贴不减', '煤炭没有问题'];

const cases: [string, Query, string[]][] = [
  ['all passages', {}, ALL],
  ['a tag and those below it', { tags: { any: ['能源'] } }, [COAL, '供应有保障', '煤炭没有问题']],
  ['all of several tags', { tags: { all: ['价格', '承诺'] } }, ['电价不会涨']],
  ['none of a tag', { tags: { any: ['承诺'], none: ['能源'] } }, ['电价不会涨', '种粮补贴不减']],
  ['a tag that only begins like another', { tags: { any: ['能'] } }, []],
  ['who annotated', { creator: ['li'] }, [COAL, '种粮补贴不减']],
  ['who spoke', { speaker: ['许明'] }, ['电价不会涨', '供应有保障', '煤炭没有问题']],
  ['who spoke, by the label', { speaker: ['林远厅长'] }, [COAL, PRICE, '糧食產量1300億斤', '种粮补贴不减']],
  ['nobody of half a name', { speaker: ['许'] }, []],
  ['a role', { role: ['局长'] }, ['电价不会涨', '供应有保障', '煤炭没有问题']],
  ['the outlet whose question is answered', { outlet: ['乙台'] }, ['电价不会涨', '供应有保障']],
  ['a kind of turn', { kind: ['question'] }, []],
  ['files of a folder', { files: ['2024/*'] }, ['糧食產量1300億斤', '种粮补贴不减']],
  ['files by name', { files: ['un*.txt'] }, ['煤炭没有问题']],
  ['words in the other script', { words: ['粮食产量', '供應'] }, ['供应有保障', '糧食產量1300億斤']],
  ['days', { from: '2024-01-01' }, ['糧食產量1300億斤', '种粮补贴不减']],
  ['days, both ends', { from: '2023-08-26', to: '2023-08-26' }, [COAL, PRICE, '电价不会涨', '供应有保障']],
  ['attributes', { attributes: { body: ['农业厅', '水利厅'] } }, ['糧食產量1300億斤', '种粮补贴不减']],
  ['what a figure measures', { indicator: ['煤炭产量'] }, [COAL, PRICE]],
  ['kinds of figures', { claim: ['percent'] }, []],
  ['several conditions', { speaker: ['林远'], tags: { any: ['数字'] }, to: '2023-12-31' }, [COAL]],
  ['each place of words', { find: 'words', words: ['煤炭'], to: '2024-12-31' }, ['煤炭', '煤炭', '煤炭', '煤炭']],
  ['turns', { find: 'turns', speaker: ['许明'], to: '2023-12-31' }, ['许明局长：电价不会涨。煤炭供应有保障。']],
  ['turns that hold a tag', { find: 'turns', tags: { any: ['粮食'] } }, ['林远厅长：糧食產量1300億斤。种粮补贴不减。']],
  ['figures', { find: 'figures' }, ['11.93亿吨', '1300億斤']],
  ['mentions of a slogan', { find: 'slogans', slogan: ['三稳三不準'] }, ['三稳三不准']],
];

describe('a query', () => {
  for (const [name, query, texts] of cases) {
    it(`finds ${name}`, () => assert.deepEqual(ask(query).texts, texts));
  }

  it('lists annotations that are not found apart, and leaves them out where it asks who spoke', () => {
    assert.deepEqual(ask({}).unplaced, ['这句话不在这里了']);
    assert.deepEqual(ask({ tags: { any: ['承诺'] } }).unplaced, []);
    assert.deepEqual(ask({ speaker: ['林远'] }).unplaced, []);
  });

  it('counts transcripts that it cannot date', () => {
    assert.equal(ask({ from: '2020-01-01' }).undated, 1);
    assert.equal(ask({}).undated, 0);
  });

  it('tells of a passage who said it, in answer to whom, and when', () => {
    const [row] = ask({ words: ['电价不会涨'] }).rows;
    const { path, date, speaker, role, outlet, question, tags, state, line, sentence } = row!;
    assert.deepEqual(
      { path, date, speaker, role, outlet, question, tags, state, line, sentence },
      {
        ...{ path: '2023/coal.txt', date: '2023-08-26', speaker: '许明', role: '局长', outlet: '乙台' },
        ...{ question: '电价会涨吗？', tags: ['价格', '承诺'], state: 'anchored', line: 6, sentence: '电价不会涨。' },
      },
    );
    assert.equal(CORPUS[0]!.text.slice(row!.start!, row!.end!), '电价不会涨');
  });

  it('tells both bounds of a range, and takes no label for a name that is none', () => {
    const text = '问：今年改革几家医院？\n答：计划选8到10家医院试点，建成站点3座。\n';
    const { rows } = new Finder({ find: 'figures' }).find(document('range.txt', text, []));
    assert.deepEqual(
      rows.map(({ speaker, label, figure }) => [speaker, label, figure?.value, figure?.upper]),
      [
        ['', '答', 8, 10],
        ['', '答', 3, null],
      ],
    );
    const [header, range, single] = writeRowsCsv(rows, FIGURE_COLUMNS).split('\r\n');
    assert.match(header!, /,value,unit,upper,/u);
    assert.match(range!, /,8到10家,8,家,10,/u);
    assert.match(single!, /,3座,3,座,,/u);
  });

  it('takes the date from the name of a file that says nothing else', () => {
    assert.equal(ask({ words: ['补贴'] }).rows[0]!.date, '2024-03-06');
  });
});
