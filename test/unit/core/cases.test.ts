import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { normaliseText } from '../../../src/core/text/normalise';

/** Small inputs after public bug reports, beside this checkout; each stands for a kind. */
const FOLDER = '../shared/cases';

const SAME_AS_BASE = [
  'moderator 主持人',
  'question 清江日报/记者',
  'answer 周启明/厅长',
  'question 南岸卫视/记者',
  'answer 沈岚/副厅长',
  'moderator 主持人',
];
const turns = ({ turns }: Analysis) =>
  turns.map(({ kind, speaker, role }) => `${kind} ${[speaker, role].filter((word) => word !== '').join('/')}`);
const claims = ({ claims }: Analysis, text: string) =>
  claims.map(({ start, end, value, unit, direction }) => `${text.slice(start, end)}=${value}${unit} ${direction}`);

/** By the number of the case: what is expected of its analysis. */
const expectations: Record<string, (analysis: Analysis, text: string) => void> = {
  '00': (analysis) => assert.deepEqual(turns(analysis), SAME_AS_BASE),
  '02': (analysis, text) =>
    assert.deepEqual(
      claims(analysis, text).filter((claim) => /[+＋]/u.test(claim)),
      ['+3.2%=3.2% increase', '＋1.2％=1.2% reach'],
    ),
  '04': (analysis, text) =>
    assert.deepEqual(claims(analysis, text), [
      '247 家=247家 none',
      '1.6 万亿美元=1600000000000美元 none',
      '11.4%=11.4% increase',
      '3.4 张床位=3.4张床位 none',
    ]),
  '06': (analysis) =>
    assert.deepEqual(
      analysis.claims.map(({ value }) => Number(value.toFixed(4))),
      [4, 0.0556],
    ),
  '10': (analysis) => assert.equal(analysis.turns.length, 5),
  '12': (analysis) => assert.deepEqual(turns(analysis), SAME_AS_BASE),
  '14': (analysis) => assert.deepEqual(turns(analysis), SAME_AS_BASE),
  '18': (analysis) => assert.deepEqual(turns(analysis), SAME_AS_BASE),
  '20': (analysis) => assert.deepEqual(turns(analysis), SAME_AS_BASE),
  '22': (analysis) => assert.deepEqual(turns(analysis), SAME_AS_BASE),
  '24': (analysis) => assert.match(turns(analysis)[2]!, /^answer 周\ue000?.+\/厅长$/u),
  '26': (analysis) =>
    assert.deepEqual(turns(analysis), [
      'moderator 主持人',
      'question 晨江日报/记者',
      'answer 林志远/厅长',
      'moderator 主持人',
    ]),
  '28': (analysis) => assert.equal(analysis.turns.length, 5),
  '30': (analysis) => assert.equal(turns(analysis)[2], 'question Bloomberg News'),
  '32': (analysis) => assert.deepEqual(analysis.questions[0]!.answeredBy, ['林志远']),
};

describe('cases after public bug reports', () => {
  if (!existsSync(FOLDER)) {
    it('are beside this checkout', function () {
      console.log(`      skipped: ${FOLDER} is not here`);
      this.skip();
    });
    return;
  }
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.txt'))) {
    const expected = expectations[name.slice(0, 2)];
    if (!expected) continue;
    it(name, () => {
      const text = normaliseText(readFileSync(`${FOLDER}/${name}`, 'utf8'));
      expected(analyse(text), text);
    });
  }
});
