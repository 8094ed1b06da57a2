import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import { showError } from '../../host/messages';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import { mergeDriver, wrapperText } from './mergeDriver';

const ATTRIBUTES = `*${SIDECAR_SUFFIX} merge=policy-transcripts`;

/** Merging annotations by entry: as git's merge driver, and on one click in a file with conflict markers. */
export function registerGitMerge(services: Services): Disposable {
  const { log, globalStorageUri, extensionUri, machine } = services;
  const wrapper = Uri.joinPath(globalStorageUri, 'merge-annotations.sh');
  // the extension's folder has another name after each update; repositories know the wrapper, which stays
  const refresh = async () => {
    if (!machine) return;
    await workspace.fs.createDirectory(globalStorageUri);
    const cli = Uri.joinPath(extensionUri, 'dist/cli.js').fsPath;
    await workspace.fs.writeFile(wrapper, new TextEncoder().encode(wrapperText(machine.runtime, cli)));
  };
  refresh().catch((error) => log.error('cannot write the merge driver', error));

  return Disposable.from(
    commands.registerCommand(COMMANDS.setUpGit, async () => {
      const folder = workspace.workspaceFolders?.[0]?.uri;
      if (!machine || folder?.scheme !== 'file') {
        window.showInformationMessage(l10n.t('Open a folder that is in a git repository first.'));
        return;
      }
      try {
        const root = await machine.git.root(folder.fsPath);
        await refresh();
        await machine.git.setConfig(root, 'merge.policy-transcripts.name', 'annotations of transcripts, by entry');
        await machine.git.setConfig(root, 'merge.policy-transcripts.driver', mergeDriver(wrapper.fsPath));
        const attributes = Uri.joinPath(Uri.file(root), '.gitattributes');
        await services.files.update(attributes, (text = '') => {
          if (text.split('\n').some((line) => line.trim() === ATTRIBUTES)) return undefined;
          return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${ATTRIBUTES}\n`;
        });
        window.showInformationMessage(
          l10n.t('Annotations now merge by entry here. Commit .gitattributes; each colleague runs this command once.'),
        );
      } catch (error) {
        log.error('cannot set up git', error as Error);
        window.showErrorMessage(l10n.t('git could not be set up: {0}', error instanceof Error ? error.message : ''));
      }
    }),
    commands.registerCommand(COMMANDS.resolveConflict, async (argument?: Uri) => {
      const sidecar = argument ?? window.activeTextEditor?.document.uri;
      if (sidecar?.path.endsWith(SIDECAR_SUFFIX)) await resolveConflict(services, sidecar);
    }),
  );
}

async function resolveConflict({ machine, files, log }: Services, sidecar: Uri): Promise<void> {
  const name = fileName(sidecar);
  try {
    const stages = sidecar.scheme === 'file' ? await machine?.git.stages(sidecar.fsPath) : undefined;
    if (!stages) {
      window.showErrorMessage(l10n.t('git knows no conflict in {0}. Remove the markers by hand.', name));
      return;
    }
    const merged = engine().mergeSidecars(stages.base, stages.ours, stages.theirs);
    if ('refused' in merged) {
      window.showErrorMessage(l10n.t('One of the versions of {0} is not valid, so nothing was changed.', name));
      return;
    }
    let isOpen = false;
    await files.update(sidecar, (text = '') => {
      // git keeps the three versions until the file is staged, also when somebody has resolved it by hand
      isOpen = /^<{7}/mu.test(text);
      return isOpen ? merged.text : undefined;
    });
    if (!isOpen) {
      window.showInformationMessage(l10n.t('{0} has no conflict markers any more; nothing was changed.', name));
      return;
    }
    window.showInformationMessage(
      merged.conflicts.length === 0
        ? l10n.t('{0} was merged by entry. Stage it to conclude the merge.', name)
        : l10n.t(
            '{0} was merged. Both versions were kept of {1} annotations: choose in the view.',
            name,
            merged.conflicts.length,
          ),
    );
  } catch (error) {
    await showError(log, error, name);
  }
}
