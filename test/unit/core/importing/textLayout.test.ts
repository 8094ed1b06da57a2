import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { cleanText } from '../../../../src/core/importing/cleanText';
import { keptText } from '../../../../src/core/importing/importedLine';
import { join } from '../../../../src/core/importing/joinWords';
import { isBrokenByLayout, layoutEdits, textLayout } from '../../../../src/core/importing/textLayout';
import { someOf } from '../../../runs';

const BROKEN = `　　林知远厅长：预计全年粮食产量达到386.5亿斤，比上
年增加4.2亿斤，增长1.1%，其中秋粮占了七成左右。
　　云江日报记者：我们注意到，今年的天气比较特殊，前期
旱、后期涝，请问产量为什么还能增加？

秋粮生产新闻发布会
— 3 —

　　林知远厅长：谢谢您的提问。我们主要做了三件事：一是
抓播种，面积落实到5120万亩；二是抓防灾，投入2.

秋粮生产新闻发布会
— 4 —

3亿元；三是抓机收，损失率降到2%以下。
　　主持人：今天的发布会就到这里。
`;
const CLEAN = [
  '林知远厅长：预计全年粮食产量达到386.5亿斤，比上年增加4.2亿斤，增长1.1%，其中秋粮占了七成左右。',
  '云江日报记者：我们注意到，今年的天气比较特殊，前期旱、后期涝，请问产量为什么还能增加？',
  '林知远厅长：谢谢您的提问。我们主要做了三件事：一是抓播种，面积落实到5120万亩；二是抓防灾，投入2.3亿元；三是抓机收，损失率降到2%以下。',
  '主持人：今天的发布会就到这里。',
];

const applied = (text: string): string => {
  let result = '';
  let at = 0;
  for (const { start, end, text: words } of layoutEdits(text, textLayout(text))) {
    assert.ok(start >= at && end >= start, 'edits follow one another');
    result += text.slice(at, start) + words;
    at = end;
  }
  return result + text.slice(at);
};
const words = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('a text broken by layout', () => {
  it('becomes one paragraph a line, across pages too; heads and numbers of pages are told', () => {
    const lines = cleanText(BROKEN);
    assert.deepEqual(words(keptText(lines)), CLEAN);
    const told = lines.flatMap(({ text, dropped }) => (dropped ? [[text, dropped]] : []));
    assert.deepEqual(told, [
      ['秋粮生产新闻发布会', 'pageHead'],
      ['— 3 —', 'pageNumber'],
      ['秋粮生产新闻发布会', 'pageHead'],
      ['— 4 —', 'pageNumber'],
    ]);
  });

  it('becomes the same by edits, which leave the words between them alone', () => {
    assert.deepEqual(words(applied(BROKEN)), CLEAN);
  });

  it('is told from texts that have one paragraph a line', () => {
    assert.equal(isBrokenByLayout(BROKEN), true);
    const folders = readdirSync('test/fixtures').filter((name) => /^labelled|^not-transcripts/u.test(name));
    const texts = folders.flatMap((folder) =>
      readdirSync(`test/fixtures/${folder}`)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => `test/fixtures/${folder}/${name}`),
    );
    assert.ok(texts.length > 60);
    const joined = texts.filter((path) =>
      textLayout(readFileSync(path, 'utf8').replace(/\r\n?/gu, '\n')).some(({ joins }) => joins),
    );
    assert.deepEqual(joined, ['test/fixtures/labelled-third/d05-ocr-interview.txt']);
  });

  it('loses no word, whatever it is', () => {
    const line = fc.string({
      unit: fc.constantFrom(...'的产量达到386.5亿斤，。：“”（）—-ab　 \t\u00ad第页0123456789'),
      maxLength: 50,
    });
    const text = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));
    const bare = (all: string) => [...all.replace(/[\s\u00ad-]/gu, '')].sort().join('');
    fc.assert(
      fc.property(text, (broken) => {
        const lines = cleanText(broken);
        assert.equal(bare(lines.map(({ text: kept }) => kept).join('')), bare(broken));
        const dropped = lines.filter(({ dropped: reason }) => reason).map(({ text: left }) => left);
        assert.equal(bare(applied(broken) + dropped.join('')), bare(broken));
        assert.deepEqual(words(applied(broken)), words(keptText(lines)));
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to its length', () => {
    const units = ['（', '第', '1', '“', '。', '-a', ' ', '\u00ad\n', 'a-\n', '1\n', '：\n'];
    for (const unit of someOf(units, 4)) {
      const lines = cleanText(unit.repeat(200_000));
      assert.ok(lines.length > 0, unit);
    }
  });
});

describe('two lines', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['全省粮食产', '量达到', '全省粮食产量达到'],
    ['投入2.', '3亿元', '投入2.3亿元'],
    ['增长', '1.1%', '增长1.1%'],
    ['the gross do-', 'mestic product', 'the gross domestic product'],
    ['a state-', 'owned firm', 'a stateowned firm'],
    ['world', 'trade', 'world trade'],
    ['产量为GDP', 'growth', '产量为GDP growth'],
    ['签约\u00ad', '仪式', '签约仪式'],
  ];
  for (const [before, after, whole] of cases) {
    it(`${before} ⏎ ${after} become ${whole}`, () => assert.equal(join(before, after), whole));
  }

  it('keep a hyphen that the text has elsewhere', () => {
    assert.equal(join('a state-', 'owned firm', new Set(['state-owned'])), 'a state-owned firm');
  });
});
