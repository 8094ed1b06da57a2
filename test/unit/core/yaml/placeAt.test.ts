import assert from 'node:assert/strict';
import { placeAt, yamlWord } from '../../../../src/core/yaml/placeAt';

describe('placeAt', () => {
  const cases: readonly (readonly [string, readonly string[], string, string])[] = [
    ['', [], 'either', ''],
    ['spe', [], 'either', 'spe'],
    ['speaker: 林', ['speaker'], 'value', '林'],
    ['kind: [answer]\nspeaker: [林某, 王', ['speaker'], 'value', '王'],
    ['speaker:\n- 王', ['speaker'], 'either', '王'],
    ['speaker:\n  - 林某\n  # his deputy\n\n  - 王', ['speaker'], 'either', '王'],
    ['tags: { any: [能源], no', ['tags'], 'key', 'no'],
    ['tags: { any: [能源], none: [草', ['tags', 'none'], 'value', '草'],
    ['tags:\n  any: [能源]\n  n', ['tags'], 'either', 'n'],
    ['tags:\n  any:\n    - 能', ['tags', 'any'], 'either', '能'],
    ['attributes: { body: [', ['attributes', 'body'], 'value', ''],
    ['attributes: { body: [能源局] }\nfrom: 20', ['from'], 'value', '20'],
    ['slogans:\n  - name: 四保\n    variants: [三', ['slogans', 'variants'], 'value', '三'],
    ['slogans:\n  - name: 四保\n    variants:\n      - 三', ['slogans', 'variants'], 'either', '三'],
    ['- name: 四保\n  variants: [三', ['variants'], 'value', '三'],
    ['- name: 四', ['name'], 'value', '四'],
    [
      'version: 1\ndocument:\n  title: x\n  attributes:\n    body: 能',
      ['document', 'attributes', 'body'],
      'value',
      '能',
    ],
    ['version: 1\ndocument:\n  attributes:\n    bo', ['document', 'attributes'], 'either', 'bo'],
    ['annotations:\n  - id: a\n    tags: [能源/供', ['annotations', 'tags'], 'value', '能源/供'],
    ['words: ["a, [b', ['words'], 'value', '"a, [b'],
  ];
  for (const [before, keys, at, typed] of cases)
    it(`tells where one is after ${JSON.stringify(before)}`, () =>
      assert.deepEqual(placeAt(before), { keys, at, typed }));

  it('quotes words that would mean something else', () => {
    assert.deepEqual(['能源/供水', 'a: b', '12', '- x', '“三保”', 'yes'].map(yamlWord), [
      '能源/供水',
      '"a: b"',
      '"12"',
      '"- x"',
      '"“三保”"',
      '"yes"',
    ]);
  });
});
