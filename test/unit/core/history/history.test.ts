import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { compareUse, dispersionOf } from '../../../../src/core/history/compareUse';
import { itemChanges } from '../../../../src/core/history/itemChanges';
import { overTime } from '../../../../src/core/history/overTime';
import { readSlogans } from '../../../../src/core/history/readSlogans';
import { SloganNames } from '../../../../src/core/history/sloganNames';
import { documentSlogans, slogansUsed } from '../../../../src/core/history/sloganUse';
import { queryDocument } from '../../../../src/core/query/queryDocument';
import { charactersOf } from '../../../../src/core/text/charactersOf';

/** What the briefing of a month says: three slogans whose items drift, one that fades, one that is renamed. */
function briefing(month: number): string {
  const guarantees = ['保民生', '保就业', '保运转', ...(month > 10 ? ['保安全'] : [])];
  const stables = ['稳煤价', month > 15 ? '稳电力价格' : '稳电价', '稳气价'];
  const fines = month > 20 ? ['路好走', '水好喝', '学好上'] : ['水好喝', '路好走', '学好上'];
  const numeral = (count: number) => '零一两三四五'[count];
  return [
    `时间：${2020 + Math.floor((month - 1) / 12)}年${((month - 1) % 12) + 1}月5日`,
    '某报记者：请问有什么举措？',
    `王远厅长：我们落实“${numeral(guarantees.length)}保”要求，即${guarantees.join('、')}。要做到“三个稳”，即${stables.join('、')}。`,
    `王远厅长：群众盼的是“三个好”，即${fines.join('、')}。`,
    ...(month <= 12 ? ['王远厅长：坚持“四轮驱动”战略不动摇。'] : []),
    `王远厅长：大力推进“${month > 6 ? '六个一工程' : '六个一行动'}”。`,
  ].join('\n');
}

const names = () =>
  new SloganNames([
    { name: '六个一工程', variants: ['六个一行动'] },
    { name: '保字诀', variants: ['三保', '四保', '两保'] },
  ]);

const documents = Array.from({ length: 30 }, (_, index) => {
  const text = briefing(index + 1);
  return queryDocument(`${index < 15 ? 'a' : 'b'}/${String(index + 1).padStart(2, '0')}.txt`, text, analyse(text), {
    ...{ document: {}, annotations: [] },
  });
});
const known = names();
const uses = documents.flatMap((document) => slogansUsed(documentSlogans(document), known));
const histories = new Map(overTime(uses).map((history) => [history.name, history]));

describe('slogans over time', () => {
  it('tell when the items of each changed, and how', () => {
    const changes = [...histories.values()].flatMap(({ name, uses: found }) =>
      found.flatMap(({ date, changed }) => (changed ? [[name, date, changed] as const] : [])),
    );
    const nothing = { added: [], dropped: [], reworded: [], moved: [] };
    assert.deepEqual(
      changes.sort(([a], [b]) => (a < b ? -1 : 1)),
      [
        ['三个好', '2021-09-05', { ...nothing, moved: ['水好喝'] }],
        ['三个稳', '2021-04-05', { ...nothing, reworded: [{ from: '稳电价', to: '稳电力价格' }] }],
        ['保字诀', '2020-11-05', { ...nothing, added: ['保安全'] }],
      ],
    );
  });

  it('tell the first use, the last, and who spoke', () => {
    const fading = histories.get('四轮驱动')!;
    assert.deepEqual([fading.first, fading.last, fading.mentions], ['2020-01-05', '2020-12-05', 12]);
    assert.deepEqual(fading.uses.map(({ first }) => first).slice(0, 2), [true, false]);
    assert.deepEqual(fading.speakers, ['王远']);
  });

  it('take the names that people call variants for one', () => {
    const renamed = histories.get('六个一工程')!;
    assert.deepEqual([renamed.uses.length, renamed.first], [30, '2020-01-05']);
    assert.ok(!histories.has('六个一行动'));
  });

  it('put what is undated last, and call it first of nothing', () => {
    const text = '某报记者：怎么办？\n王远厅长：坚持“四轮驱动”战略不动摇。\n';
    const undated = queryDocument('0.txt', text, analyse(text), { document: {}, annotations: [] });
    const [history] = overTime([
      ...slogansUsed(documentSlogans(undated), names()),
      ...uses.filter(({ name }) => name === '四轮驱动'),
    ]);
    assert.deepEqual(
      [history!.uses.at(-1)!.path, history!.uses.at(-1)!.first, history!.first],
      ['0.txt', false, '2020-01-05'],
    );
  });

  it('tell two groups of documents apart', () => {
    const sizes = documents.map(({ path, text }) => ({ path, length: charactersOf(text) }));
    const [a, b] = ['a/', 'b/'].map((folder) => sizes.filter(({ path }) => path.startsWith(folder)));
    const [most] = compareUse(uses, a!, b!);
    assert.deepEqual([most!.name, most!.documentsA, most!.documentsB, most!.mentionsB], ['四轮驱动', 12, 0, 0]);
    assert.ok(most!.logRatio > 4 && most!.dispersion! > 0.5);
    const even = compareUse(uses, a!, b!).find(({ name }) => name === '三个好')!;
    assert.ok(Math.abs(even.logRatio) < 0.2 && even.dispersion! < 0.1);
  });
});

describe('deviation of proportions', () => {
  it('is as published', () => {
    const { dp, normalised } = dispersionOf(
      [2, 1].map((mentions) => ({ length: 100, mentions })),
      { length: 300, least: 100 },
    );
    assert.ok(Math.abs(dp - 1 / 3) < 1e-12 && Math.abs(normalised - 1 / 2) < 1e-12);
  });
});

describe('items', () => {
  it('are the same in the other script and with other marks', () => {
    assert.equal(itemChanges(['保民生', '稳 就业'], ['“保民生”', '穩就業']), undefined);
  });

  it('are added, dropped, reworded and moved at once', () => {
    assert.deepEqual(itemChanges(['甲甲', '乙乙', '丙丙丙丙', '丁丁'], ['乙乙', '甲甲', '丙丙丙的丙', '戊戊戊']), {
      ...{ added: ['戊戊戊'], dropped: ['丁丁'] },
      ...{ reworded: [{ from: '丙丙丙丙', to: '丙丙丙的丙' }], moved: ['甲甲'] },
    });
  });
});

describe('slogans.yaml', () => {
  it('is read as a list, alone or under its key, and tells what is wrong by line', () => {
    const list = '- name: 四保\n  variants: [三保]\n  note: 2023年改名\n';
    const entry = { name: '四保', variants: ['三保'], apart: [], note: '2023年改名' };
    for (const text of [list, `slogans:\n${list}`])
      assert.deepEqual(readSlogans(text), { slogans: [entry], problems: [] });
    const { slogans, problems } = readSlogans(
      `${list}- name: 五保\n  variant: [六保]\n- name: 七保\n  variants: [三保]\n- 八保\n`,
    );
    assert.deepEqual(
      slogans.map(({ name }) => name),
      ['四保', '五保', '七保'],
    );
    assert.deepEqual(
      problems.map(({ code, line, meant }) => [code, line, meant]),
      [
        ['unknownKey', 4, 'variants'],
        ['ambiguousName', 5, '四保'],
        ['noName', 7, undefined],
      ],
    );
  });
});
