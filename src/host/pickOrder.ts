import { l10n, type QuickPickItem, window } from 'vscode';

/** Asks how a view is to be arranged; the present order is marked. Undefined where the person went away. */
export async function pickOrder<Order extends string>(
  title: string,
  current: Order,
  choices: readonly (readonly [Order, string])[],
): Promise<Order | undefined> {
  const items = choices.map(([order, label]): QuickPickItem & { order: Order } => ({
    order,
    label,
    ...(order === current ? { description: l10n.t('now') } : {}),
  }));
  return (await window.showQuickPick(items, { title }))?.order;
}
