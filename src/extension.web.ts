import { type ExtensionContext, Uri, workspace } from 'vscode';
import { compose } from './compose';
import type { Platform } from './host/platform';
import { webImporting } from './importing/webImporting';
import { intlSegmenter } from './segmenter/intlSegmenter';

const builtInSegmenter: Platform['segmenter'] = ({ onStatus }) => {
  onStatus?.('intl', '');
  return intlSegmenter();
};

/** Entry of the extension host of browsers. */
export const activate = (context: ExtensionContext): void =>
  compose(context, {
    machine: undefined,
    segmenter: builtInSegmenter,
    importing: webImporting(() => read(Uri.joinPath(context.extensionUri, 'dist/readOriginal.js'))),
  });

/** A file of the extension: on a web server, or wherever the editor has it. */
const read = async (uri: Uri): Promise<Uint8Array> =>
  /^https?$/u.test(uri.scheme)
    ? new Uint8Array(await (await fetch(uri.toString(true))).arrayBuffer())
    : workspace.fs.readFile(uri);
