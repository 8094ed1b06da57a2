import { isMap } from 'yaml';
import { pairOf } from '../yaml/nodes';
import { shapesOf } from '../yaml/shape';
import { flowText } from '../yaml/writeYaml';
import { DOCUMENT_KEYS } from './entryKeys';
import { mergeValue } from './mergeValue';
import type { Remark } from './remarks';
import type { SidecarSource } from './sidecar';
import type { FactsChange, SidecarOperation } from './sidecarOperation';

export interface KeyMerge {
  readonly operations: readonly SidecarOperation[];
  /** Keys that both sides changed differently, those of the document part as `document.key`; no words where theirs is kept. */
  readonly conflicts: readonly Remark[];
}

/** Merges the document part and the keys of the file that this program does not know, key by key. */
export function mergeKeys(base: SidecarSource, ours: SidecarSource, theirs: SidecarSource): KeyMerge {
  const parts = (of: 'file' | 'document') =>
    [base, ours, theirs].map(({ root }) => {
      const map = of === 'file' ? root : pairOf(root, 'document')?.value;
      return shapesOf(map, of === 'file' ? ['version', 'annotations', 'corrections', 'document'] : []);
    });
  const document = pairOf(theirs.root, 'document')?.value;
  const theirValue = (of: 'file' | 'document', key: string): string | null => {
    const map = of === 'file' ? theirs.root : document;
    const pair = isMap(map) ? pairOf(map, key) : undefined;
    return pair ? flowText(pair.value) : null;
  };
  const operations: SidecarOperation[] = [];
  const conflicts: { key: string; of: 'file' | 'document'; value: string | null }[] = [];
  const facts: Record<string, FactsChange[keyof FactsChange] | null> = {};
  for (const of of ['document', 'file'] as const) {
    const [was, mine, other] = parts(of) as [Map<string, string>, Map<string, string>, Map<string, string>];
    for (const key of new Set([...was.keys(), ...other.keys()])) {
      const taken = mergeValue(was.get(key) ?? null, mine.get(key) ?? null, other.get(key) ?? null);
      // what one side deleted and the other changed is kept, as with entries
      const kept = taken === 'conflict' && !mine.has(key) ? 'theirs' : taken;
      const known = of === 'document' && DOCUMENT_KEYS.includes(key);
      if (kept === 'theirs' && known) {
        facts[key] = theirs.sidecar.document[key as keyof FactsChange] ?? null;
      } else if (kept === 'theirs') {
        operations.push({ kind: 'setOtherKeys', of, keys: { [key]: theirValue(of, key) } });
      }
      if (taken === 'conflict') conflicts.push({ key, of, value: kept === 'theirs' ? null : theirValue(of, key) });
    }
  }
  if (Object.keys(facts).length > 0) operations.unshift({ kind: 'setDocument', facts: facts as FactsChange });
  return {
    operations,
    conflicts: conflicts.map(({ key, of, value }) => ({
      name: of === 'document' ? `document.${key}` : key,
      key: of === 'document' ? 'document' : key,
      words: value === null ? '' : `${key}: ${value}`,
    })),
  };
}
