import { commands, Disposable, env, l10n, Uri, window } from 'vscode';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import { askForOriginals } from './askForOriginals';
import { type CleanUpArguments, cleanUpLayout, transcriptFromClipboard } from './cleanUpLayout';
import { documentsIn, isFolder, MOST_DOCUMENTS } from './documentsIn';
import { type ImportArguments, importTranscripts } from './importTranscripts';
import { offerCleanUp } from './offerCleanUp';
import { openOriginal } from './openOriginal';
import { registerOriginalTexts } from './updateTranscript';

/** Documents of other programs become transcripts; texts that layout broke become whole again. */
export function registerImporting(services: Services): Disposable {
  return Disposable.from(
    registerOriginalTexts(),
    offerCleanUp(),
    commands.registerCommand(COMMANDS.importTranscripts, async (argument?: ImportArguments | Uri, selected?: Uri[]) => {
      const request = await requestOf(services, argument, selected);
      return request ? importTranscripts(services, request) : [];
    }),
    commands.registerCommand(COMMANDS.newFromClipboard, async (argument?: CleanUpArguments) =>
      transcriptFromClipboard(services, await env.clipboard.readText(), argument?.withoutAsking ?? false),
    ),
    commands.registerCommand(COMMANDS.cleanUpLayout, (argument?: CleanUpArguments | Uri) =>
      cleanUpLayout(services, argument instanceof Uri ? {} : argument),
    ),
    commands.registerCommand(COMMANDS.openOriginal, () => openOriginal(services)),
  );
}

/** What to import: what was passed, what is selected in the explorer, else what the person chooses. Folders mean what is in them. */
async function requestOf(
  { log }: Services,
  argument: ImportArguments | Uri | undefined,
  selected: unknown,
): Promise<ImportArguments | undefined> {
  const isGiven = argument !== undefined && !(argument instanceof Uri);
  const uris =
    Array.isArray(selected) && selected.length > 0 ? (selected as Uri[]) : argument instanceof Uri ? [argument] : [];
  const folders = isGiven ? [] : await Promise.all(uris.map(isFolder));
  const folder = uris.find((_, index) => folders[index]);
  const files = uris.filter((_, index) => !folders[index]);
  const chosen = isGiven ? argument.files : files.length > 0 ? files : await askForOriginals(folder);
  if (!chosen) return undefined;
  const documents = await documentsIn(chosen).catch((error: Error) => {
    log.error('a folder could not be read', error);
    return [];
  });
  if (documents.length > MOST_DOCUMENTS) {
    window.showWarningMessage(
      l10n.t(
        'The folder holds more than {0} documents. Import those of the folders in it one after the other.',
        MOST_DOCUMENTS,
      ),
    );
    return undefined;
  }
  if (documents.length === 0) {
    const names = chosen.map(fileName).join(', ');
    window.showInformationMessage(l10n.t('{0} holds no document that can be imported.', names));
    return undefined;
  }
  if (isGiven) return { ...argument, files: documents };
  // what a folder holds stays where it is, with its transcripts beside it
  const isWhole = documents.length !== chosen.length || chosen[0] !== documents[0];
  return { files: documents, ...(folder && !isWhole ? { folder } : {}) };
}
