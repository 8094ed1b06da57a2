import assert from 'node:assert/strict';
import { editCodebook } from '../../../../src/core/codebook/editCodebook';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';

const add = (text: string) => editCodebook(text, { kind: 'addTag', path: 'irrigation' });

describe('a file with a list of tags', () => {
  const foreign: [string, string, number][] = [
    ['of a description of services', 'version: 1\nservices:\n  web: { image: "web:2" }\ntags:\n  - name: web\n', 1],
    ['of a description of services, with no tags yet', 'services:\n  web: { image: "web:2" }\ntags: []\n', 0],
    [
      'of a description of an interface',
      'openapi: 3.0.0\ninfo: { title: Wells }\ntags:\n  - name: wells\npaths: {}\n',
      1,
    ],
    ['of a post', 'title: Wells\ndate: 2024-05-01\ntags: [wells, pumps]\n', 0],
    ['of a post, empty', 'title: Wells\ntags:\n', 0],
    ['of a run of builds', 'jobs:\n  - build\ntags:\n  - name: nightly\n', 0],
    ['of a version in words', 'version: "3.8"\ntags:\n  - name: web\n', 0],
    ['that is misspelled', 'tgas:\n  - name: web\nservices: {}\n', 2],
  ];
  for (const [what, text, line] of foreign) {
    it(`${what} is no codebook, and stays as it is`, () => {
      const { codebook, problems, writable } = parseCodebook(text);
      assert.deepEqual(codebook.tags, []);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.line]),
        [['notACodebook', line]],
      );
      assert.equal(writable, false);
      const edit = add(text);
      assert.equal('refused' in edit && edit.refused.code, 'notACodebook');
    });
  }

  for (const text of ['tags: [web, db]\n', 'version: 1\ntags:\n  - web\n', 'tags:\n  - key: Name\n    value: web\n']) {
    it(`is not written where none is a tag with a name: ${JSON.stringify(text)}`, () =>
      assert.ok('refused' in add(text)));
  }

  const own = [
    ...['', '\n# tags\n', 'version: 1\n', 'tags:\n', 'tags: []\n', 'version: 1\ntags:\n'],
    'version: 1\nowner: Li\ntags: []\n',
    'owner: Li\ntags:\n  - name: wells\n',
    'version: 1\ntags:\n  - name: wells\nreferences: [a, b]\n',
    'tags:\n  - name: wells\n  - pumps\n',
    'tags:\n  - nmae: wells\n',
  ];
  for (const text of own) {
    it(`is a codebook: ${JSON.stringify(text)}`, () => {
      const edit = add(text);
      assert.ok('text' in edit, JSON.stringify(edit));
      assert.ok(parseCodebook(edit.text).codebook.tags.some(({ name }) => name === 'irrigation'));
    });
  }
});
