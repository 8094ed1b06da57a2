import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearSlogans } from '../../../../src/core/history/nearSlogans';
import { overTime } from '../../../../src/core/history/overTime';
import { readSlogans, SLOGANS_FORMAT } from '../../../../src/core/history/readSlogans';
import { sloganKey } from '../../../../src/core/history/sloganNames';
import { INDICATORS_FORMAT, readIndicators } from '../../../../src/core/ledger/readIndicators';
import { editNames, type NamesEdit, type NamesOperation } from '../../../../src/core/names/editNames';
import { nearNames } from '../../../../src/core/names/nearNames';

const add = (name: string, ...words: string[]): NamesOperation => ({ kind: 'addWords', name, key: 'same', words });

function edited(text: string | undefined, ...operations: NamesOperation[]): Extract<NamesEdit, { text: string }> {
  const edit = editNames(text, INDICATORS_FORMAT, operations);
  if ('refused' in edit) assert.fail(JSON.stringify(edit.refused));
  return edit;
}

const LAYOUTS: Readonly<Record<string, readonly [before: string | undefined, after: string]>> = {
  'begins the file': [undefined, 'indicators:\n  - name: 煤炭产量\n    same: [煤产量]\n'],
  'adds to a list alone, and keeps comments': [
    '# 核对过\n- name: 粮食产量 # 秋粮\n  same: [粮产量]\n',
    '# 核对过\n- name: 粮食产量 # 秋粮\n  same: [粮产量]\n- name: 煤炭产量\n  same: [煤产量]\n',
  ],
  'adds under the key, in the column of the others': [
    'indicators:\n- name: 粮食产量\nother: 1\n',
    'indicators:\n- name: 粮食产量\n- name: 煤炭产量\n  same: [煤产量]\nother: 1\n',
  ],
  'adds to an entry in its own style': [
    'indicators:\n  - same:\n      - 原煤总产量 # 旧称\n    name: 煤炭产量\r\n',
    'indicators:\n  - same:\n      - 原煤总产量 # 旧称\n      - 煤产量\n    name: 煤炭产量\r\n',
  ],
  'adds a key behind the name': ['- {name: 煤炭产量, unit: 吨}\n', '- {name: 煤炭产量, same: [煤产量], unit: 吨}\n'],
  'fills an empty list': ['indicators: []\n', 'indicators:\n  - name: 煤炭产量\n    same: [煤产量]\n'],
};

describe('lists of names', () => {
  for (const [what, [before, after]] of Object.entries(LAYOUTS)) {
    it(`${what}, and takes that back to the same bytes`, () => {
      const { text, undo } = edited(before, add('煤炭产量', '煤产量'));
      assert.equal(text.replaceAll('\r\n', '\n'), after.replaceAll('\r\n', '\n'));
      assert.equal(edited(text, ...undo).text, before ?? '');
    });
  }

  it('take back a change of theirs where others have been made since', () => {
    const { text, undo } = edited('- name: 煤炭产量\n', add('煤炭产量', '煤产量'));
    const later = `${text}- name: 粮食产量\n`;
    assert.equal(edited(later, ...undo).text, '- name: 煤炭产量\n- name: 粮食产量\n');
    const gone = editNames('- name: 粮食产量\n', INDICATORS_FORMAT, undo);
    assert.deepEqual(gone, { refused: { code: 'changedSince', detail: '煤炭产量' } });
  });

  it('add a name once, in whatever script, and none that has an entry of its own', () => {
    const text = '- name: 煤炭产量\n  same: [煤产量]\n- name: 原煤产量\n';
    assert.equal(edited(text, add('煤炭产量', '煤產量', '全省煤炭产量')).text, text);
    const edit = editNames(text, INDICATORS_FORMAT, [add('煤炭产量', '原煤产量')]);
    assert.deepEqual(edit, { refused: { code: 'hasEntry', detail: '原煤产量' } });
  });

  it('leave what is no list of names as it is', () => {
    for (const text of ['tags: [a]\n', 'a: [\n'])
      assert.ok('refused' in editNames(text, INDICATORS_FORMAT, [add('煤炭产量', '煤产量')]));
  });

  it('say what was added and nothing else, whatever the file holds', () => {
    const word = fc.constantFrom('煤产量', '粮食产量', '用电量', '“三保”', 'a: b', '#1', '- x', '', '甲\n乙');
    const entry = fc.record({ name: word, same: fc.array(word), unit: word }, { requiredKeys: ['name'] });
    fc.assert(
      fc.property(fc.array(entry), word, fc.array(word, { minLength: 1 }), (entries, name, words) => {
        const before = JSON.stringify(entries, null, 2);
        const edit = editNames(before, INDICATORS_FORMAT, [add(name, ...words)]);
        if ('refused' in edit) return;
        const names = ({ indicators }: ReturnType<typeof readIndicators>) => indicators.map((one) => one.name);
        const [was, now] = [readIndicators(before), readIndicators(edit.text)];
        assert.deepEqual(names(now).slice(0, was.indicators.length), names(was));
        assert.equal(edited(edit.text, ...edit.undo).text, before);
      }),
    );
  });

  it('have names kept apart', () => {
    const operation = { kind: 'addWords', name: '三保', key: 'apart', words: ['两保'] } as const;
    const edit = editNames('slogans:\n  - name: 三保\n    note: 基层财政\n', SLOGANS_FORMAT, [operation]);
    assert.ok('text' in edit);
    assert.equal(edit.text, 'slogans:\n  - name: 三保\n    apart: [两保]\n    note: 基层财政\n');
    assert.deepEqual(readSlogans(edit.text).slogans[0]?.apart, ['两保']);
  });
});

describe('names that may be the same', () => {
  it('are those in which one holds the other, or few characters differ, nearest first', () => {
    const names = ['煤产量', '原煤产量', '煤炭总产量', '粮食产量', '规上工业增加值', '煤炭产量', '煤炭'];
    const { keyOf } = INDICATORS_FORMAT;
    assert.deepEqual(nearNames('煤炭产量', names, keyOf), ['煤炭总产量', '煤产量', '原煤产量', '煤炭', '粮食产量']);
    assert.deepEqual(nearNames('工业增加值', names, keyOf), ['规上工业增加值']);
  });

  it('are slogans with the same items under another name', () => {
    const use = (name: string, ...items: string[]) => ({
      ...{ name, kind: 'phrase' as const, path: 'a', date: '2023-01-01', mentions: 1, perTenThousand: 1, items },
      ...{ changed: null, first: false, places: [], size: 10, line: 1, column: 1, speakers: [], length: 10 },
    });
    const histories = overTime([
      use('三保', '保民生', '保工资', '保運轉'),
      use('兜底三件事', '保民生', '保工资', '保运转'),
      use('六稳'),
      use('六稳六保'),
    ]);
    assert.deepEqual(nearSlogans('三保', histories), ['兜底三件事']);
    assert.deepEqual(nearSlogans('六稳', histories), ['六稳六保']);
    assert.equal(sloganKey('“三保”'), '三保');
  });
});
