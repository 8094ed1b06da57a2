import assert from 'node:assert/strict';
import type { Correction } from '../../../src/core/annotation/annotation';
import { parseSidecar } from '../../../src/core/annotation/sidecar';
import { describeTarget } from '../../../src/core/annotation/target';
import { readPeriod } from '../../../src/core/corrections/readPeriod';
import { analyseCorrected } from '../../../src/core/corrections/readTranscriptBytes';
import { summarise } from '../../../src/core/summary/summarise';

const TEXT = '江川日报记者：产量多少？\n周明：谢谢。今年我们优选20家企业，产量达到3.5万吨。\n';

/** The claims of the text, corrected by entries of a sidecar, as lists show them. */
function corrected(...entries: string[]) {
  const { sidecar, problems } = parseSidecar(`version: 1\ncorrections:\n${entries.join('')}`);
  assert.deepEqual(problems, []);
  return summarise(TEXT, analyseCorrected('a.txt', TEXT, sidecar)).claims;
}

function entry(words: string, claim: unknown): string {
  const start = TEXT.indexOf(words);
  const target = describeTarget(TEXT, { start, end: start + words.length });
  return `  - ${JSON.stringify({ target, claim })}\n`;
}

describe('corrections of figures', () => {
  it('change what a person knows better, and nothing else', () => {
    const [before] = corrected(entry('3.5万吨', { value: 36000 })).slice(-1);
    assert.deepEqual([before!.value, before!.unit, before!.indicator], [36000, '吨', '产量']);
    const [after] = corrected(entry('3.5万吨', { indicator: '粮食产量', unit: '公斤' })).slice(-1);
    assert.deepEqual([after!.value, after!.unit, after!.indicator], [35000, '公斤', '粮食产量']);
  });

  it('name what is measured, whatever stands behind the figure', () => {
    const claim = corrected(entry('20家', { indicator: '示范企业' })).find(({ words }) => words === '20家')!;
    assert.deepEqual([claim.indicator, claim.behind], ['示范企业', '']);
  });

  it('say that something is no figure', () => {
    assert.equal(corrected(entry('20家', 'reject')).length, corrected().length - 1);
  });

  it('say for which days a figure holds, what it is and which way it points', () => {
    const facts = {
      period: { from: '2023-01-01', to: '2023-06-30' },
      kind: 'multiple',
      direction: 'none',
      modality: 'target',
    };
    const claim = corrected(entry('3.5万吨', facts)).at(-1)!;
    assert.deepEqual(claim.period, { words: '', from: '2023-01-01', to: '2023-06-30' });
    assert.deepEqual([claim.kind, claim.direction, claim.modality], ['multiple', 'none', 'target']);
  });
});

const PLAN = '江川日报记者：怎么办？\n周明：推进“三清三治”。\n周主任：“三清三治”见效，河道、湖泊、岸线都好了。\n';
const at = (words: string) => {
  const start = PLAN.indexOf(words);
  return describeTarget(PLAN, { start, end: start + words.length });
};
const analysed = (...corrections: Correction[]) => analyseCorrected('a.txt', PLAN, { document: {}, corrections });

describe('corrections of slogans', () => {
  it('say what a slogan stands for, wherever it is mentioned, and what it is called', () => {
    const items = ['河道', '湖泊', '岸线'].map(at);
    const { slogans } = analysed({ target: at('三清三治'), slogan: { name: '三清', items } });
    assert.ok(slogans.length >= 2);
    for (const { name } of slogans) assert.equal(name, '三清');
    const explained = slogans.filter((slogan) => slogan.items.length > 0);
    assert.deepEqual(
      explained.map((slogan) => slogan.items.map(({ start, end }) => PLAN.slice(start, end))),
      [['河道', '湖泊', '岸线']],
    );
  });

  it('keep the items that were read where those of a person are gone', () => {
    const before = analysed({ target: at('三清三治'), slogan: 'accept' });
    const gone = { exact: '林地草地', prefix: '', suffix: '', start: 4 };
    const after = analysed({ target: at('三清三治'), slogan: { items: [gone] } });
    assert.deepEqual(after.slogans, before.slogans);
  });
});

describe('corrections of speakers', () => {
  const speakers = (...corrections: Correction[]) =>
    analysed(...corrections).turns.map(({ speaker, role }) => [speaker, role]);

  it('hold for all labels of the person, with the office', () => {
    const named = speakers(
      { target: at('周主任'), speaker: '周明' },
      { target: at('周明'), speaker: { name: '周明', role: '水务局局长' } },
    );
    assert.deepEqual(named.slice(1), [
      ['周明', '水务局局长'],
      ['周明', '水务局局长'],
    ]);
  });

  it('name the outlet for which a journalist asks', () => {
    const facts = { name: '林某', outlet: '云江晚报' };
    const { questions } = analysed({ target: at('江川日报记者'), speaker: facts });
    assert.equal(questions[0]!.asker, '云江晚报');
  });
});

describe('readPeriod', () => {
  for (const [typed, from, to] of [
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023年上半年', '2023-01-01', '2023-06-30'],
    ['去年', '2023-01-01', '2023-12-31'],
    ['2023-02-01 – 2023-03-31', '2023-02-01', '2023-03-31'],
    ['2023-02-01', '2023-02-01', '2023-02-01'],
    ['2023/2/1', '2023-02-01', '2023-02-01'],
    ['2023-2-1 – 2023-3-31', '2023-02-01', '2023-03-31'],
    ['2023年2月1日', '2023-02-01', '2023-02-01'],
  ] as const) {
    it(`understands ${typed}`, () => assert.deepEqual(readPeriod(typed, '2024-09-12'), { from, to }));
  }

  for (const typed of ['', '近期', '2023-02-30', '2023-03-31 – 2023-02-01', '全省2023年']) {
    it(`does not guess what “${typed}” means`, () => assert.equal(readPeriod(typed, '2024-09-12'), undefined));
  }
});
