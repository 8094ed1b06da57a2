import assert from 'node:assert/strict';
import { allTags, findTag } from '../../../../src/core/codebook/codebook';
import { colorOf, nextColor, PALETTE } from '../../../../src/core/codebook/colors';
import { resolveTag } from '../../../../src/core/codebook/oldNames';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';

const read = (text: string) => parseCodebook(text);
const BOOK = `version: 1
tags:
  - name: energy
    formerly: [power, 能源]
    color: '#123'
    children:
      - {name: supply, formerly: [保供, '/coal', old/gas, power/grid]}
      - {name: 007, color: '#4e79a7'}
  - name: water
`;

describe('parseCodebook', () => {
  it('reads tags with their lines', () => {
    const { codebook, problems, lines, writable } = read(BOOK);
    assert.deepEqual([problems, writable], [[], true]);
    assert.deepEqual(
      allTags(codebook).map(({ path }) => [path, lines.get(path)]),
      [
        ['energy', 2],
        ['energy/supply', 6],
        ['energy/007', 7],
        ['water', 8],
      ],
    );
    assert.equal(findTag(codebook, 'energy/007')?.color, '#4e79a7');
    assert.equal(findTag(codebook, 'energy/none'), undefined);
  });

  const faults: [string, number, string][] = [
    ['badTag', 2, 'tags:\n  - name: a\n  - b\n'],
    ['unusableName', 1, 'tags:\n  - name: a/b\n'],
    ['noName', 1, 'tags:\n  - color: "#000"\n'],
    ['noName', 1, 'tags:\n  - name:\n'],
    ['badList', 2, 'tags:\n  - name: a\n    children: 3\n'],
    ['badList', 2, 'tags:\n  - name: a\n    formerly: {x: 1}\n'],
    ['badTag', 3, 'tags:\n  - &a {name: a}\n  - name: b\n    children: [*a]\n'],
    ['duplicateTag', 2, 'tags:\n  - name: a\n  - name: a\n'],
    ['badColor', 2, 'tags:\n  - name: a\n    color: blue\n'],
    ['badColor', 2, 'tags:\n  - name: a\n    color: #4e79\n'],
    ['unquotedColor', 2, 'tags:\n  - name: a\n    color: #4e79a7\n'],
    ['unknownKey', 2, 'tags:\n  - name: a\n    descripton: b\n'],
    ['unknownKey', 0, 'tgas:\n  - name: a\n'],
    ['ambiguousName', 2, 'tags:\n  - {name: a, formerly: [x]}\n  - {name: b, formerly: [x]}\n'],
    ['conflictMarkers', 1, 'tags:\n<<<<<<< ours\n'],
    ['unparseable', 1, 'tags:\n  - name: "a\n'],
    ['newerVersion', 0, 'version: 2\n'],
    ['notACodebook', 0, '- a\n'],
  ];
  for (const [code, line, text] of faults) {
    it(`says ${code} of ${JSON.stringify(text)}`, () => {
      const { problems } = read(text);
      if (code === 'unparseable') assert.equal(problems[0]?.code, code);
      else {
        assert.deepEqual(
          problems.map((problem) => [problem.code, problem.line]),
          [[code, line]],
        );
      }
    });
  }

  it('says where on the line, also behind a BOM and with other line ends', () => {
    const text = '\ufeffVersion: 1\r\ntags:\r\n  - nmae: 防洪 # c\r\n    color: greeen\r\n    children: 3\r\n';
    const lines = text.replace('\ufeff', '').split('\r\n');
    assert.deepEqual(
      read(text).problems.map(({ code, line, columns, detail, meant }) => [
        ...[code, lines[line]!.slice(columns!.start, columns!.end), detail],
        ...(meant ? [meant] : []),
      ]),
      [
        ['unknownKey', 'Version', 'Version', 'version'],
        ['unknownKey', 'nmae', 'nmae', 'name'],
        ['noName', 'nmae: 防洪 # c', ''],
      ],
    );
  });

  it('leaves keys alone that are no slip of one it lacks', () => {
    const keys = ['owner: x', 'names: [b]', 'colour: x', 'note: y', `${'n'.repeat(999)}: 1`];
    const text = `author: x\ntags:\n  - name: a\n    color: '#000'\n${keys.map((key) => `    ${key}\n`).join('')}`;
    assert.deepEqual(read(text).problems, []);
  });

  it('takes aliases that go in circles', () => {
    assert.deepEqual(
      allTags(read('tags: &a\n  - name: x\n    children: *a\n').codebook).map(({ path }) => path),
      ['x'],
    );
  });
});

describe('resolveTag', () => {
  const { codebook } = read(BOOK);
  const cases: [string, string | undefined][] = [
    ['energy/supply', 'energy/supply'],
    ['power', 'energy'],
    ['power/保供', 'energy/supply'],
    ['能源/007', 'energy/007'],
    ['coal', 'energy/supply'],
    ['old/gas', 'energy/supply'],
    // both the old path and the old name of what it began with
    ['能源/grid', 'energy/supply'],
    ['old', undefined],
    ['energy/water', undefined],
    ['', undefined],
  ];
  for (const [written, expected] of cases) {
    it(`takes ${JSON.stringify(written)} for ${expected}`, () => assert.equal(resolveTag(codebook, written), expected));
  }

  it('takes a present name before an old one, and an old name of two tags for none', () => {
    const { codebook: other } = read('tags: [{name: a, formerly: [b, c]}, {name: b}, {name: d, formerly: [c]}]\n');
    assert.deepEqual([resolveTag(other, 'b'), resolveTag(other, 'c')], ['b', undefined]);
  });
});

describe('colours of tags', () => {
  const { codebook } = read(BOOK);

  it('are inherited, or follow the place at the top', () => {
    assert.equal(colorOf(codebook, 'energy/supply'), '#123');
    assert.equal(colorOf(codebook, 'energy/007'), '#4e79a7');
    assert.equal(colorOf(codebook, 'water'), PALETTE[1]);
    assert.equal(colorOf(codebook, 'unknown/x'), colorOf(codebook, 'unknown'));
  });

  it('are new for a new tag', () => {
    assert.equal(nextColor(codebook), PALETTE[0]);
    const all = {
      tags: PALETTE.map((color, n) => ({ name: `${n}`, path: `${n}`, color, formerly: [], children: [] })),
    };
    assert.equal(nextColor({ tags: all.tags.slice(0, 11) }), PALETTE[11]);
    assert.equal(nextColor({ tags: [...all.tags, all.tags[0]!] }), PALETTE[1]);
  });

  it('show on light and on dark backgrounds', () => {
    const luminance = (color: string) => {
      const [red, green, blue] = [1, 3, 5].map((at) => {
        const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const contrast = (a: string, b: string) => {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (light! + 0.05) / (dark! + 0.05);
    };
    for (const color of PALETTE) {
      assert.ok(contrast(color, '#ffffff') > 1.5 && contrast(color, '#1e1e1e') > 3, color);
    }
    assert.equal(new Set(PALETTE).size, 12);
  });
});
