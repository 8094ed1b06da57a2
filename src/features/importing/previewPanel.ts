import { Disposable, l10n, Uri, ViewColumn, window } from 'vscode';
import type { ImportedLine } from '../../core/importing/importedLine';
import { IMPORT_PREVIEW } from '../../host/ids';
import { webviewPage } from '../../host/webviewPage';
import type { PreviewMessage, PreviewRow, PreviewWords, ShowPreview } from './messages';
import { wordReason } from './wordImport';

/** A document in the preview: its lines as people have decided on them. */
export interface PreviewDocument {
  readonly name: string;
  /** Where it is: said where others have its name. */
  readonly place?: string;
  readonly remarks: readonly string[];
  /** With the reason for lines that were to be left out, and whether they still are. */
  rows(): readonly (ImportedLine & { readonly isTakenBack?: boolean })[];
  /** Takes a line back that was to be left out, or leaves it out again. */
  toggle(row: number): void;
}

export interface PreviewOptions {
  readonly title: string;
  /** Where the transcripts will be, or what will be changed. */
  readonly place: string;
  readonly confirm: string;
}

/** The titles of the previews that are open. */
const open = new Set<string>();

/** Names, with the place of those that others have too. */
const distinct = (documents: readonly PreviewDocument[]): string[] =>
  documents.map(({ name, place }, at) =>
    place !== undefined && documents.some((other, to) => to !== at && other.name === name)
      ? l10n.t('{0} ({1})', name, place)
      : name,
  );

/** A title that no other open preview has: with the place of its document, else with a number. */
function freeTitle(title: string, [first]: readonly PreviewDocument[]): string {
  if (!open.has(title)) return title;
  const placed = first?.place === undefined ? title : l10n.t('{0} ({1})', title, first.place);
  for (let count = 1; ; count++) {
    const free = count === 1 ? placed : `${placed} ${count}`;
    if (!open.has(free)) return free;
  }
}

/** Shows what becomes of documents, and resolves with whether the person confirms it; closing the panel does not. */
export function showPreview(
  extensionUri: Uri,
  documents: readonly PreviewDocument[],
  { title, place, confirm }: PreviewOptions,
): Promise<boolean> {
  const resources = Uri.joinPath(extensionUri, 'dist');
  const name = freeTitle(title, documents);
  open.add(name);
  const panel = window.createWebviewPanel(IMPORT_PREVIEW, name, ViewColumn.Active, {
    ...{ enableScripts: true, enableFindWidget: true, retainContextWhenHidden: true, localResourceRoots: [resources] },
  });
  let shown = 0;
  const update = () => {
    const document = documents[shown]!;
    const rows = document.rows().map(
      ({ text, dropped, isTakenBack = false }): PreviewRow => ({
        text,
        isLeftOut: dropped !== undefined && !isTakenBack,
        ...(dropped === undefined ? {} : { reason: wordReason(dropped) }),
      }),
    );
    const names = distinct(documents);
    const message: ShowPreview = {
      ...{ kind: 'show', documents: names, shown, rows, remarks: document.remarks, place, confirm },
    };
    void panel.webview.postMessage(message);
  };
  return new Promise((resolve) => {
    const subscriptions = Disposable.from(
      panel.onDidDispose(() => {
        open.delete(name);
        subscriptions.dispose();
        resolve(false);
      }),
      panel.webview.onDidReceiveMessage((message: PreviewMessage) => {
        if (message.kind === 'confirm') {
          resolve(true);
          panel.dispose();
          return;
        }
        if (message.kind === 'toggle') documents[shown]!.toggle(message.row);
        if (message.kind === 'choose' && documents[message.document]) shown = message.document;
        update();
      }),
    );
    panel.webview.html = webviewPage(panel.webview, extensionUri, {
      name: 'importPreview',
      title: panel.title,
      body: '<header id="bar"></header>\n<main id="rows"></main>',
      constants: { WORDS: previewWords() },
    });
  });
}

const previewWords = (): PreviewWords => ({
  original: l10n.t('Original'),
  transcript: l10n.t('Transcript'),
  takeBack: l10n.t('Take Back'),
  leaveOut: l10n.t('Leave Out'),
  onlyLeftOut: l10n.t('Only what is left out'),
  count: l10n.t('{0} lines kept, {1} left out'),
  document: l10n.t('Document'),
});
