import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import { type LedgerFigure, likelyIndicator } from '../../core/ledger/figure';
import type { NamesOperation } from '../../core/names/editNames';
import { innerQuotes } from '../../core/text/innerQuotes';
import { engine } from '../../host/engine';
import type { NamesKind } from '../../host/nameLists';
import type { Services } from '../../host/services';

/** The name of an indicator or a slogan, and what else in the workspace might be called so. */
export interface Naming {
  readonly kind: NamesKind;
  readonly name: string;
  readonly others: readonly { readonly name: string; readonly count: number }[];
  /** Of the others those that are most likely the same, nearest first. */
  readonly near: readonly string[];
  /** One of the others that is ticked from the beginning. */
  readonly chosen?: string;
}

interface Item extends QuickPickItem {
  readonly name?: string;
}

/** The keys of the two lists: other names of the same, and names that look alike and are not. */
const KEYS = {
  indicators: { same: 'same', apart: 'narrower' },
  slogans: { same: 'variants', apart: 'apart' },
} as const satisfies Record<NamesKind, object>;

/** Lets the person say which names mean the same, and which do not although they look alike. */
export async function nameTheSame(services: Services, naming: Naming): Promise<void> {
  const { kind, name } = naming;
  const { names, history } = services;
  const uri = names.uriFor(kind);
  if (!uri) {
    window.showInformationMessage(l10n.t('Open a folder first: what names mean is kept in it.'));
    return;
  }
  const change = (label: string, operations: readonly NamesOperation[]) =>
    history.run(label, [{ names: uri, list: kind, operations }]);
  const { same, apart } = await namesOf(services, kind, name);
  const { key, keyApart } = { key: KEYS[kind].same, keyApart: KEYS[kind].apart };
  const chosen = await pick(naming, same, apart, (word) =>
    change(l10n.t('“{0}” is not “{1}”', innerQuotes(word), innerQuotes(name)), [
      { kind: 'addWords', name, key: keyApart, words: [word] },
    ]),
  );
  if (!chosen) return;
  const [joined, left] = [chosen.filter((word) => !same.includes(word)), same.filter((word) => !chosen.includes(word))];
  const operations: NamesOperation[] = [
    ...(joined.length > 0 ? [{ kind: 'addWords' as const, name, key, words: joined }] : []),
    ...(left.length > 0 ? [{ kind: 'removeWords' as const, name, key, words: left }] : []),
  ];
  if (operations.length > 0) await change(l10n.t('other names of “{0}”', innerQuotes(name)), operations);
}

/** What people have said of a name so far. */
async function namesOf(
  { names }: Services,
  kind: NamesKind,
  name: string,
): Promise<{ readonly same: readonly string[]; readonly apart: readonly string[] }> {
  if (kind === 'indicators') {
    const { indicators } = await names.indicators();
    const entry = indicators.find((one) => one.name === name);
    return { same: entry?.same ?? [], apart: entry?.narrower ?? [] };
  }
  const entry = (await names.slogans()).find((one) => one.name === name);
  return { same: entry?.variants ?? [], apart: entry?.apart ?? [] };
}

/** The names that are ticked in the end; undefined where the person went away. `onApart` is told at once. */
async function pick(
  naming: Naming,
  same: readonly string[],
  apart: readonly string[],
  onApart: (word: string) => Promise<boolean>,
): Promise<readonly string[] | undefined> {
  const picker = window.createQuickPick<Item>();
  picker.title = l10n.t('Same as “{0}”', innerQuotes(naming.name));
  picker.placeholder = l10n.t('Tick the names that mean the same. The button beside a name says that it does not.');
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.items = itemsOf(naming, same, apart);
  const isTicked = (name: string) => same.includes(name) || name === naming.chosen;
  picker.selectedItems = picker.items.filter(({ name }) => name !== undefined && isTicked(name));
  try {
    return await new Promise((resolve) => {
      picker.onDidTriggerItemButton(async ({ item }) => {
        const { selectedItems } = picker;
        picker.ignoreFocusOut = true;
        if (item.name === undefined || !(await onApart(item.name))) return;
        picker.items = picker.items.filter((other) => other !== item);
        picker.selectedItems = selectedItems.filter((other) => other !== item);
        picker.ignoreFocusOut = false;
      });
      picker.onDidAccept(() => resolve(picker.selectedItems.flatMap(({ name }) => name ?? [])));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

function itemsOf({ name, others, near }: Naming, same: readonly string[], apart: readonly string[]): Item[] {
  const buttons = [{ iconPath: new ThemeIcon('circle-slash'), tooltip: l10n.t('Not the same') }];
  const counts = new Map(others.map((other) => [other.name, other.count]));
  const isFree = (other: string) => other !== name && !same.includes(other) && !apart.includes(other);
  const likely = near.filter(isFree);
  const rest = others.map((other) => other.name).filter((other) => isFree(other) && !likely.includes(other));
  const item = (label: string): Item => ({
    ...{ name: label, label, buttons: same.includes(label) ? [] : buttons },
    description: String(counts.get(label) ?? ''),
  });
  const group = (label: string, names: readonly string[]): Item[] =>
    names.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...names.map(item)] : [];
  return [
    ...group(l10n.t('Other names so far'), same),
    ...group(l10n.t('Perhaps the same'), likely),
    ...group(l10n.t('All others'), rest),
  ];
}

/** The names of the figures' indicators, with how often each is told, and those that may be `name` in other words. */
export function indicatorNaming(name: string, figures: readonly LedgerFigure[]): Naming {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const told = likelyIndicator(figure);
    if (told !== '') counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  const others = [...counts].map(([other, count]) => ({ name: other, count })).sort((a, b) => b.count - a.count);
  const near = engine().nearIndicators(name, figures, { indicators: [] });
  return { kind: 'indicators', name, others, near: near.map((one) => one.name) };
}
