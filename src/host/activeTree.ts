import {
  commands,
  Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import type { AnalysedDocument, Analyses } from './analyses';
import { HAS_TRANSCRIPT } from './ids';

export interface TreeNode {
  readonly item: TreeItem;
  readonly children: readonly TreeNode[];
}

/** A view that shows nodes made from the analysis of the active transcript, and follows it. */
export function createActiveTree(
  view: string,
  analyses: Analyses,
  nodes: (analysed: AnalysedDocument) => TreeNode[],
): Disposable & { readonly view: TreeView<TreeNode> } {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => node.item,
    getChildren: (node) => {
      if (node) return [...node.children];
      const analysed = analyses.active();
      return analysed ? nodes(analysed) : [];
    },
  };
  const tree = window.createTreeView(view, { treeDataProvider: provider, showCollapseAll: true });
  const refresh = () => {
    commands.executeCommand('setContext', HAS_TRANSCRIPT, analyses.active() !== undefined);
    changed.fire(undefined);
  };
  refresh();
  const all = Disposable.from(
    tree,
    changed,
    window.onDidChangeActiveTextEditor(refresh),
    analyses.onDidChange((document) => {
      if (document === window.activeTextEditor?.document) refresh();
    }),
  );
  return { view: tree, dispose: () => all.dispose() };
}
