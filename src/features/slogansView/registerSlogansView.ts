import { type Disposable, l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Slogan } from '../../core/slogans/slogan';
import { type Span, sliceOf } from '../../core/text/span';
import { createActiveTree, type TreeNode } from '../../host/activeTree';
import type { AnalysedDocument } from '../../host/analyses';
import { COMMANDS, VIEWS } from '../../host/ids';
import type { Services } from '../../host/services';
import { shorten } from '../../host/wording';

export function registerSlogansView({ analyses }: Services): Disposable {
  return createActiveTree(VIEWS.slogans, analyses, sloganNodes);
}

function sloganNodes(analysed: AnalysedDocument): TreeNode[] {
  const mentions = new Map<string, Slogan[]>();
  for (const slogan of analysed.slogans) {
    const known = mentions.get(slogan.name);
    if (known) known.push(slogan);
    else mentions.set(slogan.name, [slogan]);
  }
  return [...mentions].map(([name, places]) => {
    const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
    item.id = `${analysed.document.uri}#${name}`;
    item.description = places.length > 1 ? l10n.t('{0} mentions', places.length) : '';
    item.iconPath = new ThemeIcon('megaphone');
    item.command = goTo(analysed, places[0]!);
    const explained = places.find(({ items }) => items.length > 0);
    const items = explained?.items.map((span, index) => itemNode(analysed, span, `${item.id}#item${index}`)) ?? [];
    const mentioned = places.map((place, index) => mentionNode(analysed, place, `${item.id}#${index}`));
    return { item, children: [...items, ...mentioned] };
  });
}

/** One of the things that the slogan stands for. */
function itemNode(analysed: AnalysedDocument, span: Span, id: string): TreeNode {
  const item = new TreeItem(sliceOf(analysed.source.text, span).replace(/\s+/gu, ''));
  item.id = id;
  item.iconPath = new ThemeIcon('list-ordered');
  item.command = goTo(analysed, span);
  return { item, children: [] };
}

function mentionNode(analysed: AnalysedDocument, place: Slogan, id: string): TreeNode {
  const { text } = analysed.source;
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  const before = text.slice(Math.max(lineStart, place.start - 8), place.start);
  const item = new TreeItem(shorten(`${before}${text.slice(place.start, place.end + 24)}`.replace(/\s+/gu, ' ')));
  item.id = id;
  item.iconPath = new ThemeIcon('quote');
  item.command = goTo(analysed, place);
  return { item, children: [] };
}

const goTo = (analysed: AnalysedDocument, place: Span) => ({
  command: COMMANDS.reveal,
  title: l10n.t('Go to Mention'),
  arguments: [analysed.document.uri, analysed.source.range(place)],
});
