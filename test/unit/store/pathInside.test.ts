import assert from 'node:assert/strict';
import { pathInside } from '../../../src/store/pathInside';

describe('a path that has to stay in a folder', () => {
  const cases: [string, string | undefined][] = [
    ['codebook.yaml', 'codebook.yaml'],
    ['./codes/../编码/codebook.yaml', '编码/codebook.yaml'],
    ['codes\\codebook.yaml', 'codes/codebook.yaml'],
    ['..codes/a.yaml', '..codes/a.yaml'],
    ['../other/config.yaml', undefined],
    ['codes/../../config.yaml', undefined],
    ['codes\\..\\..\\config.yaml', undefined],
    ['/etc/config.yaml', undefined],
    ['C:\\config.yaml', undefined],
    ['file:///etc/config.yaml', undefined],
    ['\\\\server\\share\\config.yaml', undefined],
    ['~/config.yaml', undefined],
    ['codes/..', undefined],
  ];
  for (const [written, expected] of cases) {
    it(`${written} → ${expected ?? 'refused'}`, () => assert.equal(pathInside(written), expected));
  }
});
