import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import type { Annotation, DocumentFacts } from '../../../../src/core/annotation/annotation';
import { describeTarget } from '../../../../src/core/annotation/target';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';
import { citation } from '../../../../src/core/export/citation';
import { writePassagesMarkdown } from '../../../../src/core/export/passagesMarkdown';
import { countTags, writeRowsCsv, writeRowsJsonLines, writeTagCounts } from '../../../../src/core/export/rows';
import { annotatedRows } from '../../../../src/core/query/findRows';
import { queryDocument } from '../../../../src/core/query/queryDocument';
import { PASSAGE_COLUMNS, type Row } from '../../../../src/core/query/row';

const TEXT = `“稳产”新闻发布会实录

时间：2022年8月26日

清江日报记者：请问产量多少？
林某某书记：我们鲜明提出“稳产”要求。
产量达到3.5万吨。
`;

function annotate(words: string, extra: Partial<Annotation> = {}, text = TEXT): Annotation {
  const start = text.indexOf(words);
  assert.ok(start >= 0);
  const target = describeTarget(text, { start, end: start + words.length });
  return { id: words, tags: ['energy'], target, ...extra };
}

const rowsOf = (annotations: readonly Annotation[], document: DocumentFacts = {}, text = TEXT): Row[] =>
  annotatedRows(queryDocument('q/1.txt', text, analyse(text), { document, annotations }));
const writePassagesCsv = (rows: readonly Row[]) => writeRowsCsv(rows, PASSAGE_COLUMNS);
const writePassagesJsonLines = (rows: readonly Row[]) => writeRowsJsonLines(rows, PASSAGE_COLUMNS);

const FACTS = { title: '“稳产”新闻发布会', date: '2022-08-06', url: 'https://example.org/1' };

describe('passages', () => {
  it('say who said it, in answer to what, and where', () => {
    const extra = { note: '看', creator: 'me', created: '2026-01-02T03:04:05Z' };
    const [row] = rowsOf([annotate('提出“稳产”要求', extra)], { title: FACTS.title, url: FACTS.url });
    const shown = PASSAGE_COLUMNS.map((column) => [column, row![column as keyof Row]]);
    assert.deepEqual(Object.fromEntries(shown), {
      path: 'q/1.txt',
      id: '提出“稳产”要求',
      tags: ['energy'],
      text: '提出“稳产”要求',
      state: 'anchored',
      note: '看',
      speaker: '林某某',
      role: '书记',
      question: '请问产量多少？',
      outlet: '清江日报',
      title: '“稳产”新闻发布会',
      date: '2022-08-26',
      url: 'https://example.org/1',
      publisher: '',
      start: 53,
      end: 61,
      line: 6,
      column: 11,
      creator: 'me',
      created: '2026-01-02T03:04:05Z',
    });
  });

  it('keep the recorded words of what is gone', () => {
    const [row] = rowsOf([annotate('产量达到3.5万吨')], {}, TEXT.replace('产量达到3.5万吨', ''));
    assert.deepEqual([row!.text, row!.state, row!.line, row!.speaker], ['产量达到3.5万吨', 'orphaned', null, '']);
  });

  it('have the date that a person gave, and none of a turn outside of all turns', () => {
    const [row] = rowsOf([annotate('新闻发布会')], FACTS);
    assert.deepEqual([row!.date, row!.speaker, row!.question, row!.line], ['2022-08-06', '', '', 1]);
  });

  it('have present tags where there is a codebook', () => {
    const { codebook } = parseCodebook('tags: [{name: power, formerly: [energy]}]\n');
    const annotations = [annotate('产量', { tags: ['energy', 'power', 'x'] })];
    const document = queryDocument('a', TEXT, analyse(TEXT), { document: {}, annotations });
    assert.deepEqual(annotatedRows(document, codebook)[0]!.tags, ['power', 'x']);
  });
});

describe('citation', () => {
  const cite = (words: string, facts: DocumentFacts) => citation(rowsOf([annotate(words)], facts)[0]!);

  it('names who published the transcript', () => {
    assert.equal(
      cite('产量达到', { ...FACTS, outlet: '云江日报' }),
      '“产量达到”（林某某书记，“稳产”新闻发布会，云江日报，2022年8月6日，https://example.org/1）',
    );
  });

  it('is one line in Chinese style', () => {
    assert.equal(
      cite('我们鲜明提出“稳产”要求。\n产量', FACTS),
      '“我们鲜明提出‘稳产’要求。产量”（林某某书记，“稳产”新闻发布会，2022年8月6日，https://example.org/1）',
    );
  });

  it('puts a long office before the name, as prose does', () => {
    const [row] = rowsOf([annotate('产量达到')]);
    const role = '省人大代表、省能源局局长';
    assert.equal(citation({ ...row!, role, title: '', date: '' }), '“产量达到”（省人大代表、省能源局局长林某某）');
  });

  it('leaves out what is not known', () => {
    const [row] = rowsOf([annotate('产量达到')]);
    assert.equal(citation({ ...row!, speaker: '', role: '', date: '' }), '“产量达到”（［“稳产”新闻发布会实录］）');
    assert.equal(
      citation({ ...row!, role: '', date: '2022年夏' }),
      '“产量达到”（林某某，［“稳产”新闻发布会实录］，2022年夏）',
    );
  });
});

