import { commands, Disposable, type FileSystemProvider, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { readAnnotationReferences } from '../../host/annotationReference';
import { COMMANDS, OWN_SCHEMES } from '../../host/ids';
import type { Services } from '../../host/services';
import type { TreeNode } from '../../host/tree';
import { quoteWords } from '../../host/wording';
import { Notes } from './notes';
import { nameSubject, type Subject } from './subject';

/** Notes are written in an editor of their own beside the text; saving it writes the note where it belongs. */
export function registerNotes(services: Services): Disposable {
  const notes = new Notes(services);
  const open = async (subject: Subject) => {
    const name = await nameSubject(services, subject);
    if (name === undefined) return;
    const title = l10n.t('Note on “{0}”', quoteWords(name.replace(/[\s/\\?#]+/gu, ' ')).trim());
    const uri = Uri.from({ scheme: OWN_SCHEMES.note, path: `/${title}.md`, query: JSON.stringify(subject) });
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
  };
  return Disposable.from(
    notes,
    workspace.registerFileSystemProvider(OWN_SCHEMES.note, notes satisfies FileSystemProvider, {
      isCaseSensitive: true,
    }),
    commands.registerCommand(COMMANDS.addNote, async (argument?: unknown, selected?: unknown) => {
      const [reference] = await readAnnotationReferences(argument, selected, services.annotations);
      if (reference) await open(reference);
      else window.showInformationMessage(l10n.t('Put the cursor into an annotated passage first.'));
    }),
    commands.registerCommand(COMMANDS.documentNote, async () => {
      const transcript = services.transcripts.activeOnly()[0]?.uri;
      if (transcript) await open({ uri: transcript.toString() });
      else window.showInformationMessage(l10n.t('Open a transcript first.'));
    }),
    commands.registerCommand(COMMANDS.tagNote, async (node?: TreeNode) => {
      const transcript = services.transcripts.shownHeads()[0]?.uri;
      if (transcript && typeof node?.value === 'string') await open({ uri: transcript.toString(), tag: node.value });
    }),
  );
}
