import { CodeLens, commands, Disposable, l10n, languages, Range, type TextDocument, window, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { hasConflict } from '../../core/yaml/conflictMarkers';
import { COMMANDS, CONTEXT } from '../../host/ids';

/** A sidecar in conflict says on its first line, and beside its tab, that it can be merged by entry. */
export function registerConflictLens(): Disposable {
  // old versions that git shows are not to be merged
  const isInConflict = (document: TextDocument | undefined) =>
    document?.uri.path.endsWith(SIDECAR_SUFFIX) === true &&
    workspace.fs.isWritableFileSystem(document.uri.scheme) === true &&
    hasConflict(document.getText());
  let told: boolean | undefined;
  const tell = () => {
    const now = isInConflict(window.activeTextEditor?.document);
    if (now !== told) commands.executeCommand('setContext', CONTEXT.hasConflict, now);
    told = now;
  };
  tell();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(tell),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) tell();
    }),
    languages.registerCodeLensProvider(
      { pattern: `**/*${SIDECAR_SUFFIX}` },
      {
        provideCodeLenses(document) {
          if (!isInConflict(document)) return [];
          const title = `$(git-merge) ${l10n.t('Merge Annotations by Entry')}`;
          const command = { title, command: COMMANDS.resolveConflict, arguments: [document.uri] };
          return [new CodeLens(new Range(0, 0, 0, 0), command)];
        },
      },
    ),
  );
}
