import assert from 'node:assert/strict';
import { newAnnotation } from '../../../../src/core/annotation/newAnnotation';
import { findMentions, planMentions } from '../../../../src/core/annotation/planMentions';

const TEXT = '推进四水共治。去年四水共治见效，四水共治要坚持。';
const given = { tags: ['治水'], creator: '' };

describe('tagging all mentions', () => {
  it('finds every place, none of them twice', () => {
    assert.deepEqual(
      findMentions(TEXT, '四水共治').map(({ start }) => start),
      [2, 9, 16],
    );
    assert.deepEqual(findMentions('水水水', '水水'), [{ start: 0, end: 2 }]);
    assert.deepEqual(findMentions(TEXT, ''), []);
  });

  it('adds the tag where a passage is annotated already, and nothing where it has it', () => {
    const places = findMentions(TEXT, '四水共治');
    const other = newAnnotation(TEXT, places[0]!, { tags: ['待核实'] });
    const same = newAnnotation(TEXT, places[1]!, { tags: ['治水'] });
    const operations = planMentions(TEXT, places, [other, same], given);
    assert.deepEqual(
      operations.map((operation) =>
        operation.kind === 'change' ? [operation.id, operation.changes.tags] : [operation.kind],
      ),
      [[other.id, ['待核实', '治水']], ['add']],
    );
  });
});
