import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Correction } from '../../src/core/annotation/annotation';
import { editSidecar } from '../../src/core/annotation/editSidecar';
import { editCodebook } from '../../src/core/codebook/editCodebook';
import { runs } from '../runs';
import { anyAnnotation } from './core/annotation/anySidecar';
import { anyHandWritten } from './core/codebook/anyCodebook';

/** Says where a file breaks the rules of its schema. */
function checker(name: string): (text: string) => unknown {
  const validate = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(`media/schemas/${name}.schema.json`, 'utf8')),
  );
  return (text) =>
    validate(parse(text)) ? [] : validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('JSON schemas', () => {
  const ofSidecar = checker('annotations');
  const ofCodebook = checker('codebook');

  it('accept the samples', () => {
    for (const file of readdirSync('samples', { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.annotations.yaml')) assert.deepEqual(ofSidecar(readFileSync(`samples/${file}`, 'utf8')), []);
      if (file.endsWith('codebook.yaml')) assert.deepEqual(ofCodebook(readFileSync(`samples/${file}`, 'utf8')), []);
    }
  });

  it('accept what is written to sidecars', () => {
    const target = { exact: '甲', prefix: '', suffix: '', start: 0 };
    const corrections: Correction[] = [
      { target, claim: 'reject' },
      { target, claim: { value: 39, unit: '微克/立方米' } },
      { target, slogan: 'accept' },
      { target, speaker: '林某' },
      { target, claim: { period: { from: '2023-01-01', to: '2023-06-30' }, kind: 'money', direction: 'none' } },
      { target, slogan: { name: '甲', items: [target] } },
      { target, speaker: { name: '林某', role: '局长', outlet: '日报' } },
    ];
    const any = anyAnnotation(fc.stringMatching(/^[a-z]{8}$/));
    fc.assert(
      fc.property(any, (annotation) => {
        const edit = editSidecar(
          undefined,
          [
            { kind: 'add', annotation: { ...annotation, resolution: 'orphan', conflictsWith: 'x' } },
            ...corrections.map((correction) => ({ kind: 'addCorrection' as const, correction })),
            { kind: 'setDocument', facts: { title: '发布会', date: '2022-08-26', url: 'https://example.org/' } },
            { kind: 'setDocument', facts: { region: '山西省', note: '一\n二', attributes: { body: '2024' } } },
          ],
          'a.txt',
        );
        assert.deepEqual('text' in edit && ofSidecar(edit.text), []);
      }),
      { numRuns: runs(100) },
    );
  });

  it('accept and refuse queries and lists of names as their readers do', () => {
    const [ofQuery, ofIndicators, ofSlogans] = ['query', 'indicators', 'slogans'].map(checker);
    const good: [typeof ofQuery, string][] = [
      [
        ofQuery,
        'tags: {any: [a], none: b}\nspeaker: 林某\nkind: [answer]\nfrom: 2023\nto: 2024-02\nattributes: {body: x}\n',
      ],
      [ofQuery, 'tags: [a]\nfind: words\nwords: 煤炭\nfrom: 2024-01-01\n'],
      [ofIndicators, '- name: 煤炭产量\n  same: [煤产量]\n  unit: 吨\n'],
      [ofIndicators, 'indicators:\n  - name: 煤炭产量\n    narrower: 原煤产量\n'],
      [ofSlogans, 'slogans:\n  - {name: 四保, variants: [三保], note: 改名}\n'],
    ];
    for (const [check, text] of good) assert.deepEqual(check!(text), [], text);
    const bad: [typeof ofQuery, string][] = [
      [ofQuery, 'speker: 林某\n'],
      [ofQuery, 'kind: anser\n'],
      [ofQuery, 'from: 26 August\n'],
      [ofIndicators, '- nam: 煤炭产量\n'],
      [ofSlogans, '- name: 四保\n  variant: 三保\n'],
    ];
    for (const [check, text] of bad) assert.notDeepEqual(check!(text), [], text);
  });

  it('accept what is written to codebooks, and by hand', () => {
    fc.assert(
      fc.property(anyHandWritten, (text) => {
        assert.deepEqual(ofCodebook(text), []);
        const edit = editCodebook(text, { kind: 'addTag', path: 'new/one', color: '#123456', description: '新' });
        assert.deepEqual('text' in edit && ofCodebook(edit.text), []);
      }),
      { numRuns: runs(100) },
    );
  });

  const faults: [string, string][] = [
    ['annotations', 'version: 2\n'],
    ['annotations', 'annotations:\n  - tags: [a]\n'],
    ['annotations', 'document: {date: 26 August}\n'],
    ['annotations', 'corrections:\n  - {target: {exact: 甲}, slogan: maybe}\n'],
    ['codebook', 'tags:\n  - name: a/b\n'],
    ['codebook', 'tags:\n  - {name: a, color: blue}\n'],
    ['codebook', 'tags:\n  - name: a\n    children: [b]\n'],
  ];
  for (const [name, text] of faults) {
    it(`find the fault in ${JSON.stringify(text)}`, () => assert.notDeepEqual(checker(name)(text), []));
  }
});
