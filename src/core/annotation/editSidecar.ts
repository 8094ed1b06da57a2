import { isBlankYaml } from '../yaml/readYaml';
import { applySplices, eolOf, UnknownLayout, withLastLineEnd, withLineEndAs } from '../yaml/splice';
import { SIDECAR_VERSION } from './annotation';
import { type Plan, type Refused, RefusedEdit } from './plan';
import { planAdds, planChanges, planDeletes, planReplacements } from './planAnnotations';
import { planAddCorrection, planDeleteCorrection, planFacts, planOtherKeys } from './planOthers';
import { readSidecar, type SidecarSource } from './sidecar';
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
 * The result is read again and refused unless it says exactly what was asked for. Never throws.
 */
export function editSidecar(
  text: string | undefined,
  operations: SidecarOperation | readonly SidecarOperation[],
  transcript: string,
): SidecarEdit {
  const current = text === undefined || isBlankYaml(text) ? newSidecar(transcript) : text;
  const edit = editSource(readSidecar(withLastLineEnd(current)), 'kind' in operations ? [operations] : operations);
  if ('refused' in edit) return edit;
  return { text: withLineEndAs(current, edit.source.text), undo: edit.undo };
}

const newSidecar = (transcript: string): string => `# Annotations of ${transcript}\nversion: ${SIDECAR_VERSION}\n`;

function editSource(
  source: SidecarSource,
  operations: readonly SidecarOperation[],
): { source: SidecarSource; undo: SidecarOperation[] } | { refused: Refused } {
  if (!source.writable) return { refused: source.problems[0]! };
  let now = source;
  const undo: SidecarOperation[] = [];
  try {
    for (const batch of batchOperations(operations)) {
      const plan = planBatch(now, batch);
      const next = readSidecar(applySplices(now.text, plan.splices, eolOf(now.text)));
      if (!holds(now, plan, next)) return { refused: { code: 'unknownLayout' } };
      undo.unshift(...plan.undo);
      now = next;
    }
  } catch (error) {
    if (error instanceof RefusedEdit) return { refused: error.refused };
    if (error instanceof UnknownLayout) return { refused: { code: 'unknownLayout' } };
    throw error;
  }
  return { source: now, undo };
}

/** All operations of a batch are of one kind. */
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
  }
}
