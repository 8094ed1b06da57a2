import type { YAMLMap } from 'yaml';
import { mergeText } from '../text/mergeText';
import { indentLines, type ListLayout } from '../yaml/listLayout';
import { pairOf } from '../yaml/nodes';
import { canonical } from '../yaml/shape';
import { flowText } from '../yaml/writeYaml';
import type { Annotation } from './annotation';
import { editSidecar } from './editSidecar';
import { layoutOf } from './layoutOf';
import { mergeCorrections } from './mergeCorrections';
import { type EntryMerge, type MergedEntry, mergeEntry, sameEntry } from './mergeEntry';
import { type KeyMerge, mergeKeys } from './mergeKeys';
import { mergeOrder } from './mergeOrder';
import { idOfContent } from './newAnnotationId';
import type { Refused } from './plan';
import { writtenItem } from './planLists';
import type { Remark } from './remarks';
import { readSidecar, type SidecarSource } from './sidecar';
import type { SidecarOperation } from './sidecarOperation';
import { withKeys } from './withKeys';
import { keysOf, writingOf } from './writing';

export type Side = 'base' | 'ours' | 'theirs';

interface Entry extends MergedEntry {
  /** Read when it is asked for. */
  readonly node: unknown;
  readonly index: number;
}

/** Decides entry by entry what theirs changed in ours, and carries it out together with the other parts of the file. */
export class Merger {
  private readonly entries: Record<Side, ReadonlyMap<string, Entry>>;
  private readonly conflicts: string[] = [];
  private readonly replacements: SidecarOperation[] = [];
  private readonly changes: SidecarOperation[] = [];
  private readonly otherKeys: SidecarOperation[] = [];
  private readonly deletions: SidecarOperation[] = [];
  private readonly additions: SidecarOperation[] = [];

  constructor(
    private readonly base: SidecarSource,
    private readonly ours: SidecarSource,
    private readonly theirs: SidecarSource,
  ) {
    this.entries = { base: entriesOf(base), ours: entriesOf(ours), theirs: entriesOf(theirs) };
  }

  merge(): { text: string; conflicts: string[]; remarks: Remark[] } | { refused: Refused; side: Side } {
    for (const [id, entry] of this.entries.theirs) this.mergeTheirs(id, entry);
    for (const [id, was] of this.entries.base) this.mergeDeletion(id, was);
    const keys: KeyMerge = mergeKeys(this.base, this.ours, this.theirs);
    const corrections = mergeCorrections(this.base, this.ours, this.theirs);
    const edit = editSidecar(
      this.ours.file.raw,
      [
        ...this.replacements,
        ...this.changes,
        ...this.otherKeys,
        ...this.deletions,
        ...this.additions,
        ...corrections.operations,
        ...keys.operations,
      ],
      '',
      this.ours.cache,
    );
    if ('refused' in edit) return { refused: edit.refused, side: 'ours' };
    const remarks = corrections.conflicts.flatMap(({ name, theirs }): Remark[] =>
      theirs === null ? [] : [{ name, key: 'corrections', entry: name, words: theirs }],
    );
    return {
      text: edit.text,
      conflicts: [
        ...this.conflicts,
        ...keys.conflicts.map(({ name }) => name),
        ...corrections.conflicts.map(({ exact }) => `correction of ${exact}`),
      ],
      remarks: [...keys.conflicts.filter(({ words }) => words !== ''), ...remarks],
    };
  }

  private mergeTheirs(id: string, theirs: Entry): void {
    const ours = this.entries.ours.get(id);
    const base = this.entries.base.get(id);
    if (!ours) {
      if (base && this.isAsWritten('base', base, 'theirs', theirs)) return;
      if (base) this.conflicts.push(id);
      const follows = base ? { follows: this.neighbour(theirs) } : {};
      const source = { lines: this.lines('theirs', theirs), ...follows };
      this.additions.push({ kind: 'restore', annotation: theirs.value, source });
      return;
    }
    if (base && this.lines('theirs', theirs) === this.lines('base', base)) return;
    if (base && this.lines('ours', ours) === this.lines('base', base)) {
      this.replacements.push({ kind: 'replace', annotation: theirs.value, lines: this.lines('theirs', theirs) });
      return;
    }
    const merge = mergeEntry(base, ours, theirs);
    if (base && !merge.conflict && this.mergeLines(base, ours, theirs, merge)) return;
    if (!merge.conflict && base && isReordered(base, theirs, ours)) {
      // theirs has an order of keys that ours has not: then theirs is taken, with what ours changed
      const lines = withMerge(this.lines('theirs', theirs), id, mergeEntry(base, theirs, ours), ours);
      const annotation =
        lines === undefined ? undefined : readSidecar(`annotations:\n${lines}`).annotationItems[0]?.value;
      if (lines !== undefined && annotation && !isReordered(base, ours, theirs)) {
        this.replacements.push({ kind: 'replace', annotation, lines });
        return;
      }
    }
    this.changes.push(...operationsOf(id, merge, theirs).filter(({ kind }) => kind === 'change'));
    this.otherKeys.push(...operationsOf(id, merge, theirs).filter(({ kind }) => kind === 'setOtherKeys'));
    if (!merge.conflict && !(base && isReordered(base, theirs, ours))) return;
    this.conflicts.push(id);
    this.keepBeside(id, theirs);
  }

