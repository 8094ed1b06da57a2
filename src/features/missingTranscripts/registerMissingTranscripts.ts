import {
  CodeAction,
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { fileExists } from '../../host/fileExists';
import { COMMANDS } from '../../host/ids';
import { OwnDiagnostic, wholeLine } from '../../host/ownDiagnostic';
import type { Services } from '../../host/services';
import { transcriptOf } from '../../host/sidecars';
import { fileName } from '../../host/wording';
import { mayBeCopy, sidecarCopies } from '../../store/sidecarCopies';
import { followSidecars } from './followSidecars';
import { relink } from './relink';

const KIND = 'noTranscript';

/** Sidecars whose transcript is gone: said in the Problems panel, also of those that nobody has opened, and re-linked. */
export function registerMissingTranscripts(services: Services): Disposable {
  const { folders, log } = services;
  const collection = languages.createDiagnosticCollection('policy-transcript-files');
  const check = async (sidecar: Uri) => {
    const [isThere, hasTranscript] = await Promise.all([sidecar, transcriptOf(sidecar)].map(fileExists));
    const words = l10n.t('The transcript of these annotations is missing. Re-link them to where it is now.');
    if (!isThere || hasTranscript || (await isCopy(sidecar))) collection.delete(sidecar);
    else collection.set(sidecar, [new OwnDiagnostic(wholeLine(0), words, DiagnosticSeverity.Warning, KIND)]);
  };
  return Disposable.from(
    collection,
    followSidecars(check, folders, log),
    languages.registerCodeActionsProvider(
      { pattern: `**/*${SIDECAR_SUFFIX}` },
      {
        provideCodeActions: ({ uri }, _, { diagnostics }) =>
          diagnostics
            .filter((one) => one instanceof OwnDiagnostic && one.kind === KIND)
            .map((diagnostic) => {
              const action = new CodeAction(l10n.t('Re-link…'), CodeActionKind.QuickFix);
              action.command = { command: COMMANDS.relinkSidecar, title: action.title, arguments: [uri] };
              action.diagnostics = [diagnostic];
              return action;
            }),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    commands.registerCommand(COMMANDS.relinkSidecar, async (argument?: unknown) => {
      const sidecar = isUri(argument) ? argument : window.activeTextEditor?.document.uri;
      if (!sidecar?.path.endsWith(SIDECAR_SUFFIX)) {
        window.showInformationMessage(
          l10n.t(
            'Open the annotation file (*.annotations.yaml) whose transcript is missing, then run this command again.',
          ),
        );
        return;
      }
      await relink(services, sidecar).catch((error) => log.error(`cannot re-link ${sidecar.toString()}`, error));
    }),
  );
}

/** Whether it is told of as a second version of another sidecar. */
async function isCopy(sidecar: Uri): Promise<boolean> {
  const name = fileName(sidecar);
  if (!mayBeCopy(name)) return false;
  const entries = await workspace.fs.readDirectory(Uri.joinPath(sidecar, '..'));
  return sidecarCopies(entries.map(([entry]) => entry)).some((copy) => copy.name === name);
}

const isUri = (value: unknown): value is Uri => typeof value === 'object' && value !== null && 'scheme' in value;
