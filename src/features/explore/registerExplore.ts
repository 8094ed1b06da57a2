import { commands, Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import { COMMANDS, EXPLORE } from '../../host/ids';
import type { Services } from '../../host/services';
import type { TreeNode } from '../../host/tree';
import { ExplorePanel } from './explorePanel';
import type { Choice } from './messages';

/** The panel that asks all transcripts of the workspace, and the one that is the table of figures beside the text. */
export function registerExplore(services: Services): Disposable {
  const panels = new Map<'explore' | 'table', ExplorePanel>();
  const open = (use: 'explore' | 'table', made: WebviewPanel) => {
    const panel = new ExplorePanel(services, made, () => panels.delete(use));
    panels.set(use, panel);
    return panel;
  };
  const panelFor = (use: 'explore' | 'table', column: ViewColumn) =>
    panels.get(use) ?? open(use, ExplorePanel.create(column));
  return Disposable.from(
    { dispose: () => Disposable.from(...panels.values()).dispose() },
    commands.registerCommand(COMMANDS.explore, (choice?: Partial<Choice> | TreeNode) =>
      panelFor('explore', ViewColumn.Active).show(asChoice(choice)),
    ),
    commands.registerCommand(COMMANDS.openClaimsTable, () =>
      panelFor('table', ViewColumn.Beside).show({ mode: 'table', within: 'shown', query: {} }),
    ),
    window.registerWebviewPanelSerializer(EXPLORE, {
      async deserializeWebviewPanel(restored, state: Partial<Choice> | undefined) {
        open(state?.mode === 'table' && !panels.has('table') ? 'table' : 'explore', restored);
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
