import { l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { engine } from '../../host/engine';
import { tagIcon } from '../../host/tagIcon';

const RECENT_SHOWN = 5;
const ADD = new ThemeIcon('add');

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
 * Asks for tags: those of `present`, which are ticked, the most recently used, then the codebook as a tree. What is typed
 * finds tags first, by any part of their paths or their initials, and can become a new one. Resolves with the chosen
 * tags, with `button` where that was pressed, undefined where the person went away.
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
  let tickedAtTyping: readonly string[] = [];
  const show = (ticked: readonly string[]) => {
    const items = tagItems(codebook, recent, [...new Set([...present, ...ticked])], cleanTag(pick.value));
    pick.items = items;
    pick.selectedItems = items.filter(({ tag }) => ticked.includes(tag));
    const meant = items.find(({ alwaysShow }) => alwaysShow);
    if (meant) pick.activeItems = [meant];
  };
  show(present);
  pick.onDidChangeValue(() => {
    tickedAtTyping = pick.selectedItems.map(({ tag }) => tag);
    show(tickedAtTyping);
  });
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        const ticked = pick.selectedItems.map(({ tag }) => tag);
        // what was typed and not ticked is meant, unless it only served to find what was ticked then
        const isFilter = ticked.join('\n') !== tickedAtTyping.join('\n');
        const meant = pick.activeItems[0]?.tag;
        const isMeant = pick.value.trim() === '' ? ticked.length === 0 && present.length === 0 : !isFilter;
        resolve([...new Set([...ticked, ...(isMeant && meant ? [meant] : [])])]);
      });
      pick.onDidTriggerButton(() => resolve('button'));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** What is listed while `typed` stands there: what it finds, then `ticked`, then the rest; last of all a new tag. */
function tagItems(codebook: Codebook, recent: readonly string[], ticked: readonly string[], typed: string): TagItem[] {
  const { allTags, colorOf, findTags, resolveTag } = engine();
  const byPath = new Map(allTags(codebook).map((tag) => [tag.path, tag]));
  const found = findTags(codebook, typed);
  const used = recent.filter((path) => byPath.has(path)).slice(0, RECENT_SHOWN);
  const paths = [...new Set([...found, ...ticked, ...used, ...byPath.keys()])];
  const items = paths.map((path): TagItem => {
    const depth = path.split('/').length - 1;
    const isListed = typed !== '' || ticked.includes(path) || used.includes(path);
    const { name, description } = byPath.get(path) ?? {};
    return {
      tag: path,
      label: isListed || depth === 0 ? path : `${'\u2003'.repeat(depth)}${name}`,
      description: used.includes(path) ? l10n.t('recently used') : isListed || depth === 0 ? '' : path,
      ...(description ? { detail: description } : {}),
      iconPath: tagIcon(colorOf(codebook, path)),
      alwaysShow: found.includes(path) || path === typed,
    };
  });
  const isNew = typed !== '' && resolveTag(codebook, typed) === undefined && !paths.includes(typed);
  // its words are not in the label: the editor lists first what has the typed words there
  const fresh = { tag: typed, label: l10n.t('New tag'), description: typed, iconPath: ADD, alwaysShow: true };
  return isNew ? [...items, fresh] : items;
}
