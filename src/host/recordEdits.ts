import { type Disposable, type LogOutputChannel, type TextDocument, workspace } from 'vscode';
import { queueByKey } from '../store/queueByKey';
import type { LiveAnnotations } from './annotations';
import { LANGUAGE } from './ids';
import type { LastSeen } from './lastSeen';
import { showError } from './messages';
import { type Sidecars, sidecarOf } from './sidecars';
import { fileName } from './wording';

/**
 * When a transcript is saved, the annotations whose words were edited in this window, or that would no longer be found
 * where they are, get their new target in the sidecar.
 * Closing without saving writes nothing; a changed figure is left to a person.
 */
export function recordEdits({ annotations, sidecars, lastSeen, log }: Parts): Disposable {
  const record = async (document: TextDocument) => {
    const operations = await annotations.operationsToRecord(document);
    if (operations.length === 0) {
      await lastSeen.keep(document, annotations.get(document));
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
  readonly annotations: LiveAnnotations;
  readonly sidecars: Sidecars;
  readonly lastSeen: LastSeen;
  readonly log: LogOutputChannel;
}
