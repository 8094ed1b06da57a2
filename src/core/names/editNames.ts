import { insertItems, type ListLayout, layBlock, layList } from '../yaml/listLayout';
import { setKeys } from '../yaml/mapLayout';
import { canonical } from '../yaml/shape';
import { rangeOf, refuseReferences, type Splice, UnknownLayout } from '../yaml/splice';
import { type TakeBack, takeBack, takenBack } from '../yaml/takeBack';
import { flowText, itemLines } from '../yaml/writeYaml';
import { type NamesFormat, type NamesProblem, type NamesSource, readNames } from './readNames';

/** One change of a file of names: replayed on the file as it is when it is written. */
export type NamesOperation =
  /** `words` join a list of the entry that has the name; it is begun where there is none. */
  | { readonly kind: 'addWords'; readonly name: string; readonly key: string; readonly words: readonly string[] }
  | { readonly kind: 'removeWords'; readonly name: string; readonly key: string; readonly words: readonly string[] }
  | TakeBack<NamesOperation>;

export type NamesRefused =
  | NamesProblem
  | { readonly code: 'unknownLayout' }
  /** `detail` has an entry of its own, or is a name of another entry; the file is not what it was. */
  | { readonly code: 'hasEntry' | 'changedSince'; readonly detail: string };

export type NamesEdit =
  | { readonly text: string; readonly undo: readonly NamesOperation[] }
  | { readonly refused: NamesRefused };

type Format = NamesFormat<string, string, string>;
type Source = NamesSource<string, string, string>;

class RefusedChange extends Error {
  constructor(readonly refused: NamesRefused) {
    super(refused.code);
  }
}

/**
 * Applies operations, all or none, to the text of a file of names by splicing the lines that they are about: everything
 * else stays as it was, byte for byte. `text` is undefined where there is no file yet. Never throws.
 */
export function editNames(text: string | undefined, format: Format, operations: readonly NamesOperation[]): NamesEdit {
  const before = text ?? '';
  try {
    const { source, undo } = performAll(readNames(before, format), format, operations);
    const after = source.file.raw;
    return { text: after, undo: undo.length > 0 ? [takeBack(before, after, undo)] : [] };
  } catch (error) {
    if (error instanceof RefusedChange) return { refused: error.refused };
    if (error instanceof UnknownLayout) return { refused: { code: 'unknownLayout' } };
    throw error;
  }
}

interface Step {
  readonly source: Source;
  readonly undo: readonly NamesOperation[];
}

const performAll = (source: Source, format: Format, operations: readonly NamesOperation[]): Step =>
  operations.reduce<Step>(
    (step, operation) => {
      const next = perform(step.source, format, operation);
      return { source: next.source, undo: [...next.undo, ...step.undo] };
    },
    { source, undo: [] },
  );

function perform(source: Source, format: Format, operation: NamesOperation): Step {
  const fault = faultOf(source);
  if (fault) throw new RefusedChange(fault);
  switch (operation.kind) {
    case 'takeBack': {
      const earlier = takenBack(source.file.raw, operation);
      if (earlier !== undefined)
        return { source: readNames(earlier, format), undo: [takeBack(earlier, source.file.raw, [])] };
      if (operation.otherwise.length === 0) throw new RefusedChange({ code: 'changedSince', detail: '' });
      return performAll(source, format, operation.otherwise);
    }
    case 'addWords':
      return addWords(source, format, operation);
    case 'removeWords': {
      const { name, key, words } = operation;
      const at = indexOf(source, format, name);
      const gone = new Set(words.map(format.keyOf));
      const now = at < 0 ? [] : listAt(source, at, key);
      const left = now.filter((word) => !gone.has(format.keyOf(word)));
      if (left.length === now.length) throw new RefusedChange({ code: 'changedSince', detail: name });
      const undo = now.filter((word) => gone.has(format.keyOf(word)));
      return { source: setList(source, format, at, key, left), undo: [{ kind: 'addWords', name, key, words: undo }] };
    }
  }
}

/** Why the file as a whole is not understood. */
const faultOf = ({ problems }: Source): NamesProblem | undefined =>
  problems.find(({ code }) => code === 'unparseable' || code === 'notNames');

function addWords(
  source: Source,
  format: Format,
  { name, key, words }: Extract<NamesOperation, { kind: 'addWords' }>,
): Step {
  const at = indexOf(source, format, name);
  const known = at < 0 ? [] : listAt(source, at, key);
  const has = new Set([name, ...known].map(format.keyOf));
  const fresh = words.filter((word) => word.trim() !== '' && !has.has(format.keyOf(word)));
  if (fresh.length === 0) return { source, undo: [] };
  const taken = key === format.same && fresh.find((word) => indexOf(source, format, word) >= 0);
  if (taken) throw new RefusedChange({ code: 'hasEntry', detail: taken });
  const undo: NamesOperation[] = [{ kind: 'removeWords', name, key, words: fresh }];
  if (at >= 0) return { source: setList(source, format, at, key, [...known, ...fresh]), undo };
  const lines = itemLines({ name, [key]: fresh }, [key]);
  const next = readNames(source.file.spliced(inserted(source, format, lines)), format);
  expect(next, [...source.entries, { ...emptyEntry(format), name, [key]: fresh }]);
  return { source: next, undo };
}

/** The entry that has a name, as its own or as another of the same. */
const indexOf = ({ entries }: Source, { same, keyOf }: Format, name: string): number =>
  entries.findIndex((entry) => [entry.name, ...entry[same]!].some((word) => keyOf(word) === keyOf(name)));

const listAt = ({ entries }: Source, at: number, key: string): readonly string[] =>
  (entries[at] as unknown as Record<string, readonly string[]>)[key] ?? [];

const emptyEntry = ({ same, lists }: Format) => Object.fromEntries([same, ...lists].map((key) => [key, []]));

function setList(source: Source, format: Format, at: number, key: string, words: readonly string[]): Source {
  const order = ['name', format.same, ...format.lists, ...format.words];
  const values = { [key]: words.length > 0 ? words : null };
  const next = readNames(source.file.spliced(setKeys(source.file.text, source.nodes[at]!, values, order)), format);
  expect(
    next,
    source.entries.map((entry, index) => (index === at ? { ...entry, [key]: words } : entry)),
  );
  return next;
}

/** The lines of an entry behind the last one; the key of the list is written where the file has none. */
function inserted({ file: { text, isBlank }, list, pair }: Source, format: Format, lines: string): readonly Splice[] {
  const end = { from: text.length, to: text.length };
  if (isBlank) return [{ ...end, text: `${format.list}:\n${lines.replace(/^(?=.)/gmu, '  ')}` }];
  // a list alone in a file, of which nothing is left but comments
  if (!list && !pair) return [{ ...end, text: lines }];
  refuseReferences(list);
  if (!pair && list!.items.length === 0) return [{ ...rangeOf(list), text: lines.trimEnd() }];
  const layout = pair ? layList(text, pair) : layAlone(text, list!);
  const gap = layout.items.length;
  return insertItems(text, pair!, layout, [{ gap, lines, flow: () => flowText(readItem(lines, format)) }]);
}

const layAlone = (text: string, list: NonNullable<Source['list']>): ListLayout =>
  list.flow
    ? { style: 'flow', items: list.items.map(rangeOf), indent: 0, head: 0 }
    : { ...layBlock(text, list, 0), head: 0 };

const readItem = (lines: string, format: Format): unknown => readNames(lines, format).nodes[0];

function expect(source: Source, expected: readonly object[]): void {
  if (faultOf(source) || canonical(source.entries) !== canonical(expected))
    throw new UnknownLayout('an unexpected result');
}
