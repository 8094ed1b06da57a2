import { type TabGroup, TabInputText, TabInputWebview, type Uri, ViewColumn, window } from 'vscode';
import { EXPLORE } from './ids';

/**
 * The editor group in which to show a text: the one where it is open already, so that no second tab of it opens; else
 * the active one, or the first, that does not show the table of figures, which people work with beside the text.
 * `keep` is the group that must go on showing what it shows.
 */
export function textColumn(uri: Uri, keep?: ViewColumn): ViewColumn {
  const groups = window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== keep);
  const beside = groups.filter((group) => !showsTable(group));
  const open = groups.filter((group) => holds(group, uri));
  const best = pick(open.filter((group) => beside.includes(group))) ?? pick(open) ?? pick(beside);
  return best?.viewColumn ?? ViewColumn.Beside;
}

const pick = (groups: readonly TabGroup[]): TabGroup | undefined =>
  groups.find(({ isActive }) => isActive) ?? groups[0];

const holds = ({ tabs }: TabGroup, uri: Uri): boolean =>
  tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());

/** The editor puts a prefix of its own before the type of a webview. */
const showsTable = ({ activeTab }: TabGroup): boolean => {
  const input = activeTab?.input;
  return input instanceof TabInputWebview && input.viewType.endsWith(EXPLORE);
};
