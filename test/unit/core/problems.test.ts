import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analyse';

const problems = (text: string) =>
  analyse(text).problems.map((problem) => ({ ...problem, span: text.slice(problem.span.start, problem.span.end) }));

describe('problems', () => {
  it('finds nothing where figures agree within rounding', () => {
    assert.deepEqual(problems('产值由421亿元增长到861亿元，翻了一番。覆盖率由65.7%提高到72.1%，提高6.4个百分点。'), []);
  });
  it('reports a doubling that is none', () => {
    assert.deepEqual(problems('产值由421亿元增长到561亿元，翻了一番。'), [
      { code: 'arithmetic', span: '翻了一番', stated: 2, computed: 1.33 },
    ]);
  });
  it('reports percentage points that do not follow', () => {
    assert.deepEqual(problems('覆盖率由65.7%提高到72.1%，提高8.4个百分点。'), [
      { code: 'arithmetic', span: '8.4个百分点', stated: 8.4, computed: 6.4 },
    ]);
  });
  it('reports items that fit no reading of the numeral', () => {
    const [problem] = problems(
      '我们推进“四个强化”。一是强化投入，加大力度。二是强化监管，严格执法。三是强化服务，方便群众。',
    );
    assert.deepEqual(problem, { code: 'itemCount', span: '四个强化', name: '四个强化', found: 3, expected: [4] });
  });
  it('accepts every reading of a numeral', () => {
    assert.deepEqual(problems('落实“三稳三快”要求，即稳产量、稳价格、稳预期，快审批、快建设、快投产。'), []);
    assert.deepEqual(problems('坚持“两新”，一是新技术，二是新业态。'), []);
  });
});
