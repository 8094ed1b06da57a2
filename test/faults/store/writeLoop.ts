// Adds annotations to a sidecar, one after the other, and reports each that the store said is saved, or refused.
import type { Annotation } from '../../../src/core/annotation/annotation';
import { nodeFiles } from '../../../src/store/nodeFiles';
import { SidecarStore } from '../../../src/store/sidecarStore';

const [path = '', name = '', count = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const store = new SidecarStore(nodeFiles);
  for (let n = 0; n < Number(count); n++) {
    const annotation: Annotation = {
      id: `${name}${n}`,
      tags: ['能源/保供'],
      target: { exact: '稳定供应'.repeat(50), prefix: '', suffix: '', start: n },
    };
    const applied = await store.apply(path, { kind: 'add', annotation }, 'a.txt');
    if ('refused' in applied) throw new Error(applied.refused.code);
    process.send?.(`saved ${annotation.id}`);
  }
  // an open channel keeps a process alive
  process.disconnect?.();
}

main().catch((error: { code?: unknown }) => {
  process.send?.(`refused ${String(error.code)}`, () => process.disconnect?.());
  process.exitCode = 1;
});
