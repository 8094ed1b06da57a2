import { indentLines } from '../yaml/listLayout';
import { pairOf } from '../yaml/nodes';
import { canonical, same } from '../yaml/shape';
import { flowText } from '../yaml/writeYaml';
import type { Correction } from './annotation';
import { entryNames } from './entryNames';
import { layoutOf } from './layoutOf';
import { mergeValue } from './mergeValue';
import { writtenItem } from './planLists';
import type { SidecarSource } from './sidecar';
import type { SidecarOperation } from './sidecarOperation';
import { withKeys } from './withKeys';
import { writingOf } from './writing';

interface Item {
  readonly index: number;
  /** Read when it is asked for. */
  readonly node: unknown;
  readonly value: Correction;
  readonly others: ReadonlyMap<string, string>;
  readonly lines: string;
}
type Items = ReadonlyMap<string, Item>;

export interface CorrectionMerge {
  readonly operations: readonly SidecarOperation[];
  /** Corrections of one matter at one place that both sides changed differently: ours holds, theirs is remarked. */
  readonly conflicts: readonly { readonly name: string; readonly exact: string; readonly theirs: string | null }[];
}

/** Merges corrections, each known by what of which place it corrects. */
export function mergeCorrections(base: SidecarSource, ours: SidecarSource, theirs: SidecarSource): CorrectionMerge {
  const [o, a, b] = [base, ours, theirs].map(itemsOf) as [Items, Items, Items];
  const operations: SidecarOperation[] = [];
  const conflicts: CorrectionMerge['conflicts'][number][] = [];
  const conflict = (name: string, { value }: Item, kept: string | null) =>
    conflicts.push({ name, exact: value.target.exact, theirs: kept });
  for (const [name, was] of o) {
    const mine = a.get(name);
    if (!mine || b.has(name)) continue;
    if (isAsWritten(was, mine)) operations.push({ kind: 'deleteCorrection', correction: mine.value });
    else conflict(name, mine, null);
  }
  for (const [name, other] of b) {
    const [was, mine] = [o.get(name), a.get(name)];
    if (!mine) {
      if (was && isAsWritten(was, other)) continue;
      if (was) conflict(name, other, null);
      operations.push({ kind: 'addCorrection', correction: other.value, source: { lines: other.lines } });
      continue;
    }
    if (isAsWritten(mine, other) || (was && isAsWritten(was, other))) continue;
    if (was && isAsWritten(was, mine)) {
      operations.push(...replacing(ours, mine, other.value, other.lines));
      continue;
    }
    const merged = mergeItem(was, mine, other);
    if (merged) operations.push(...replacing(ours, mine, merged.value, merged.lines));
    else conflict(name, mine, flowText(other.node, true));
  }
  return { operations, conflicts };
}

/** Both sides changed it: undefined where they changed the same. */
function mergeItem(was: Item | undefined, mine: Item, other: Item): { value: Correction; lines: string } | undefined {
  const whose = mergeValue(was?.value ?? null, mine.value, other.value);
  if (whose === 'conflict') return undefined;
  const [lead, second] = whose === 'theirs' ? [other, mine] : [mine, other];
  const taken: Record<string, { yaml: string } | null> = {};
  for (const key of new Set([...lead.others.keys(), ...second.others.keys()])) {
    const from = mergeValue(was?.others.get(key) ?? null, lead.others.get(key) ?? null, second.others.get(key) ?? null);
    if (from === 'conflict' || (from === 'theirs' && key.startsWith('target.'))) return undefined;
    const pair = pairOf(second.node as never, key);
    if (from === 'theirs') taken[key] = pair ? { yaml: flowText(pair.value) } : null;
  }
  return { value: lead.value, lines: withKeys(lead.lines, taken, 'corrections') };
}

function replacing(ours: SidecarSource, mine: Item, correction: Correction, lines: string): SidecarOperation[] {
  const before = mine.index === 0 ? null : ours.correctionItems[mine.index - 1]!.value;
  return [
    { kind: 'deleteCorrection', correction: mine.value },
    {
      kind: 'addCorrection',
      correction,
      source: { lines, ...(before === undefined ? {} : { follows: before, above: '' }) },
    },
  ];
}

const isAsWritten = (one: Item, other: Item): boolean =>
  one.lines === other.lines ||
  (same(one.value, other.value) &&
    canonical([...one.others].sort()) === canonical([...other.others].sort()) &&
    writingOf(one.node, one.lines) === writingOf(other.node, other.lines));

function itemsOf(source: SidecarSource): Items {
  const { text, correctionItems } = source;
  const names = entryNames(source, 'corrections');
  if (correctionItems.length === 0) return new Map();
  const layout = layoutOf(source, 'corrections');
  return new Map(
    correctionItems.flatMap((item, index): [string, Item][] => {
      const { value, others } = item;
      if (!value) return [];
      const lines = indentLines(writtenItem(text, layout, index).lines, 2);
      const node = () => item.entry.node;
      return [
        [
          names[index]!,
          {
            index,
            value,
            others,
            lines,
            get node() {
              return node();
            },
          },
        ],
      ];
    }),
  );
}
