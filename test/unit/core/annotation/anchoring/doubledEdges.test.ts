import assert from 'node:assert/strict';
import { Anchorer } from '../../../../../src/core/annotation/anchoring/anchorer';
import { describeTarget } from '../../../../../src/core/annotation/target';

const HEAD =
  '清江省召开“守护清江水”主题新闻发布会，介绍全省防汛备汛工作的进展，并回答记者关心的水库调度、供水保障和灾后重建问题';
const BODY = '主持人：大家上午好。\n记者：水库蓄水如何？\n厅长：目前蓄水充足。\n';
const TEXT = `${HEAD}\n${BODY}`;
const END = '主持人：今天的发布会到此结束，感谢各位记者朋友的参与，后续问题请与省政府新闻办公室联系，谢谢大家，再见';

const targetOf = (text: string, exact: string) => {
  const start = text.lastIndexOf(exact);
  return describeTarget(text, { start, end: start + exact.length });
};

describe('a copy at an edge of the text', () => {
  for (const exact of ['清江省', '守护清江水', '主题新闻发布会', '防汛备汛工作']) {
    it(`of the first line is not taken for the passage that was edited below it: ${exact}`, () => {
      const edited = HEAD.replace(exact, `${exact.slice(0, 1)}新增的几个字${exact.slice(1)}`);
      for (const line of [edited, HEAD.replace(exact, `${exact}（补充说明）`)]) {
        const { state } = new Anchorer(`${HEAD}\n${line}\n${BODY}`).anchor(targetOf(TEXT, exact));
        assert.equal(state, 'ambiguous', line);
      }
    });
  }

  it('is told from the original by the text as last seen', () => {
    const now = `${HEAD}\n${HEAD.replace('防汛备汛', '防汛抗旱备汛')}\n${BODY}`;
    const { state, span } = new Anchorer(now, TEXT).anchor(targetOf(TEXT, '守护清江水'));
    assert.notEqual(state, 'anchored');
    assert.ok(span === undefined || span.start > HEAD.length);
  });

  for (const exact of ['感谢各位', '新闻办公室', '谢谢大家']) {
    it(`of the last line is not taken for it either: ${exact}`, () => {
      const text = `${BODY}${END}`;
      const edited = END.replace(exact, `${exact.slice(0, 1)}新增的几个字${exact.slice(1)}`);
      const { state } = new Anchorer(`${BODY}${edited}\n${END}`).anchor(targetOf(text, exact));
      assert.notEqual(state, 'anchored');
      assert.notEqual(state, 'moved');
    });
  }

  it('that was there when the passage was tagged makes nobody ask', () => {
    const text = `${HEAD}\n${HEAD.replace('防汛备汛', '防汛抗旱备汛')}\n${BODY}${END.replace('各位', '到场的')}\n${END}`;
    for (let start = 0; start + 6 <= text.length; start += 3) {
      if (/^\s|\s$/u.test(text.slice(start, start + 6))) continue;
      const { state } = new Anchorer(text).anchor(describeTarget(text, { start, end: start + 6 }));
      assert.equal(state, 'anchored', text.slice(start, start + 6));
    }
  });

  it('does not matter where the next line stands as it stood', () => {
    const text = `水库简报\n水库简报第2期\n${BODY}`;
    const { state } = new Anchorer(text).anchor(targetOf(`水库简报\n水库简报第2期\n${BODY}`, '简报第'));
    assert.equal(state, 'anchored');
  });
});
