import { type ExtensionContext, Uri, workspace } from 'vscode';
import { compose } from './compose';
import type { Platform } from './host/platform';
import { webImporting } from './importing/webImporting';
import { intlSegmenter } from './segmenter/intlSegmenter';
import { webIndexer } from './store/webIndexer';

const builtInSegmenter: Platform['segmenter'] = ({ onStatus }) => {
  onStatus?.('intl', '');
  return intlSegmenter();
};

/** Entry of the extension host of browsers. */
export const activate = (context: ExtensionContext): void => {
  const bundle = (name: string) => read(Uri.joinPath(context.extensionUri, 'dist', name));
  compose(context, {
    machine: undefined,
    segmenter: builtInSegmenter,
    indexer: (source, onFallback) => webIndexer(source, () => bundle('indexWebWorker.js'), onFallback),
    importing: webImporting(() => bundle('readOriginal.js')),
  });
};

/** A file of the extension: on a web server, or wherever the editor has it. */
const read = async (uri: Uri): Promise<Uint8Array> =>
  /^https?$/u.test(uri.scheme)
    ? new Uint8Array(await (await fetch(uri.toString(true))).arrayBuffer())
    : workspace.fs.readFile(uri);
