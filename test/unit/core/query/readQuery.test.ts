import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readQuery } from '../../../../src/core/query/readQuery';
import { runs } from '../../../runs';

describe('a query in YAML', () => {
  it('is read with lists and single words alike, and with years and months for days', () => {
    const { query, problems } = readQuery(
      'tags: { any: [能源], none: 草稿 }\nspeaker: 林远\nkind: [answer]\nfrom: 2023\nto: 2024-02\nattributes: { body: 能源局 }\nwords:\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(query, {
      ...{ tags: { any: ['能源'], none: ['草稿'] }, speaker: ['林远'], kind: ['answer'] },
      ...{ from: '2023-01-01', to: '2024-02-29', attributes: { body: ['能源局'] } },
    });
  });

  it('takes days as they are written in Chinese', () => {
    const days = [
      ['2024年', '2024-01-01', '2024-12-31'],
      ['2024年3月', '2024-03-01', '2024-03-31'],
      ['２０２４年０３月０５日', '2024-03-05', '2024-03-05'],
      ['2024年3月5号', '2024-03-05', '2024-03-05'],
      ['2024/3/5', '2024-03-05', '2024-03-05'],
      ['2024-2', '2024-02-01', '2024-02-29'],
    ];
    for (const [typed, from, to] of days)
      assert.deepEqual(readQuery(`from: ${typed}\nto: ${typed}\n`), { query: { from, to }, problems: [] }, typed);
  });

  it('asks for everything when it is empty, or says nothing', () => {
    for (const text of ['', '# nothing yet\n', '\ufeff\r\n', '{}', 'words: []\nspeaker:\ntags: []\n'])
      assert.deepEqual(readQuery(text), { query: {}, problems: [] });
  });

  const wrong: [string, string, number, string, string?][] = [
    ['speker: [甲]', 'unknownKey', 0, 'speker', 'speaker'],
    ['words: [甲]\ntags:\n  some: [乙]\n', 'unknownKey', 2, 'tags.some'],
    ['\nkind: [anser]', 'badValue', 1, 'kind: anser', 'question, answer, moderator, statement'],
    ['from: 26 August', 'badDay', 0, 'from: 26 August'],
    ['to: 2023-02-29', 'badDay', 0, 'to: 2023-02-29'],
    ['words: [甲]\nfrom: sometime', 'badDay', 1, 'from: sometime'],
    ['to: 2024-13', 'badDay', 0, 'to: 2024-13'],
    ['from: 2024年0月', 'badDay', 0, 'from: 2024年0月'],
    ['from: 2024-06\nwords: [甲]\nto: 2024年5月', 'reversedDays', 2, '2024-06-01 – 2024-05-31'],
    ['speaker: { a: b }', 'badValue', 0, 'speaker'],
    ['- 甲', 'notAQuery', 0, ''],
    ['speaker: [甲]\nfind: words\nwords: []', 'needsWords', 1, 'find'],
    ['find: turns\nstate: [revised]', 'ofPassages', 1, 'state', 'turns'],
  ];
  for (const [text, code, line, detail, meant] of wrong) {
    it(`tells what is wrong in ${JSON.stringify(text)}`, () => {
      const { problems } = readQuery(text);
      assert.deepEqual(problems, [{ code, line, detail, ...(meant === undefined ? {} : { meant }) }]);
    });
  }

  it('is read or refused, whatever the file holds', () => {
    const line = fc.tuple(fc.constantFrom('tags', 'any', 'from', 'words', 'x', ''), fc.string(), fc.boolean());
    const text = fc
      .array(line)
      .map((lines) => lines.map(([key, value, deeper]) => `${deeper ? '  ' : ''}${key}: ${value}`).join('\n'));
    fc.assert(
      fc.property(text, (source) => {
        const { problems } = readQuery(source);
        assert.ok(problems.every(({ line: at }) => at >= 0 && at <= source.split('\n').length));
      }),
      { numRuns: runs(100) },
    );
  });

  it('tells the line where it is no YAML', () => {
    const [problem] = readQuery('words: [甲\nspeaker: 乙\n').problems;
    assert.equal(problem?.code, 'unparseable');
  });
});
