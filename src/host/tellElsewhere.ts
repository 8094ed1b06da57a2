import { l10n, type Uri, window } from 'vscode';
import { sidecarOf } from './sidecars';
import { fileName } from './wording';

/** What a change has changed: transcripts by their annotations, and other files. */
export interface Changed {
  readonly transcripts: readonly Uri[];
  readonly others: readonly Uri[];
}

/**
 * Says aloud what was undone or redone where nobody looks, and offers to open it. Other files that go with transcripts,
 * such as the codebook with a new tag, are not named besides.
 */
export function tellElsewhere(said: string, { transcripts, others }: Changed): void {
  const seen = new Set(window.visibleTextEditors.map(({ document }) => document.uri.toString()));
  const isUnseen = (uri: Uri) => ![uri, sidecarOf(uri)].some((file) => seen.has(file.toString()));
  const unseen = (transcripts.length > 0 ? transcripts : others).filter(isUnseen);
  const files = [...new Map(unseen.map((uri) => [uri.toString(), uri])).values()];
  const [first] = files;
  if (!first) return;
  const open = l10n.t('Open {0}', fileName(first));
  const words =
    files.length === 1
      ? l10n.t('{0} — in another file: {1}', said, fileName(first))
      : l10n.t('{0} — in {1} other files: {2}, …', said, files.length, fileName(first));
  // not awaited: it ends when the person closes it
  void window.showInformationMessage(words, open).then((chosen) => {
    if (chosen === open) void window.showTextDocument(first);
  });
}