describe('passages in files', () => {
  const rows = [
    ...rowsOf(
      [annotate('请问产量多少？', { tags: ['b', 'a/b'] }), annotate('“稳产”要求。\n产量', { note: '# 1. *看*' })],
      FACTS,
    ),
    { ...rowsOf([annotate('3.5万吨', { tags: [] })])[0]!, state: 'revised' as const, path: '_2_.txt' },
  ];

  it('are Markdown by tag', () => {
    assert.equal(
      writePassagesMarkdown(rows.slice(1), 'tag'),
      `## energy

> “稳产”要求。
> 产量
>
> — 林某某书记，“稳产”新闻发布会，2022年8月6日，<https://example.org/1>（q/1.txt:6）

\\[energy\\]

\\# 1. \\*看\\*

## —

> 3.5万吨
>
> — 林某某书记，［“稳产”新闻发布会实录］，2022年8月26日（\\_2\\_.txt:7）

*revised*
`,
    );
  });

  it('are grouped by transcript and by speaker as well', () => {
    const headings = (by: 'tag' | 'transcript' | 'speaker') => writePassagesMarkdown(rows, by).match(/^## .*$/gmu);
    assert.deepEqual(headings('tag'), ['## a/b', '## b', '## energy', '## —']);
    assert.deepEqual(headings('transcript'), ['## q/1.txt', '## \\_2\\_.txt']);
    assert.deepEqual(headings('speaker'), ['## 清江日报', '## 林某某']);
  });

  it('are escaped so that words stay words', () => {
    const odd = {
      ...rows[0]!,
      text: '# 一\n    code\n- x\n1. y\n`z` <b> [l](u) a_b_ &amp;\n---\n1985年. 好',
      tags: [],
      note: '',
    };
    assert.deepEqual(writePassagesMarkdown([odd], 'tag').split('\n').slice(2, 9), [
      '> \\# 一',
      '> code',
      '> \\- x',
      '> 1\\. y',
      '> \\`z\\` \\<b\\> \\[l\\](u) a\\_b\\_ \\&amp;',
      '> \\---',
      '> 1985年. 好',
    ]);
  });

  it('are CSV and JSON Lines', () => {
    const lines = writePassagesCsv(rows).split('\r\n');
    assert.match(
      lines[0]!,
      /^\ufeffpath,id,tags,text,state,note,speaker,role,question,outlet,title,date,url,publisher,start,end,line,/,
    );
    assert.match(lines[1]!, /^q\/1\.txt,请问产量多少？,b; a\/b,请问产量多少？,anchored,/);
    const objects = writePassagesJsonLines(rows)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      objects.map(({ text, tags, state }) => [text, tags, state]),
      rows.map(({ text, tags, state }) => [text, tags, state]),
    );
  });

  for (const note of [
    '=1',
    '＝SUM(A1)',
    '＋3.2%',
    '－1',
    '＠x',
    ' =1',
    '\n=1',
    '\u3000＝1',
    '\u200b=1',
    '\tx',
    '\nx',
  ]) {
    it(`are no formula in a spreadsheet: ${JSON.stringify(note)}`, () => {
      const [, ...cells] = writePassagesCsv([{ ...rows[0]!, note }]).split(',anchored,');
      assert.equal(cells[0]!.slice(0, note.length + 2), `"'${note}`);
    });
  }

  for (const note of ['1/3', '4:1', '4：1', '1 1/2', '3-5', '1/3/5', '12E45']) {
    it(`are no day, time or huge number in a spreadsheet: ${note}`, () => {
      const [, ...cells] = writePassagesCsv([{ ...rows[0]!, note }]).split(',anchored,');
      assert.equal(cells[0]!.slice(0, note.length + 2), `"'${note}`);
    });
  }

  it('are words in a spreadsheet where they are none, and numbers and days as they are', () => {
    for (const note of ['a=1', '第一，-5', '“=1”', '1+1', '近1/3', '-3.5', '2024-03-05', '2024-03', '3.5亿']) {
      assert.ok(!writePassagesCsv([{ ...rows[0]!, note }]).includes("'"), note);
    }
  });

  it('are one line each, for every reader', () => {
    const note = '一\u2028二\u2029三\u0085四';
    const line = writePassagesJsonLines([{ ...rows[0]!, note }]).trimEnd();
    assert.doesNotMatch(line, /[\u2028\u2029\u0085]/u);
    assert.equal(JSON.parse(line).note, note);
  });

  it('are quotations in Markdown to their last line, whatever ends it', () => {
    const quote = '一\r# 二\r\n# 三\u2028# 四';
    const [, , ...lines] = writePassagesMarkdown([{ ...rows[0]!, text: quote }], 'tag').split(/\r\n?|[\n\u2028]/u);
    assert.deepEqual(lines.slice(0, 4), ['> 一', '> \\# 二', '> \\# 三', '> \\# 四']);
  });

  it('are counted by tag, speaker and transcript', () => {
    assert.deepEqual(
      countTags([...rows, rows[1]!]).map(({ tag, speaker, path, count }) => [tag, speaker, path, count]),
      [
        ['a/b', '清江日报', 'q/1.txt', 1],
        ['b', '清江日报', 'q/1.txt', 1],
        ['energy', '林某某', 'q/1.txt', 2],
      ],
    );
    assert.match(writeTagCounts(rows), /^\ufefftag,speaker,path,count\r\na\/b,清江日报,q\/1\.txt,1\r\n/);
  });
});
