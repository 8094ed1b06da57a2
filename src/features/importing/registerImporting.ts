import { commands, Disposable, env, FileType, Uri, workspace } from 'vscode';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { type CleanUpArguments, cleanUpLayout, transcriptFromClipboard } from './cleanUpLayout';
import { askForOriginals, type ImportArguments, importTranscripts } from './importTranscripts';
import { offerCleanUp } from './offerCleanUp';
import { openOriginal } from './openOriginal';
import { registerOriginalTexts } from './updateTranscript';

/** Documents of other programs become transcripts; texts that layout broke become whole again. */
export function registerImporting(services: Services): Disposable {
  return Disposable.from(
    registerOriginalTexts(),
    offerCleanUp(),
    commands.registerCommand(COMMANDS.importTranscripts, async (argument?: ImportArguments | Uri, selected?: Uri[]) => {
      const request = await requestOf(argument, selected);
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

/** What to import: what was passed, what is selected in the explorer, else what the person chooses. */
async function requestOf(
  argument: ImportArguments | Uri | undefined,
  selected: unknown,
): Promise<ImportArguments | undefined> {
  if (argument !== undefined && !(argument instanceof Uri)) return argument;
  const uris = Array.isArray(selected) && selected.length > 0 ? (selected as Uri[]) : argument ? [argument] : [];
  const kinds = await Promise.all(uris.map(async (uri) => (await workspace.fs.stat(uri)).type));
  const folder = uris.find((_, index) => kinds[index]! & FileType.Directory);
  const files = uris.filter((_, index) => !(kinds[index]! & FileType.Directory));
  const chosen = files.length > 0 ? files : await askForOriginals(folder ?? workspace.workspaceFolders?.[0]?.uri);
  return chosen && { files: chosen, ...(folder ? { folder } : {}) };
}
