import assert from 'node:assert/strict';
import { editSidecar } from '../../../../src/core/annotation/editSidecar';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';
import type { TagChange } from '../../../../src/core/codebook/codebookOperation';
import { planTagChange } from '../../../../src/core/codebook/planTagChange';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';

const SIDECAR = `annotations:
  - {id: a1, tags: [a, x], target: {exact: 甲, start: 1}}
  - {id: a2, tags: [a/b, a/b/c, b], target: {exact: 乙, start: 2}}
  - {id: a3, tags: [ab], target: {exact: 丙, start: 3}}
  - {id: a4, tags: [old/b], target: {exact: 丁, start: 4}}
`;
const { codebook } = parseCodebook('tags: [{name: a, formerly: [old], children: [{name: b}]}, {name: b}, {name: x}]\n');
const other = { key: 'other', annotations: [] };

function tagsAfter(change: TagChange, withCodebook = false) {
  const { annotations } = parseSidecar(SIDECAR).sidecar;
  const plans = planTagChange(change, [other, { key: 'q1', annotations }], withCodebook ? codebook : undefined);
  assert.ok(plans.every(({ key, operations }) => key === 'q1' && operations.length > 0));
  const edit = editSidecar(SIDECAR, plans[0]?.operations ?? [], 'q1');
  assert.ok('text' in edit);
  return parseSidecar(edit.text).sidecar.annotations.map(({ tags }) => tags.join(' '));
}

describe('planTagChange', () => {
  const cases: [TagChange, string[]][] = [
    [{ kind: 'renameTag', path: 'a', name: 'z' }, ['z x', 'z/b z/b/c b', 'ab', 'old/b']],
    [{ kind: 'moveTag', path: 'a/b', to: 'x' }, ['a x', 'x/b x/b/c b', 'ab', 'old/b']],
    [{ kind: 'mergeTag', path: 'a/b', into: 'b' }, ['a x', 'b b/c', 'ab', 'old/b']],
    [{ kind: 'mergeTag', path: 'a', into: 'x' }, ['x', 'x/b x/b/c b', 'ab', 'old/b']],
    [{ kind: 'deleteTag', path: 'a' }, ['x', 'b', 'ab', 'old/b']],
    [{ kind: 'changeTag', path: 'a', color: '#000' }, ['a x', 'a/b a/b/c b', 'ab', 'old/b']],
    [{ kind: 'addTag', path: 'n' }, ['a x', 'a/b a/b/c b', 'ab', 'old/b']],
  ];
  for (const [change, expected] of cases) {
    it(`rewrites annotations for ${JSON.stringify(change)}`, () => assert.deepEqual(tagsAfter(change), expected));
  }

  it('understands old names where it has the codebook', () => {
    assert.equal(tagsAfter({ kind: 'renameTag', path: 'a', name: 'z' }, true)[3], 'z/b');
    assert.equal(tagsAfter({ kind: 'deleteTag', path: 'a/b' }, true)[3], '');
  });

  it('asks for the tags to be as they were', () => {
    const { annotations } = parseSidecar(SIDECAR).sidecar;
    const [plan] = planTagChange({ kind: 'deleteTag', path: 'a' }, [{ key: 'q1', annotations }]);
    const changed = editSidecar(SIDECAR.replace('[a, x]', '[a, y]'), plan!.operations, 'q1');
    assert.deepEqual(changed, { refused: { code: 'changedSince', detail: 'a1' } });
  });
});
