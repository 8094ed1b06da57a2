import assert from 'node:assert/strict';
import { nearestWord, slips } from '../../../../src/core/text/nearestWord';

describe('nearestWord', () => {
  const KEYS = ['name', 'color', 'description', 'formerly', 'children'];
  const cases: [string, string | undefined][] = [
    ['nmae', 'name'],
    ['Name', 'name'],
    ['nam', 'name'],
    ['colour', 'color'],
    ['descripton', 'description'],
    ['Discription', 'description'],
    ['formely', 'formerly'],
    ['childern', 'children'],
    ['note', undefined],
    ['date', undefined],
    ['owner', undefined],
    ['名称', undefined],
    ['', undefined],
  ];
  for (const [typed, meant] of cases) {
    it(`takes ${JSON.stringify(typed)} for ${meant}`, () => assert.equal(nearestWord(typed, KEYS), meant));
  }

  it('counts what must be changed', () => {
    assert.deepEqual(
      [slips('', 'abc'), slips('abc', 'acb'), slips('kitten', 'sitting'), slips('same', 'same')],
      [3, 1, 3, 0],
    );
  });
});
