import { commands, Disposable, window } from 'vscode';
import { COMMANDS, EXPLORE } from '../../host/ids';
import type { Services } from '../../host/services';
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
    commands.registerCommand(COMMANDS.explore, (choice?: Partial<Choice>) => (panel ?? open()).show(asChoice(choice))),
    window.registerWebviewPanelSerializer(EXPLORE, {
      async deserializeWebviewPanel(restored) {
        open(restored);
      },
    }),
  );
}

/** What a key binding or a link passes; views pass nodes of theirs. */
const asChoice = (choice: Partial<Choice> | undefined): Partial<Choice> | undefined =>
  choice && ('query' in choice || 'mode' in choice) ? choice : undefined;
