import { type QuickPickItem, window } from 'vscode';

interface Question {
  readonly title: string;
  readonly prompt: string;
  /** What holds now. */
  readonly value: string;
  /** Whether words can be meant; all can where it is left out. */
  readonly isUsable?: (typed: string) => boolean;
}

/**
 * Asks for words, and offers some once they are known: what is typed is on top, so that Enter takes it. Resolves with
 * undefined where the person goes away.
 */
export function pickOrType(
  { title, prompt, value, isUsable = () => true }: Question,
  known: Promise<readonly string[]>,
): Promise<string | undefined> {
  const picker = window.createQuickPick();
  Object.assign(picker, { title, placeholder: prompt, value, busy: true });
  let offered: readonly string[] = [];
  const show = () => {
    const typed = picker.value.trim();
    const isNew = typed === '' ? value !== '' : isUsable(typed) && !offered.includes(typed);
    const own: QuickPickItem = { label: typed || '\u00a0', description: prompt, alwaysShow: true };
    const exact = offered.filter((word) => word === typed);
    const others = offered.filter((word) => word !== typed);
    picker.items = [...(isNew ? [own] : []), ...[...exact, ...others].map((label) => ({ label }))];
  };
  show();
  known.then((words) => {
    offered = words;
    picker.busy = false;
    show();
  });
  return new Promise((resolve) => {
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      if (chosen) resolve(chosen.label.trim());
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
