import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { fileName } from '../../host/wording';
import { EXTENSIONS } from '../../importing/original';

type Choice = QuickPickItem & { readonly choose: () => Thenable<readonly Uri[] | undefined> };

/**
 * Asks for originals: files, or a folder, of which all documents are meant. Two dialogs, as most systems have none for
 * both. `near` is the folder that is selected.
 */
export async function askForOriginals(near: Uri | undefined): Promise<readonly Uri[] | undefined> {
  const start = near ?? workspace.workspaceFolders?.[0]?.uri;
  const dialog = {
    title: l10n.t('Import Transcripts'),
    openLabel: l10n.t('Import'),
    ...(start ? { defaultUri: start } : {}),
  };
  const below = l10n.t('and in the folders below it');
  const choices: Choice[] = [
    {
      label: l10n.t('Files…'),
      choose: () =>
        window.showOpenDialog({
          ...dialog,
          canSelectMany: true,
          filters: {
            [l10n.t('Documents')]: Object.values(EXTENSIONS).flat(),
            [l10n.t('All files')]: ['*'],
          },
        }),
    },
    near
      ? {
          label: l10n.t('All Documents in {0}', fileName(near)),
          description: below,
          choose: () => Promise.resolve([near]),
        }
      : {
          label: l10n.t('All Documents of a Folder…'),
          description: below,
          choose: () => window.showOpenDialog({ ...dialog, canSelectFolders: true, canSelectFiles: false }),
        },
  ];
  return (await window.showQuickPick(choices, { title: l10n.t('Import What?') }))?.choose();
}
