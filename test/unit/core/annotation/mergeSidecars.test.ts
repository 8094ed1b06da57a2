import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation, Sidecar } from '../../../../src/core/annotation/annotation';
import { editSidecar } from '../../../../src/core/annotation/editSidecar';
import { mergeSidecars } from '../../../../src/core/annotation/mergeSidecars';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';
import type { SidecarOperation } from '../../../../src/core/annotation/sidecarOperation';
import { runs } from '../../../runs';
import { anyAnnotation, anyHandWritten, anyNote, anyTags, anyTarget, anyWords } from './anySidecar';

function merge(base: string, ours: string, theirs: string) {
  const result = mergeSidecars(base, ours, theirs);
  assert.ok('text' in result, JSON.stringify(result));
  return result;
}
const meaning = (text: string): Sidecar => parseSidecar(text).sidecar;

const BASE = `# Annotations of a.txt
version: 1
annotations:
  # why this one
  - id: aa
    tags: [energy, 能源]
    target: { exact: 甲, start: 10 }
    note: first
    mine: 1
  - id: bb
    tags: [住房]
    target: { exact: 乙, start: 20 }
`;
const swap = (text: string, ...pairs: [string, string][]) =>
  pairs.reduce((result, [from, to]) => {
    assert.ok(result.includes(from), from);
    return result.replace(from, to);
  }, text);

