import { type Disposable, type LogOutputChannel, type TextDocument, workspace } from 'vscode';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import { queueByKey } from '../store/queueByKey';
import type { Analyses } from './analyses';
import type { LiveAnnotations } from './annotations';
import { engine } from './engine';
import { LANGUAGE } from './ids';
import type { LastSeen } from './lastSeen';
import { showError } from './messages';
import { type Sidecars, sidecarOf } from './sidecars';
import { fileName } from './wording';

/**
 * When a transcript is saved, the annotations whose words were edited in this window get their new target in the sidecar.
 * Closing without saving writes nothing; a changed figure is left to a person.
 */
export function recordEdits({ analyses, annotations, sidecars, lastSeen, log }: Parts): Disposable {
  const record = async (document: TextDocument) => {
    const live = annotations.get(document);
    const edited = live.filter(({ range, isEdited }) => range && isEdited);
    const { source } = analyses.get(document);
    const operations = edited.map(({ annotation, range }): SidecarOperation => {
      const target = engine().describeTarget(source.text, source.span(range!));
      annotations.willRecord(annotation.id, target);
      return { kind: 'change', id: annotation.id, changes: { target }, ifStill: { target: annotation.target } };
    });
    if (operations.length === 0) {
      await lastSeen.keep(document, live);
      return;
    }
    const applied = await sidecars.apply(document.uri, operations);
    if ('refused' in applied) {
      // one entry that somebody else has changed must not keep the others from being recorded
      for (const operation of operations.length > 1 ? operations : []) await sidecars.apply(document.uri, [operation]);
      log.warn(`edited passages of ${document.uri.toString()} not all recorded: ${applied.refused.code}`);
    }
    await annotations.ready(document);
  };
  /** What is edited and saved again at once is compared with what was recorded before, not with what was before that. */
  const inTurn = queueByKey();
  return workspace.onDidSaveTextDocument((document) => {
    if (document.languageId !== LANGUAGE) return;
    inTurn(document.uri.toString(), async () => {
      // what is typed meanwhile is recorded when it is saved
      if (!document.isDirty) await record(document);
    }).catch((error) => showError(log, error, fileName(sidecarOf(document.uri))));
  });
}

interface Parts {
  readonly analyses: Analyses;
  readonly annotations: LiveAnnotations;
  readonly sidecars: Sidecars;
  readonly lastSeen: LastSeen;
  readonly log: LogOutputChannel;
}
