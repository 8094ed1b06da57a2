import { isMap, isSeq } from 'yaml';
import { readYaml } from '../yaml/readYaml';
import { rangeOf } from '../yaml/splice';
import type { Annotation, Correction } from './annotation';
import { type ListKey, otherShapes } from './entryKeys';
import { EntryReader } from './readEntry';
import { type WideComma, wideCommas } from './wideCommas';

/** What one entry of a list says. Offsets count in the text that it was read from. */
export interface EntryFacts<T> {
  /** Undefined for a bad entry. */
  readonly value?: T;
  /** Why it is one. */
  readonly fault?: string;
  /** The shapes of the keys that the model does not know. */
  readonly others: ReadonlyMap<string, string>;
  /** From its first key to behind its last word. */
  readonly from: number;
  readonly to: number;
  readonly wide: readonly WideComma[];
}

/** An entry in YAML, with the text in which its offsets count and where that begins in the file. */
export interface EntryNode {
  readonly node: unknown;
  readonly text: string;
  readonly offset: number;
}

type Entry = Annotation | Correction;

export function factsOf(node: unknown, list: ListKey, reader: EntryReader): EntryFacts<Entry> {
  const reading = list === 'annotations' ? reader.annotation(node) : reader.correction(node);
  const wide = list === 'annotations' && 'value' in reading ? wideCommas(node) : [];
  return { ...reading, others: otherShapes(node, list), ...rangeOf(node), wide };
}

/** As many entries as several large sidecars have; what was read longest ago goes first. */
const KEPT = 20_000;

/**
 * What entries say by the lines that they are written in, so that none is read twice while it stays as it is. It belongs to
 * whoever reads the same files again and again.
 */
export class EntryCache {
  private recent = new Map<string, EntryFacts<Entry>>();
  private earlier: ReadonlyMap<string, EntryFacts<Entry>> = new Map();

  /** Undefined where the lines are not the one entry that they seem to be, or refer to others. */
  read(list: ListKey, lines: string): EntryFacts<Entry> | undefined {
    // a text of its own, which does not keep the file that it was cut from in memory
    const words = `${list}:\n${lines}`;
    const known = this.recent.get(words);
    if (known) return known;
    const facts = this.earlier.get(words) ?? readAlone(list, words);
    if (!facts) return undefined;
    if (this.recent.size >= KEPT) {
      this.earlier = this.recent;
      this.recent = new Map();
    }
    this.recent.set(words, facts);
    return facts;
  }
}

function readAlone(list: ListKey, words: string): EntryFacts<Entry> | undefined {
  const { document, aliases } = readYaml(words);
  if ([...aliases.values()].includes(undefined)) return undefined;
  const node = onlyEntry(document?.contents);
  return node === undefined ? undefined : factsOf(node, list, new EntryReader(aliases));
}

/** The entry of a list that stands under one key and has no other. */
function onlyEntry(contents: unknown): unknown {
  const list = isMap(contents) && contents.items.length === 1 ? contents.items[0]!.value : undefined;
  return isSeq(list) && list.items.length === 1 ? list.items[0] : undefined;
}

/** The entry that lines hold which were read before; `start` is where they begin in the file. */
export function parseAlone(list: ListKey, lines: string, start: number): EntryNode {
  const text = `${list}:\n${lines}`;
  return { node: onlyEntry(readYaml(text).document?.contents), text, offset: start + lines.length - text.length };
}
