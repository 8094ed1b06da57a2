import type { ExtensionContext } from 'vscode';
import { compose } from './compose';
import type { Platform } from './host/platform';
import { intlSegmenter } from './segmenter/intlSegmenter';

const builtInSegmenter: Platform['segmenter'] = ({ onStatus }) => {
  onStatus?.('intl', '');
  return intlSegmenter();
};

/** Entry of the extension host of browsers. */
export const activate = (context: ExtensionContext): void =>
  compose(context, { machine: undefined, segmenter: builtInSegmenter });
