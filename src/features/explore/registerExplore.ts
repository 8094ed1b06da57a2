import { commands, Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import { COMMANDS, EXPLORE } from '../../host/ids';
import type { Services } from '../../host/services';
import { asChoice } from './asChoice';
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
    commands.registerCommand(COMMANDS.explore, async (argument?: unknown) => {
      const choice = await asChoice(services, argument);
      panelFor('explore', ViewColumn.Active).show(choice);
    }),
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
