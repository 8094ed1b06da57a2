import { type QuickPickItem, window } from 'vscode';

type Item = QuickPickItem & { readonly isWrong?: boolean };

interface Question {
  readonly title: string;
  readonly prompt: string;
  /** What holds now. */
  readonly value: string;
  /** What is wrong with words, empty where nothing is. */
  readonly fault?: (typed: string) => string;
}

/**
 * Asks for words, and offers some once they are known: what is typed is on top, so that Enter takes it. Resolves with
 * undefined where the person goes away.
 */
export function pickOrType(
  { title, prompt, value, fault = () => '' }: Question,
  known: Promise<readonly string[]>,
): Promise<string | undefined> {
  const picker = window.createQuickPick<Item>();
  Object.assign(picker, { title, placeholder: prompt, value, busy: true });
  let offered: readonly string[] = [];
  const show = () => {
    const typed = picker.value.trim();
    const wrong = typed === '' ? '' : fault(typed);
    const isNew = typed === '' ? value !== '' : !offered.includes(typed);
    const own: Item = {
      label: typed || '\u00a0',
      description: wrong || prompt,
      alwaysShow: true,
      isWrong: wrong !== '',
    };
    const exact = offered.filter((word) => word === typed);
    const others = offered.filter((word) => word !== typed);
    // what holds now is no filter
    const isUnchanged = typed === value;
    const items = [...exact, ...others].map((label) => ({ label, alwaysShow: isUnchanged }));
    picker.items = [...(isNew ? [own] : []), ...items];
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
      if (chosen?.isWrong) return;
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
