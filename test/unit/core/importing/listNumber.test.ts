import assert from 'node:assert/strict';
import { listNumber } from '../../../../src/core/importing/listNumber';

describe('numbers of lists', () => {
  const cases: readonly (readonly [string, number, string | undefined])[] = [
    ['chineseCounting', 1, '一'],
    ['chineseCountingThousand', 10, '十'],
    ['chineseCountingThousand', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 12, '拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalFullWidth', 12, '１２'],
    ['upperLetter', 28, 'BB'],
    ['lowerRoman', 14, 'xiv'],
    ['decimal', 7, '7'],
    ['bullet', 1, undefined],
  ];
  for (const [format, value, expected] of cases) {
    it(`${value} as ${format} is ${expected}`, () => assert.equal(listNumber(value, format), expected));
  }
});
