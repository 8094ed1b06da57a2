import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { separateTags } from '../../../../src/core/annotation/wideCommas';

describe('tags between full-width commas', () => {
  for (const [words, tags] of [
    ['供水，治污', ['供水', '治污']],
    [' 供水 ， 治污 ', ['供水', '治污']],
    ['供水，　治污，', ['供水', '治污']],
    ['供水，#治污', ['供水', '#治污']],
    ['供水，@甲，*乙，&丙，!丁，- 戊，? 己，%庚', ['供水', '@甲', '*乙', '&丙', '!丁', '- 戊', '? 己', '%庚']],
    ['2024，yes，null', ['2024', 'yes', 'null']],
    ['水/供水，水/治污', ['水/供水', '水/治污']],
    ['供水，\n      治污', ['供水', '治污']],
    ['供水，\'引\'，"号"', ['供水', '引', '号']],
    ["供水，'没有完", ['供水', "'没有完"]],
  ] as const) {
    it(`become several for YAML: ${words.replace('\n', '⏎')}`, () => {
      const separated = separateTags(words);
      assert.deepEqual(parse(`[${separated}]`), tags, separated);
    });
  }
});
