import type { YAMLMap } from 'yaml';
import { FileText } from '../yaml/fileText';
import { indentLines, layList } from '../yaml/listLayout';
import { setKeys } from '../yaml/mapLayout';
import { pairOf } from '../yaml/nodes';
import { canonical, shapeOf } from '../yaml/shape';
import { applySplices, UnknownLayout } from '../yaml/splice';
import { flowText } from '../yaml/writeYaml';
import type { Annotation, Correction } from './annotation';
import { editSidecar } from './editSidecar';
import { ANNOTATION_KEYS, otherShapes } from './entryKeys';
import { type MergedEntry, mergeEntry, sameEntry } from './mergeEntry';
import { mergeKeys } from './mergeKeys';
import { idOfContent } from './newAnnotationId';
import type { Refused } from './plan';
import { writtenItem } from './planLists';
import { readSidecar, type SidecarSource, type SourceItem } from './sidecar';
import type { SidecarOperation } from './sidecarOperation';

export type Side = 'base' | 'ours' | 'theirs';

export type SidecarMerge =
  | {
      readonly text: string;
      /** Ids of entries that both sides changed differently, or one changed and the other deleted; for keys outside
       *  of entries, their names. Both versions are in the text. */
      readonly conflicts: readonly string[];
    }
  | { readonly refused: Refused; readonly side: Side };

/**
 * Merges two descendants of `base` by entry: ours, with what theirs changed. `base` is empty where both added the file.
 * Refuses where a side cannot be understood or the merge cannot be written without loss. Never throws.
 */
export function mergeSidecars(base: string, ours: string, theirs: string): SidecarMerge {
  const sources = { base: readSidecar(base), ours: readSidecar(ours), theirs: readSidecar(theirs) };
  for (const side of ['base', 'ours', 'theirs'] as const) {
    if (!sources[side].writable) return { refused: sources[side].problems[0]!, side };
  }
  if (ours === theirs || theirs === base) return { text: ours, conflicts: [] };
  if (ours === base) return { text: theirs, conflicts: [] };
  const refused = refuseUnclear(sources.base, sources.ours, sources.theirs);
  if (refused) return refused;
  try {
    return new Merger(sources.base, sources.ours, sources.theirs).merge();
  } catch (error) {
    if (error instanceof UnknownLayout) return { refused: { code: 'unknownLayout' }, side: 'theirs' };
    throw error;
  }
}

/** Entries that cannot be told apart, and bad ones that only theirs has: a merge by entry would lose them. */
function refuseUnclear(base: SidecarSource, ours: SidecarSource, theirs: SidecarSource): SidecarMerge | undefined {
  for (const [side, source] of Object.entries({ base, ours, theirs })) {
    const twice = source.problems.find(({ code }) => code === 'duplicateId');
    if (twice) return { refused: twice, side: side as Side };
  }
  const bad = (source: SidecarSource) =>
    [...source.annotationItems, ...source.correctionItems].filter(({ value }) => value === undefined);
  const known = new Set([...bad(base), ...bad(ours)].map(({ node }) => shapeOf(node)));
  const lost = bad(theirs).find(({ node }) => !known.has(shapeOf(node)));
  return lost && { refused: { code: 'badEntry', line: lost.line, detail: '' }, side: 'theirs' };
}

interface Entry extends MergedEntry {
  readonly node: unknown;
  readonly index: number;
}

class Merger {
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

  merge(): SidecarMerge {
    for (const [id, entry] of this.entries.theirs) this.mergeTheirs(id, entry);
    for (const [id, was] of this.entries.base) this.mergeDeletion(id, was);
    const keys = mergeKeys(this.base, this.ours, this.theirs);
    const edit = editSidecar(
      this.ours.file.raw,
      [
        ...this.replacements,
        ...this.changes,
        ...this.otherKeys,
        ...this.deletions,
        ...this.additions,
        ...this.mergeCorrections(),
        ...keys.operations,
      ],
      '',
    );
    if ('refused' in edit) return { refused: edit.refused, side: 'ours' };
    const file = new FileText(edit.text);
    const text = file.spliced(keys.remarks(file));
    return { text: text.raw, conflicts: [...this.conflicts, ...keys.conflicts] };
  }

