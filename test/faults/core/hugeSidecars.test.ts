import assert from 'node:assert/strict';
import { editSidecar } from '../../../src/core/annotation/editSidecar';
import { parseSidecar } from '../../../src/core/annotation/sidecar';

describe('parseSidecar of what nobody writes by hand', () => {
  const bombs: [string, string][] = [
    [
      'nested aliases',
      `a: &a [1,1]\n${Array.from({ length: 25 }, (_, n) => `a${n}: &a [*a,*a,*a,*a]\n`).join('')}annotations:\n  - { id: x, tags: *a, target: { exact: *a } }\n`,
    ],
    [
      'a long list under many aliases',
      `a: &a [${'x,'.repeat(20_000)}]\nannotations:\n${'  - { id: x, tags: *a, target: { exact: y } }\n'.repeat(2000)}`,
    ],
    ['deep brackets', `a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['deep dashes', '- '.repeat(50_000)],
    ['many keys', Array.from({ length: 50_000 }, (_, n) => `k${n}: 1\n`).join('')],
    ['an anchor inside itself', 'annotations: &a\n  - { id: x, tags: *a, target: &t { exact: *t } }\n'],
  ];
  for (const [name, text] of bombs) {
    it(`comes back from ${name}`, () => {
      parseSidecar(text);
      const target = { exact: '甲', prefix: '', suffix: '', start: 0 };
      editSidecar(text, { kind: 'add', annotation: { id: 'NEW', tags: [], target } }, 'a');
    });
  }

  it('reads and edits ten megabytes', function () {
    this.timeout(120_000);
    const entry = (n: number) =>
      `  - id: a${n}\n    tags: [energy/supply]\n    target:\n      exact: ${'稳定保障能源生产、'.repeat(38)}${n}\n      start: ${n}\n`;
    const text = `version: 1\nannotations:\n${Array.from({ length: 9500 }, (_, n) => entry(n)).join('')}`;
    assert.ok(new TextEncoder().encode(text).length > 10_000_000);
    const edit = editSidecar(text, { kind: 'delete', id: 'a5000' }, 'a');
    assert.ok('text' in edit);
    assert.equal(edit.text, text.replace(entry(5000), ''));
  });
});