  /** Merges the lines of an entry, if that says what merging it key by key says. */
  private mergeLines(base: Entry, ours: Entry, theirs: Entry, merge: EntryMerge): boolean {
    const [was, mine, other] = [this.lines('base', base), this.lines('ours', ours), this.lines('theirs', theirs)];
    const { text: lines, conflicts } = mergeText(was, mine, other);
    if (conflicts > 0) return false;
    const read = readSidecar(`annotations:\n${lines}`);
    const [item, ...more] = read.annotationItems;
    if (!read.writable || !item?.value || more.length > 0) return false;
    const expected: Record<string, unknown> = { ...ours.value, ...merge.changes };
    const value = Object.fromEntries(Object.entries(expected).filter(([, part]) => part !== null));
    const others = new Map(ours.others);
    for (const key of merge.others) {
      const shape = theirs.others.get(key);
      if (shape === undefined) others.delete(key);
      else others.set(key, shape);
    }
    const entry = { value: item.value, others: item.others };
    if (!sameEntry(entry, { value: value as unknown as Annotation, others })) return false;
    if (lines !== mine) this.replacements.push({ kind: 'replace', annotation: item.value, lines });
    return true;
  }

  /** The entry before it in theirs that ours has as well, or gets before it. */
  private neighbour({ index }: Entry): string | null {
    const before = this.theirs.annotationItems.slice(0, index).flatMap(({ value }) => (value ? [value.id] : []));
    const isThere = (id: string) =>
      this.entries.ours.has(id) || this.additions.some((added) => 'annotation' in added && added.annotation.id === id);
    return before.findLast(isThere) ?? null;
  }

  private mergeDeletion(id: string, was: Entry): void {
    const ours = this.entries.ours.get(id);
    if (!ours || this.entries.theirs.has(id)) return;
    if (this.isAsWritten('base', was, 'ours', ours)) this.deletions.push({ kind: 'delete', id });
    else this.conflicts.push(id);
  }

  /** Whether an entry has not been touched: its lines are the same, or laid out otherwise with the same in them. */
  private isAsWritten(side: Side, one: Entry, otherSide: Side, other: Entry): boolean {
    const [a, b] = [this.lines(side, one), this.lines(otherSide, other)];
    return a === b || (sameEntry(one, other) && writingOf(one.node, a) === writingOf(other.node, b));
  }

  /** Adds their version of an entry directly behind ours, unless an earlier merge has done so. */
  private keepBeside(id: string, theirs: Entry): void {
    const { conflictsWith: _, ...words } = theirs.value;
    const content = canonical([words, [...theirs.others].sort()]);
    for (let attempt = 0; ; attempt++) {
      const annotation: Annotation = {
        ...words,
        id: idOfContent(attempt === 0 ? content : `${content} ${attempt}`),
        conflictsWith: id,
      };
      const taken = this.entries.ours.get(annotation.id) ?? this.entries.theirs.get(annotation.id);
      if (taken && sameEntry(taken, { value: annotation, others: theirs.others })) return;
      if (taken) continue;
      const lines = withKeys(this.lines('theirs', theirs), { id: annotation.id, conflictsWith: id }, 'annotations');
      this.additions.unshift({ kind: 'restore', annotation, source: { lines, follows: id, above: '' } });
      return;
    }
  }

  /** How an entry is written, wherever its list is indented and however its lines end. */
  private readonly layouts = new Map<Side, ListLayout>();
  private lines(side: Side, { index }: Entry): string {
    const source = this[side];
    const layout = this.layouts.get(side) ?? layoutOf(source, 'annotations');
    this.layouts.set(side, layout);
    return indentLines(writtenItem(source.text, layout, index).lines, 2);
  }
}

const entriesOf = ({ annotationItems }: SidecarSource): Map<string, Entry> =>
  new Map(
    annotationItems.flatMap((item, index): [string, Entry][] => {
      const { value, others } = item;
      return value
        ? [
            [
              value.id,
              {
                index,
                value,
                others,
                get node() {
                  return item.entry.node;
                },
              },
            ],
          ]
        : [];
    }),
  );

/** Whether `one` has keys, of itself or of its target, in an order that is neither the old one nor that of `other`. */
function isReordered(base: Entry, one: Entry, other: Entry): boolean {
  const parts = [base, other, one].map(({ node }) => [node, pairOf(node as YAMLMap, 'target')?.value].map(keysOf));
  const [was, second, first] = parts as [string[][], string[][], string[][]];
  return was.some((keys, part) => mergeOrder(keys, second[part]!, first[part]!) !== 'ours');
}

/** What a merge takes over from `from`. */
function operationsOf(id: string, { changes, others }: EntryMerge, from: Entry): SidecarOperation[] {
  const keys = others.map((key) => {
    const pair = pairOf(from.node as YAMLMap, key);
    return [key, pair ? flowText(pair.value) : null];
  });
  return [
    ...(Object.keys(changes).length > 0 ? [{ kind: 'change' as const, id, changes }] : []),
    ...(keys.length > 0 ? [{ kind: 'setOtherKeys' as const, of: { id }, keys: Object.fromEntries(keys) }] : []),
  ];
}

/** The lines of an entry with what a merge takes over from `from`. */
function withMerge(lines: string, id: string, merge: EntryMerge, from: Entry): string | undefined {
  const head = 'annotations:\n';
  const edit = editSidecar(head + lines, operationsOf(id, merge, from), '');
  return 'text' in edit && edit.text.startsWith(head) ? edit.text.slice(head.length) : undefined;
}