  private mergeTheirs(id: string, theirs: Entry): void {
    const ours = this.entries.ours.get(id);
    const base = this.entries.base.get(id);
    if (!ours) {
      if (base && sameEntry(base, theirs)) return;
      if (base) this.conflicts.push(id);
      this.additions.push({
        kind: 'restore',
        annotation: theirs.value,
        source: { lines: this.lines('theirs', theirs) },
      });
      return;
    }
    if (base && this.lines('ours', ours) === this.lines('base', base)) {
      const lines = this.lines('theirs', theirs);
      if (lines !== this.lines('base', base)) {
        this.replacements.push({ kind: 'replace', annotation: theirs.value, lines });
      }
      return;
    }
    const { changes, others, conflict } = mergeEntry(base, ours, theirs);
    if (Object.keys(changes).length > 0) this.changes.push({ kind: 'change', id, changes });
    if (others.length > 0) {
      const keys = others.map((key) => {
        const pair = pairOf(theirs.node as YAMLMap, key);
        return [key, pair ? flowText(pair.value) : null];
      });
      this.otherKeys.push({ kind: 'setOtherKeys', of: { id }, keys: Object.fromEntries(keys) });
    }
    if (!conflict) return;
    this.conflicts.push(id);
    this.keepBeside(id, theirs);
  }

  private mergeDeletion(id: string, was: Entry): void {
    const ours = this.entries.ours.get(id);
    if (!ours || this.entries.theirs.has(id)) return;
    if (sameEntry(ours, was)) this.deletions.push({ kind: 'delete', id });
    else this.conflicts.push(id);
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
      const lines = withKeys(this.lines('theirs', theirs), { id: annotation.id, conflictsWith: id });
      this.additions.unshift({ kind: 'restore', annotation, source: { lines, follows: id, above: '' } });
      return;
    }
  }

  private *mergeCorrections(): Generator<SidecarOperation> {
    const [base, ours, theirs] = [this.base, this.ours, this.theirs].map(correctionsOf) as [
      Corrections,
      Corrections,
      Corrections,
    ];
    for (const [content, { value }] of base) {
      if (ours.has(content) && !theirs.has(content)) yield { kind: 'deleteCorrection', correction: value! };
    }
    for (const [content, { value, index }] of theirs) {
      if (base.has(content) || ours.has(content)) continue;
      const { lines } = writtenItem(
        this.theirs.text,
        layList(this.theirs.text, pairOf(this.theirs.root, 'corrections')!),
        index,
      );
      yield { kind: 'addCorrection', correction: value!, source: { lines } };
    }
  }

  /** How an entry is written, wherever its list is indented and however its lines end. */
  private readonly layouts = new Map<Side, ReturnType<typeof layList>>();
  private lines(side: Side, { index }: Entry): string {
    const source = this[side];
    const layout = this.layouts.get(side) ?? layList(source.text, pairOf(source.root, 'annotations')!);
    this.layouts.set(side, layout);
    return indentLines(writtenItem(source.text, layout, index).lines, 2);
  }
}

const entriesOf = ({ annotationItems }: SidecarSource): Map<string, Entry> =>
  new Map(
    annotationItems.flatMap(({ node, value }, index) =>
      value ? [[value.id, { node, index, value, others: otherShapes(node, 'annotations') }]] : [],
    ),
  );

type Corrections = ReadonlyMap<string, SourceItem<Correction> & { readonly index: number }>;
const correctionsOf = ({ correctionItems }: SidecarSource): Corrections =>
  new Map(correctionItems.flatMap((item, index) => (item.value ? [[canonical(item.value), { ...item, index }]] : [])));

/** Gives the entry that `lines` hold other values under some keys. */
function withKeys(lines: string, values: Readonly<Record<string, string>>): string {
  const head = 'annotations:\n';
  const text = head + lines;
  const { annotationItems } = readSidecar(text);
  return applySplices(text, setKeys(text, annotationItems[0]?.node as YAMLMap, values, ANNOTATION_KEYS)).slice(
    head.length,
  );
}
