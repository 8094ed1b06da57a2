import assert from 'node:assert/strict';
import { planted } from './planted';

/** Found when this was written; it may only grow. */
const FOUND = 56;

describe('the ledger on a set whose author had not seen it', () => {
  const { said, differs, notDiffers } = planted();

  it('calls no two figures different that are not', () => {
    const wrong = [...said].filter((key) => !differs.has(key));
    assert.deepEqual(
      wrong.map((key) => notDiffers.get(key)?.why ?? key),
      [],
    );
  });

  it(`finds at least ${FOUND} of ${differs.size} that differ`, () => {
    const found = [...differs.keys()].filter((key) => said.has(key));
    assert.ok(found.length >= FOUND, `${found.length} found`);
  });
});