describe('mergeSidecars', () => {
  it('keeps additions of both sides at one place, in text order, with their comments', () => {
    const ours = `${BASE}  - id: oo\n    target: { exact: 丁, start: 40 }\n`;
    const theirs = `${BASE}  # theirs says\n  - id: tt\n    target: { exact: 丙, start: 30 }  # so\n`;
    const { text, conflicts } = merge(BASE, ours, theirs);
    assert.equal(
      text,
      `${BASE}  # theirs says\n  - id: tt\n    target: { exact: 丙, start: 30 }  # so\n  - id: oo\n    target: { exact: 丁, start: 40 }\n`,
    );
    assert.deepEqual(conflicts, []);
  });

  it('merges tags as sets and other keys one by one, and keeps the layout of ours', () => {
    const ours = swap(
      BASE,
      ['[energy, 能源]', '[能源, 电]   # mine'],
      ['mine: 1', 'mine: 1\n    # more\n    creator: me'],
    );
    const theirs = swap(
      BASE,
      ['[energy, 能源]', '[energy, 能源, 煤]'],
      ['note: first', 'note: second'],
      ['mine: 1', 'mine: [2, 3]'],
    );
    const { text, conflicts } = merge(BASE, ours, theirs);
    assert.equal(
      text,
      swap(ours, ['[能源, 电]', '[能源, 电, 煤]'], ['note: first', 'note: second'], ['mine: 1', 'mine: [2, 3]']),
    );
    assert.deepEqual(conflicts, []);
  });

  it('takes their lines, comments and all, where ours left an entry alone', () => {
    const ours = swap(BASE, ['[住房]', '[住房, 租房]']);
    const theirs = swap(BASE, ['# why this one', '# why this one, in theirs'], ['note: first', 'note: first   # sic']);
    assert.equal(merge(BASE, ours, theirs).text, swap(theirs, ['[住房]', '[住房, 租房]']));
  });

  it('keeps both versions of an entry that both changed differently, under an id that depends on nothing but theirs', () => {
    const ours = swap(BASE, ['note: first', 'note: ours']);
    const theirs = swap(BASE, ['note: first', 'note: theirs # !']);
    const { text, conflicts } = merge(BASE, ours, theirs);
    assert.deepEqual(conflicts, ['aa']);
    const [a, copy, b] = meaning(text).annotations;
    assert.deepEqual([a!.note, copy!.note, copy!.conflictsWith, b!.id], ['ours', 'theirs', 'aa', 'bb']);
    assert.match(text, /note: theirs # !/u);
    assert.deepEqual(merge(BASE, `${ours}# more\n`, theirs).text, `${text}# more\n`);
    assert.deepEqual(merge(BASE, text, theirs), { text, conflicts: ['aa'] });
  });

  it('keeps what one side changed and the other deleted, and says so', () => {
    const changed = swap(BASE, ['note: first', 'note: changed']);
    const deleted = `${BASE.slice(0, BASE.indexOf('  # why'))}${BASE.slice(BASE.indexOf('  - id: bb'))}`;
    for (const [ours, theirs] of [
      [changed, deleted],
      [deleted, changed],
    ] as const) {
      const { text, conflicts } = merge(BASE, ours, theirs);
      assert.deepEqual([text, conflicts], [changed, ['aa']]);
    }
    assert.equal(merge(BASE, deleted, swap(BASE, ['[住房]', '[租房]'])).text, swap(deleted, ['[住房]', '[租房]']));
  });

  it('merges files that both sides began', () => {
    const ours =
      'version: 1\nannotations:\n- id: aa\n  target: {exact: 甲, start: 1}\n- id: oo\n  target: {exact: 乙, start: 2}\n';
    const theirs =
      'version: 1\nannotations: [{id: tt, target: {exact: 丙, start: 3}}, {target: {start: 1, exact: 甲}, id: aa}]\n';
    const { text, conflicts } = merge('', ours, theirs);
    assert.equal(text, `${ours}- {id: tt, target: {exact: 丙, start: 3}}\n`);
    assert.deepEqual(conflicts, []);
  });

  it('merges document facts, unknown keys and corrections', () => {
    const base =
      'version: 1\ndocument:\n  title: 甲\n  date: 2022-01-01\nmine: 1\ncorrections:\n  - { target: { exact: 一, start: 1 }, claim: reject }\n';
    const ours = swap(base, ['title: 甲', 'title: 乙'], ['2022-01-01', '2022-01-02']);
    const theirs = swap(
      base,
      ['2022-01-01', '2022-01-03\n  url: x'],
      ['mine: 1', 'mine: {a: 2}'],
      ['一, start: 1 }, claim: reject', '二, start: 2 }, slogan: accept'],
    );
    const { text, conflicts } = merge(base, ours, theirs);
    assert.equal(
      text,
      'version: 1\n# conflict: theirs has date: 2022-01-03\ndocument:\n  title: 乙\n  date: 2022-01-02\n  url: x\nmine: {a: 2}\ncorrections:\n  - { target: { exact: 二, start: 2 }, slogan: accept }\n',
    );
    assert.deepEqual(conflicts, ['document.date']);
  });

  it('keeps comments of theirs at the head, at the end and beside what ours has changed', () => {
    const ours = swap(BASE, ['note: first', 'note: ours'], ['[住房]', '[住房, 租房]']);
    const theirs = `# head\n${swap(BASE, ['mine: 1', 'mine: 1  # beside'], ['[住房]', '[住房] # so'], ['id: bb', 'id: bb # b'])}# end\n`;
    const { text, conflicts } = merge(BASE, ours, theirs);
    assert.equal(
      text,
      `# head\n${swap(ours, ['mine: 1', 'mine: 1  # beside'], ['  - id: bb', '  # so\n  - id: bb # b'])}# end\n`,
    );
    assert.deepEqual(conflicts, []);
  });

  it('keeps an entry in which one side wrote a comment and that the other deleted, and says so', () => {
    const commented = swap(BASE, ['note: first', 'note: first # look']);
    const deleted = `${BASE.slice(0, BASE.indexOf('  # why'))}${BASE.slice(BASE.indexOf('  - id: bb'))}`;
    assert.deepEqual(merge(BASE, commented, deleted), { text: commented, conflicts: ['aa'] });
    assert.deepEqual(merge(BASE, deleted, commented), { text: commented, conflicts: ['aa'] });
  });

  it('takes over an order of tags, keys and entries, and says where both sides changed it', () => {
    const ours = swap(BASE, ['[energy, 能源]', '[energy, 能源, 煤]'], ['mine: 1', 'mine: 2']);
    const [head, a, b] = [
      BASE.slice(0, BASE.indexOf('  # why')),
      BASE.slice(BASE.indexOf('  # why'), BASE.indexOf('  - id: bb')),
      BASE.slice(BASE.indexOf('  - id: bb')),
    ];
    const theirs = swap(
      `${head}${b}${a}`,
      ['[energy, 能源]', '[水, 能源, energy]'],
      ['note: first\n    mine: 1', 'mine: 1\n    note: first'],
    );
    const { text, conflicts } = merge(BASE, ours, theirs);
    assert.equal(text, swap(theirs, ['[水, 能源, energy]', '[水, 能源, 煤, energy]'], ['mine: 1', 'mine: 2']));
    assert.deepEqual(conflicts, []);
    const three = `${BASE}  - id: cc\n    target: { exact: 丙, start: 30 }\n`;
    const c = three.slice(three.indexOf('  - id: cc'));
    const both = merge(three, `${head}${b}${a}${c}`, `${head}${a}${c}${b}`);
    assert.deepEqual(both.conflicts, ['annotations']);
    assert.match(both.text, /^# conflict: theirs has the order aa, cc, bb\nannotations:$/mu);
    // an entry that ours took away and theirs changed and moved
    const moved = `${head}${a}${c.replace('丙', '丙丙')}${b}`;
    const back = merge(three, `${head}${b}${a}`, moved);
    assert.match(back.text, /^# conflict: theirs has the order aa, cc, bb\nannotations:$/mu);
    assert.equal(merge(three, back.text, moved).text, back.text);
  });

  it('keeps one correction of one figure, remarks the other, and drops no key of theirs', () => {
    const base = 'corrections:\n  - { target: { exact: 一, start: 1 }, claim: reject }\n';
    const ours = swap(base, ['claim: reject', 'claim: { value: 39 }']);
    const theirs = swap(base, ['claim: reject', 'claim: { value: 40 }, who: me']);
    assert.deepEqual(merge(base, ours, theirs), {
      text: swap(ours, [
        '  - {',
        '  # conflict: theirs has { target: { exact: 一, start: 1 }, claim: { value: 40 }, who: me }\n  - {',
      ]),
      conflicts: ['correction of 一'],
    });
    const keyed = swap(base, ['claim: reject', 'claim: reject, who: me']);
    assert.deepEqual(merge(base, ours, keyed), {
      text: swap(ours, ['claim: { value: 39 }', 'claim: { value: 39 }, who: me']),
      conflicts: [],
    });
  });

  const refusals: [string, string, string, string, string][] = [
    ['unparseable', 'base', 'a: "', BASE, `${BASE}# x\n`],
    ['conflictMarkers', 'ours', BASE, `${BASE}<<<<<<< x\n`, BASE],
    ['newerVersion', 'theirs', BASE, BASE, 'version: 2\n'],
    ['badEntry', 'theirs', BASE, `${BASE}# x\n`, `${BASE}  - id: odd\n`],
    ['duplicateId', 'theirs', BASE, `${BASE}# x\n`, swap(BASE, ['id: bb', 'id: aa'])],
    ['unknownLayout', 'theirs', BASE, `${BASE}# x\n`, `${BASE}mine: &m [1]\nalso: *m\n`],
  ];
  for (const [code, side, base, ours, theirs] of refusals) {
    it(`refuses with ${code} of ${side}`, () => {
      const result = mergeSidecars(base, ours, theirs);
      assert.ok('refused' in result, JSON.stringify(result));
      assert.deepEqual([result.refused.code, result.side], [code, side]);
    });
  }
});

const anyOperations = (letter: string) =>
  fc.array(
    fc.oneof(
      anyAnnotation(fc.nat(9).map((n) => `${letter}${n}`)).map((annotation) => ({ kind: 'add' as const, annotation })),
      anyAnnotation(fc.constantFrom('both1', 'both2')).map((annotation) => ({ kind: 'add' as const, annotation })),
      fc.record({ kind: fc.constant('delete' as const), n: fc.nat() }),
      fc.record({
        kind: fc.constant('change' as const),
        n: fc.nat(),
        changes: fc.record(
          { tags: anyTags, target: anyTarget, note: fc.option(anyNote), creator: fc.option(anyWords) },
          { requiredKeys: [] },
        ),
      }),
      fc.record({
        kind: fc.constant('addCorrection' as const),
        correction: fc.record({ target: anyTarget, speaker: fc.constantFrom('甲', '乙') }, { noNullPrototype: true }),
      }),
      fc.record({
        kind: fc.constant('setDocument' as const),
        facts: fc.record({ title: fc.constantFrom('一', '二', null) }),
      }),
    ),
    { maxLength: 6 },
  );
type Step = ReturnType<typeof anyOperations> extends fc.Arbitrary<(infer T)[]> ? T : never;

function operate(text: string, steps: readonly Step[]): string {
  return steps.reduce((now, step) => {
    const { annotations } = meaning(now);
    let operation: SidecarOperation;
    if ('n' in step) {
      if (annotations.length === 0) return now;
      operation = { ...step, id: annotations[step.n % annotations.length]!.id };
    } else operation = step;
    const edit = editSidecar(now, operation, 'a.txt');
    return 'text' in edit ? edit.text : now;
  }, text);
}

describe('mergeSidecars of any two branches', () => {
  const branches = fc
    .record({ base: anyHandWritten, ours: anyOperations('o'), theirs: anyOperations('t') })
    .map(({ base, ours, theirs }) => ({
      base: base.text,
      ours: `${operate(base.text, ours)}${base.text.endsWith('\n') ? '# ours\n' : ''}`,
      theirs: operate(base.text, theirs),
    }));
  // `npm run attack` tries it for as long as one likes
  const many = { numRuns: runs(160) };
  const byId = (text: string) => new Map(meaning(text).annotations.map((annotation) => [annotation.id, annotation]));

  it('loses no annotation and no value of either side', () => {
    fc.assert(
      fc.property(branches, ({ base, ours, theirs }) => {
        const { text, conflicts } = merge(base, ours, theirs);
        assert.deepEqual(parseSidecar(text).problems, []);
        const [was, mine, other, merged] = [byId(base), byId(ours), byId(theirs), byId(text)];
        const unchanged = (a?: Annotation, b?: Annotation) => JSON.stringify(a) === JSON.stringify(b);
        for (const side of [mine, other]) {
          const opposite = side === mine ? other : mine;
          for (const [id, annotation] of side) {
            const before = was.get(id);
            const result = merged.get(id);
            if (!result) {
              assert.ok(before && !opposite.has(id) && unchanged(before, annotation), id);
              continue;
            }
            const copies = [...merged.values()].filter(({ conflictsWith }) => conflictsWith === id);
            for (const key of ['target', 'note', 'creator'] as const) {
              if (unchanged(before?.[key] as never, annotation[key] as never)) continue;
              const found = [result, ...copies].some(
                (entry) => JSON.stringify(entry[key]) === JSON.stringify(annotation[key]),
              );
              assert.ok(found, `${id} ${key}`);
            }
            for (const tag of annotation.tags) assert.ok(result.tags.includes(tag) || before?.tags.includes(tag));
          }
        }
        for (const id of conflicts) assert.ok(merged.has(id) || id === 'document.title', id);
        for (const { target } of [...meaning(ours).corrections, ...meaning(theirs).corrections]) {
          assert.ok(meaning(text).corrections.some((correction) => correction.target.exact === target.exact));
        }
      }),
      many,
    );
  });

  it('says the same from both sides where nothing conflicts', () => {
    fc.assert(
      fc.property(branches, ({ base, ours, theirs }) => {
        const [one, two] = [merge(base, ours, theirs), merge(base, theirs, ours)];
        const strip = ({ text }: { text: string }) =>
          [...byId(text).values()]
            .map((annotation) => ({ ...annotation, tags: [...annotation.tags].sort() }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        assert.deepEqual([...one.conflicts].sort(), [...two.conflicts].sort());
        if (one.conflicts.length === 0) assert.deepEqual(strip(one), strip(two));
      }),
      many,
    );
  });

  it('changes nothing where only one side changed, and nothing when it is done again', () => {
    fc.assert(
      fc.property(branches, ({ base, ours, theirs }) => {
        assert.deepEqual(merge(base, ours, base), { text: ours, conflicts: [] });
        assert.deepEqual(merge(base, base, theirs), { text: theirs, conflicts: [] });
        assert.deepEqual(merge(base, theirs, theirs), { text: theirs, conflicts: [] });
        const { text } = merge(base, ours, theirs);
        assert.equal(merge(base, text, theirs).text, text);
      }),
      many,
    );
  });
});
