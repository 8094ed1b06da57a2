import { TabInputText, window } from 'vscode';

/** The files that have a tab: the editor keeps documents for a while after their tabs and even their files are gone. */
export const tabbedUris = (): ReadonlySet<string> =>
  new Set(
    window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.flatMap(({ input }) => (input instanceof TabInputText ? [input.uri.toString()] : [])),
    ),
  );
