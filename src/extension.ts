import type { ExtensionContext } from 'vscode';
import { compose } from './compose';
import { nodeImporting } from './importing/nodeImporting';
import { nodeSegmenter } from './segmenter/nodeSegmenter';
import { git } from './store/git';
import { nodeFiles } from './store/nodeFiles';
import { nodeFedIndexer, nodeIndexer } from './store/nodeIndexer';
import { inRealFolder } from './store/realFolder';

/** Entry of extension hosts that have Node. */
export const activate = (context: ExtensionContext): void =>
  compose(context, {
    machine: { files: nodeFiles, indexer: nodeIndexer, inRealFolder, git, runtime: process.execPath },
    segmenter: nodeSegmenter,
    indexer: (source) => nodeFedIndexer(source),
    importing: nodeImporting(),
  });
