import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { COMMANDS, CONTEXT } from '../../host/ids';
import type { Services } from '../../host/services';
import type { TreeNode } from '../../host/tree';
import { registerConflictLens } from './conflictLens';
import { mergeDriver, wrapperText } from './mergeDriver';
import { refusesGit, resolveConflict } from './resolveConflict';

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
  commands.executeCommand('setContext', CONTEXT.isBrowserHost, machine === undefined);
  refresh().catch((error) => log.error('cannot write the merge driver', error));

  return Disposable.from(
    registerConflictLens(),
    commands.registerCommand(COMMANDS.setUpGit, async () => {
      const folder = workspace.workspaceFolders?.[0]?.uri;
      if (refusesGit()) return;
      if (!machine || folder?.scheme !== 'file') {
        window.showInformationMessage(l10n.t('Open a folder that is in a git repository first.'));
        return;
      }
      try {
        const root = await machine.git.root(folder.fsPath);
        if (root === undefined) {
          window.showErrorMessage(
            l10n.t('This folder is not in a git repository. Run “git init” or open a cloned folder, then try again.'),
          );
          return;
        }
        await refresh();
        await machine.git.setConfig(root, 'merge.policy-transcripts.name', 'annotations of transcripts, by entry');
        await machine.git.setConfig(root, 'merge.policy-transcripts.driver', mergeDriver(wrapper.fsPath));
        const attributes = Uri.joinPath(Uri.file(root), '.gitattributes');
        await services.files.update(attributes, (text = '') => {
          if (text.split('\n').some((line) => line.trim() === ATTRIBUTES)) return undefined;
          return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${ATTRIBUTES}\n`;
        });
        window.showInformationMessage(
          l10n.t(
            'git now merges annotation files of this repository by entry. Commit .gitattributes; each colleague must run this command once on their own machine.',
          ),
        );
      } catch (error) {
        log.error('cannot set up git', error as Error);
        const show = l10n.t('Show Log');
        if ((await window.showErrorMessage(l10n.t('git could not be set up. The log says why.'), show)) === show)
          log.show();
      }
    }),
    commands.registerCommand(COMMANDS.resolveConflict, async (argument?: Uri | TreeNode) => {
      const given = argument instanceof Uri ? argument : argument?.place?.uri;
      const sidecar = given ?? window.activeTextEditor?.document.uri;
      if (sidecar?.path.endsWith(SIDECAR_SUFFIX)) await resolveConflict(services, sidecar);
    }),
  );
}
