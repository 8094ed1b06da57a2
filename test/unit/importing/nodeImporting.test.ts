import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { nodeImporting } from '../../../src/importing/nodeImporting';
import { makePdf } from '../../importing/makePdf';
import { typeset } from '../../importing/typeset';

const SAYS = '林知远厅长：预计全年粮食产量达到386.5亿斤，比上年增加4.2亿斤。';

describe('importing in a thread', () => {
  const importing = nodeImporting(resolve('dist'));
  const short = makePdf(typeset([SAYS]));
  const read = (bytes: Uint8Array, signal = new AbortController().signal) => importing.read('a.pdf', bytes, signal);
  after(() => importing.dispose());

  it('gives what is read, and why something is not', async () => {
    assert.deepEqual((await read(short)).lines, [{ text: SAYS }]);
    await assert.rejects(read(new TextEncoder().encode('%PDF-1.7 x')), { fault: 'damaged' });
  });

  it('is given up in the middle, and reads the next one', async () => {
    const long = makePdf(typeset(Array.from({ length: 800 }, () => SAYS.repeat(4))));
    const controller = new AbortController();
    const given = read(long, controller.signal);
    const next = read(short);
    setTimeout(() => controller.abort(), 50);
    await assert.rejects(given, { fault: 'cancelled' });
    assert.deepEqual((await next).lines, [{ text: SAYS }]);
  });
});
