import { commands, env, l10n, Range, Selection, Uri, type ViewColumn, window, workspace } from 'vscode';
import { surroundings } from '../../core/query/surroundings';
import { referenceToAnnotation } from '../../host/annotationReference';
import { engine } from '../../host/engine';
import { referenceTo } from '../../host/findingReference';
import { COMMANDS, INTERNAL_COMMANDS } from '../../host/ids';
import { rememberRevealed } from '../../host/revealed';
import type { Services } from '../../host/services';
import { textAt } from '../../host/textAt';
import { textColumn } from '../../host/textColumn';
import type { ExtensionMessage, Mode, PageMessage, Place } from './messages';

/** More would make annotation files that nobody looks through. */
const MOST_TAGGED = 2000;
export const OVER_TIME = ['figures', 'slogans'] as const;

const ACTIONS = ['open', 'go', 'tag', 'tagPlaces', 'copy', 'context', 'notCompared', 'correct', 'editTags'] as const;

/** What a person does with rows. */
type RowMessage = Extract<PageMessage, { readonly kind: (typeof ACTIONS)[number] }>;

/** The panel in which the rows stand. */
interface RowsPanel {
  readonly column: ViewColumn | undefined;
  tell(message: ExtensionMessage): void;
  /** Asks anew once something has changed. */
  askAgain(modes: readonly Mode[]): void;
}

export async function actOnRows(services: Services, message: RowMessage, panel: RowsPanel): Promise<void> {
  switch (message.kind) {
    case 'open':
    case 'go':
      return open(services, message, panel, message.kind === 'go');
    case 'tag':
      await open(services, message, panel, true);
      await commands.executeCommand(COMMANDS.tagSelection);
      return;
    case 'tagPlaces':
      if (message.places.length > MOST_TAGGED) {
        window.showInformationMessage(l10n.t('At most {0} passages can be tagged at once.', MOST_TAGGED));
        return;
      }
      panel.askAgain(['passages']);
      await commands.executeCommand(INTERNAL_COMMANDS.tagPlaces, message.places);
      return;
    case 'editTags': {
      const references = message.annotations.map(({ path, id }) => referenceToAnnotation(Uri.parse(path), id));
      panel.askAgain(['passages']);
      await commands.executeCommand(COMMANDS.editTags, undefined, references);
      return;
    }
    case 'copy':
      await env.clipboard.writeText(message.rows.map((row) => engine().citation(row)).join('\n'));
      window.setStatusBarMessage(l10n.t('Copied with citation'), 3000);
      return;
    case 'context': {
      const text = await textAt(services, Uri.parse(message.path));
      const isThere = text.slice(message.start, message.end) === message.text;
      return panel.tell({ kind: 'context', place: message, around: isThere ? surroundings(text, message) : undefined });
    }
    case 'notCompared':
    case 'correct': {
      const { path, line, column, text } = message;
      const command = message.kind === 'correct' ? COMMANDS.correctClaim : COMMANDS.notCompared;
      const range = new Range(line - 1, column - 1, line - 1, column - 1 + text.length);
      panel.askAgain(OVER_TIME);
      await commands.executeCommand(command, referenceTo('claim', Uri.parse(path), range));
      return;
    }
  }
}

/** Shows the place beside the panel, which keeps the focus unless the person goes there. */
async function open(
  { log }: Services,
  { path, line, column, text }: Place,
  panel: RowsPanel,
  isFocused: boolean,
): Promise<void> {
  const uri = Uri.parse(path);
  try {
    const document = await workspace.openTextDocument(uri);
    const start = document.validatePosition(new Range(line - 1, column - 1, line - 1, column - 1).start);
    const selection = new Selection(start, document.positionAt(document.offsetAt(start) + text.length));
    const viewColumn = textColumn(uri, panel.column);
    const editor = await window.showTextDocument(document, { viewColumn, preserveFocus: !isFocused, selection });
    if (!isFocused) rememberRevealed(editor);
  } catch (error) {
    log.error(`cannot show ${path}`, error as Error);
    window.showErrorMessage(l10n.t('{0} cannot be opened. Was it moved or deleted?', uri.fsPath));
  }
}
