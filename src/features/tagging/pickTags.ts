import { l10n, type QuickInputButton, type QuickPickItem, type Uri, window } from 'vscode';
import type { Codebook, CodebookTag } from '../../core/codebook/codebook';
import { engine } from '../../host/engine';
import { tagIcon } from '../../host/tagIcon';

interface TagItem extends QuickPickItem {
  readonly tag: string;
}

/** The parts of a tag are separated by one slash, without spaces around it. */
export const cleanTag = (typed: string): string =>
  typed
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');

export interface TagQuestion {
  readonly title: string;
  /** A button that ends the question for another one. */
  readonly button?: QuickInputButton;
}

/**
 * Asks for tags: those of the codebook, the most recently used first, then as a tree; what is typed can become a new
 * one. `present` are ticked. Resolves with the chosen tags, with `button` where that was pressed, undefined where the
 * person went away.
 */
export async function pickTags(
  codebook: Codebook,
  recent: readonly string[],
  present: readonly string[],
  { title, button }: TagQuestion,
): Promise<string[] | 'button' | undefined> {
  const pick = window.createQuickPick<TagItem>();
  pick.title = title;
  if (button) pick.buttons = [button];
  pick.placeholder = l10n.t('Choose tags, or type a new one as parent/child');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const known = tagItems(codebook, recent, present);
  pick.items = known;
  pick.selectedItems = known.filter(({ tag }) => present.includes(tag));
  /** What was typed and ticked stays in the list while other words are typed. */
  let created: TagItem[] = [];
  let tickedAtTyping: readonly string[] = [];
  pick.onDidChangeValue((value) => {
    const tag = cleanTag(value);
    tickedAtTyping = pick.selectedItems.map((item) => item.tag);
    created = pick.selectedItems.filter((item) => !known.includes(item));
    const isNew = tag !== '' && ![...known, ...created].some((item) => item.tag === tag);
    const selected = pick.selectedItems;
    const fresh: TagItem[] = isNew ? [{ tag, label: l10n.t('New tag: {0}', tag), alwaysShow: true }] : [];
    pick.items = [...fresh, ...created, ...known];
    pick.selectedItems = selected;
    const meant = fresh[0] ?? [...created, ...known].find((item) => item.tag === tag);
    if (meant) pick.activeItems = [meant];
  });
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        const ticked = pick.selectedItems.map(({ tag }) => tag);
        // what was typed and not ticked is meant, unless it only served to find what was ticked then
        const typed = cleanTag(pick.value);
        const isFilter = ticked.join('\n') !== tickedAtTyping.join('\n');
        const meant = pick.activeItems[0]?.tag ?? typed;
        const isMeant = typed === '' ? ticked.length === 0 && present.length === 0 : !isFilter;
        resolve([...new Set([...ticked, ...(isMeant && meant !== '' ? [meant] : [])])]);
      });
      pick.onDidTriggerButton(() => resolve('button'));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function tagItems(codebook: Codebook, recent: readonly string[], present: readonly string[]): TagItem[] {
  const { allTags, colorOf } = engine();
  const all = allTags(codebook);
  const byPath = new Map(all.map((tag) => [tag.path, tag]));
  const item = (path: string, depth: number, icon: Uri, tag?: CodebookTag, isRecent = false): TagItem => ({
    tag: path,
    label: isRecent || depth === 0 ? path : `${'\u2003'.repeat(depth)}${tag?.name ?? path}`,
    description: isRecent ? l10n.t('recently used') : depth > 0 ? path : '',
    ...(tag?.description ? { detail: tag.description } : {}),
    iconPath: icon,
  });
  const first = recent.filter((path) => byPath.has(path)).slice(0, 5);
  const unknown = present.filter((path) => !byPath.has(path));
  const iconOf = (path: string) => tagIcon(colorOf(codebook, path));
  return [
    ...unknown.map((path) => item(path, 0, iconOf(path))),
    ...first.map((path) => item(path, 0, iconOf(path), byPath.get(path), true)),
    ...all
      .filter(({ path }) => !first.includes(path))
      .map((tag) => item(tag.path, tag.path.split('/').length - 1, iconOf(tag.path), tag)),
  ];
}
