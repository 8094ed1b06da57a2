import { commands, Disposable, window } from 'vscode';
import { COMMANDS, EXPLORE } from '../../host/ids';
import type { Services } from '../../host/services';
import type { TreeNode } from '../../host/tree';
import { ExplorePanel } from './explorePanel';
import type { Choice } from './messages';

/** The panel that asks all transcripts of the workspace; there is one. */
export function registerExplore(services: Services): Disposable {
  let panel: ExplorePanel | undefined;
  const open = (made = ExplorePanel.create()) => {
    panel = new ExplorePanel(services, made, () => {
      panel = undefined;
    });
    return panel;
  };
  return Disposable.from(
    { dispose: () => panel?.dispose() },
    commands.registerCommand(COMMANDS.explore, (choice?: Partial<Choice> | TreeNode) =>
      (panel ?? open()).show(asChoice(choice)),
    ),
    window.registerWebviewPanelSerializer(EXPLORE, {
      async deserializeWebviewPanel(restored) {
        open(restored);
      },
    }),
  );
}

/** What a key binding or a link passes, or a node of a view: then what it stands for is asked. */
function asChoice(choice: Partial<Choice> | TreeNode | undefined): Partial<Choice> | undefined {
  if (!choice || 'query' in choice || 'mode' in choice) return choice as Partial<Choice> | undefined;
  const { context, value, label } = choice as TreeNode;
  if (context === 'claims') return { mode: 'figures', query: {}, indicator: label };
  if (typeof value !== 'string') return undefined;
  switch (context) {
    case 'slogan':
      return { mode: 'passages', query: { find: 'slogans', slogan: [value] } };
    case 'turn':
      return { mode: 'passages', query: { find: 'turns', speaker: [value] } };
    case 'tag':
    case 'unknownTag':
      return { mode: 'passages', query: { tags: { any: [value] } } };
    default:
      return undefined;
  }
}
