import { commands, Disposable, env } from 'vscode';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import type { TreeNode } from '../../host/tree';

/** What all views share: whether they show one transcript or the workspace, and copying a node's words. */
export function registerScope({ transcripts }: Services): Disposable {
  return Disposable.from(
    commands.registerCommand(COMMANDS.showWorkspace, () => transcripts.setScope('workspace')),
    commands.registerCommand(COMMANDS.showTranscript, () => transcripts.setScope('document')),
    commands.registerCommand(COMMANDS.copyWords, (node?: TreeNode) => {
      if (typeof node?.value === 'string') return env.clipboard.writeText(node.value);
    }),
  );
}
