import { finish, type Steps } from '../steps';
import { FileText } from '../yaml/fileText';
import { UnknownLayout } from '../yaml/splice';
import { type TakeBack, takeBackSteps, takenBackSteps } from '../yaml/takeBack';
import { SIDECAR_VERSION, sidecarHead } from './annotation';
import { EntryCache } from './entryCache';
import { type Plan, type Refused, RefusedEdit } from './plan';
import { planAdds, planChanges, planDeletes, planReplacements } from './planAnnotations';
import { planAddCorrection, planDeleteCorrection, planFacts, planOtherKeys } from './planOthers';
import { readSteps, type SidecarSource } from './sidecar';
import { batchOperations, type SidecarOperation } from './sidecarOperation';
import { holds } from './verify';

export type SidecarEdit =
  | {
      readonly text: string;
      /** What takes the edit back, in this order. */
      readonly undo: readonly SidecarOperation[];
    }
  | { readonly refused: Refused };

/**
 * Applies operations, all or none, to the text of a sidecar by splicing the lines of their own entries: everything else
 * stays as it was, byte for byte. `text` is undefined where there is no file yet; `transcript` names it in a new one.
 * The result is read again and refused unless it says exactly what was asked for; `cache` knows what was read before. Never
 * throws.
 */
export const editSidecar = (...edit: Parameters<typeof editSteps>): SidecarEdit => finish(editSteps(...edit));

/** The same in steps, where the entries can be read one by one. */
export function* editSteps(
  text: string | undefined,
  operations: SidecarOperation | readonly SidecarOperation[],
  transcript: string,
  cache = new EntryCache(),
): Steps<SidecarEdit> {
  const before = text ?? newSidecar(transcript);
  const file = new FileText(before);
  try {
    const start = file.isBlank ? new FileText(newSidecar(transcript)) : file;
    const done = yield* perform(new Reading(start, cache), 'kind' in operations ? [operations] : operations);
    const after = done.now.file.raw;
    return { text: after, undo: done.undo.length > 0 ? [yield* takeBackSteps(before, after, done.undo)] : [] };
  } catch (error) {
    if (error instanceof RefusedEdit) return { refused: error.refused };
    if (error instanceof UnknownLayout) return { refused: { code: 'unknownLayout' } };
    throw error;
  }
}

const newSidecar = (transcript: string): string => `${sidecarHead(transcript)}version: ${SIDECAR_VERSION}\n`;

/** A file that is read when somebody asks what it says: to take back to the same bytes nobody has to. */
class Reading {
  private read: SidecarSource | undefined;

  constructor(
    readonly file: FileText,
    readonly cache: EntryCache,
    read?: SidecarSource,
  ) {
    this.read = read;
  }

  /** Throws `RefusedEdit`. */
  *source(): Steps<SidecarSource> {
    this.read ??= yield* readSteps(this.file, this.cache);
    if (!this.read.writable) throw new RefusedEdit(this.read.problems[0]!);
    return this.read;
  }
}

interface Performed {
  readonly now: Reading;
  readonly undo: readonly SidecarOperation[];
}

/** Throws `RefusedEdit` and `UnknownLayout`. */
function* perform(start: Reading, operations: readonly SidecarOperation[]): Steps<Performed> {
  let now = start;
  const undo: SidecarOperation[] = [];
  const batches = batchOperations(operations);
  if (batches.length === 0) yield* start.source();
  for (const batch of batches) {
    const [first] = batch;
    const done =
      first?.kind === 'takeBack' ? yield* performBack(now, first) : yield* performBatch(yield* now.source(), batch);
    undo.unshift(...done.undo);
    now = done.now;
  }
  return { now, undo };
}

function* performBack(now: Reading, operation: TakeBack<SidecarOperation>): Steps<Performed> {
  const earlier = yield* takenBackSteps(now.file.raw, operation);
  if (earlier === undefined) {
    if (operation.otherwise.length === 0) throw new RefusedEdit({ code: 'changedSince', detail: '' });
    return yield* perform(now, operation.otherwise);
  }
  const undo = [yield* takeBackSteps(earlier, now.file.raw, yield* redoing(now, operation))];
  return { now: new Reading(new FileText(earlier), now.cache), undo };
}

/** What does again what is taken back, where it can be told from the entries alone. */
function* redoing(now: Reading, { otherwise }: TakeBack<SidecarOperation>): Steps<readonly SidecarOperation[]> {
  try {
    return (yield* perform(now, otherwise)).undo;
  } catch (error) {
    if (!(error instanceof RefusedEdit || error instanceof UnknownLayout)) throw error;
    return [];
  }
}

function* performBatch(now: SidecarSource, batch: readonly SidecarOperation[]): Steps<Performed> {
  const plan = planBatch(now, batch);
  yield;
  const file = now.file.spliced(plan.splices);
  yield;
  const source = yield* readSteps(file, now.cache);
  if (!(yield* holds(now, plan, source))) throw new UnknownLayout('an unexpected result');
  return { now: new Reading(file, now.cache, source), undo: plan.undo };
}

/** All operations of a batch are of one kind, and none takes back. */
function planBatch(source: SidecarSource, batch: readonly SidecarOperation[]): Plan {
  const of = <K extends SidecarOperation['kind']>(...kinds: K[]) =>
    batch.filter((operation): operation is Extract<SidecarOperation, { kind: K }> =>
      (kinds as string[]).includes(operation.kind),
    );
  const first = batch[0]!;
  switch (first.kind) {
    case 'add':
    case 'restore':
      return planAdds(source, of('add', 'restore'));
    case 'change':
      return planChanges(source, of('change'));
    case 'delete':
      return planDeletes(source, of('delete'));
    case 'replace':
      return planReplacements(source, of('replace'));
    case 'addCorrection':
      return planAddCorrection(source, first);
    case 'deleteCorrection':
      return planDeleteCorrection(source, first);
    case 'setDocument':
      return planFacts(source, first);
    case 'setOtherKeys':
      return planOtherKeys(source, first);
    case 'takeBack':
      throw new UnknownLayout('taken back before');
  }
}
