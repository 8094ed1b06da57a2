import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  type Position,
  type Range,
  type TextDocument,
  type TextEditor,
  TextEditorSelectionChangeKind,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type TreeViewOptions,
  type Uri,
  type ViewBadge,
  window,
} from 'vscode';
import type { Query } from '../core/query/query';
import type { Steps } from '../core/steps';
import { inSlices } from '../store/inSlices';
import { dropOriginals } from './dropOriginals';
import { FILTERS, INTERNAL_COMMANDS } from './ids';
import { isRevealed } from './revealed';
import { settings } from './settings';

/** A line of a tree, made from data; the editor's own items are made of it when they are shown. */
export interface TreeNode {
  /** The same for the same thing after every change, so that the tree stays open where it was. */
  readonly id: string;
  readonly label: string;
  /** What of the label is marked, as offsets in it. */
  readonly marked?: readonly [start: number, end: number];
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: string;
  readonly iconUri?: Uri;
  readonly color?: string;
  /** What menus know it by. */
  readonly context?: string;
  readonly place?: { readonly uri: Uri; readonly range: Range };
  /** All of the text that the node stands for, where that is more than its place. */
  readonly covers?: Range;
  /** What a click does where there is no place to go to; called with the node. */
  readonly command?: string;
  readonly isOpen?: boolean;
  readonly children?: () => readonly TreeNode[];
  /** Instead, where they have to be asked for; nothing looks below such a node but who opens it. */
  readonly laterChildren?: () => Promise<readonly TreeNode[]>;
  /** What commands on the node work on. */
  readonly value?: unknown;
  /** What finds in all transcripts what the node stands for. */
  readonly asks?: Query;
}

export interface TreeContent {
  readonly nodes: readonly TreeNode[];
  /** Behind the view's title, such as a count. */
  readonly description?: string;
  /** Above the nodes, where there is something to say. */
  readonly message?: string;
  readonly badge?: ViewBadge;
}

const FOLLOW_MS = 120;
/** What was made is in the view after so long, if ever. */
const WANTED_MS = 5000;

/** The nodes that hold the words, in what is shown of them, with those that lead there; below such a node all stay. */
function filtered(nodes: readonly TreeNode[], words: string): TreeNode[] {
  return nodes.flatMap((node) => {
    const said = [node.label, node.description, node.tooltip].join('\n').toLowerCase();
    if (said.includes(words)) return [node];
    const below = filtered(node.children?.() ?? [], words);
    return below.length === 0 ? [] : [{ ...node, id: `${node.id}?${words}`, isOpen: true, children: () => below }];
  });
}

const trees = new Map<string, Tree>();

/** What is selected in a view. */
export const selectedNodes = (view: string): readonly TreeNode[] => trees.get(view)?.view.selection ?? [];

/** Shows what somebody has just made as soon as it is in a view, whatever it lies below. */
export const showMade = (view: string, isMade: (node: TreeNode) => boolean): void => trees.get(view)?.showMade(isMade);

/** A view made of `content`, asked for while the view is visible and when `changes` fire. It can follow the cursor. */
export class Tree implements Disposable, TreeDataProvider<TreeNode> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly view: TreeView<TreeNode>;
  private readonly all: Disposable;
  /** What is shown, and its like that is being made. */
  private roots: readonly TreeNode[] = [];
  private loading: Promise<readonly TreeNode[]> | undefined;
  private stop = new AbortController();
  /** By node, not by id: the editor may still ask about a node of before a change. */
  private readonly parents = new WeakMap<TreeNode, TreeNode>();
  private readonly children = new WeakMap<TreeNode, readonly TreeNode[]>();
  private timer: NodeJS.Timeout | undefined;
  /** Words that are looked for, in lower case; empty for none. */
  private filter = '';
  /** What a person opened and closed, by id: a view that comes back to a transcript is as it was left. */
  private readonly opened = new Map<string, boolean>();
  private made: { readonly isMade: (node: TreeNode) => boolean; readonly until: number } | undefined;

  constructor(
    view: string,
    private readonly content: (signal: AbortSignal) => TreeContent | Promise<TreeContent>,
    changes: readonly ((listener: () => void) => Disposable)[],
    options: Partial<TreeViewOptions<TreeNode>> = {},
  ) {
    this.view = window.createTreeView(view, {
      ...{ treeDataProvider: this, showCollapseAll: true, dragAndDropController: dropOriginals },
      ...options,
    });
    trees.set(view, this);
    this.all = Disposable.from(
      this.view,
      this.changed,
      ...changes.map((subscribe) => subscribe(() => this.refresh())),
      commands.registerCommand(FILTERS[view]!, () => this.askForFilter()),
      this.view.onDidExpandElement(({ element }) => this.opened.set(element.id, true)),
      this.view.onDidCollapseElement(({ element }) => this.opened.set(element.id, false)),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.refresh();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        // what a click in a tree selects is no wish to see another node, nor is selecting words for something else
        const isCommand = kind === TextEditorSelectionChangeKind.Command || kind === undefined;
        if (isRevealed(textEditor) || (!isCommand && !textEditor.selection.isEmpty)) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.follow(textEditor), FOLLOW_MS);
      }),
    );
  }

  refresh(): void {
    this.loading = undefined;
    if (this.view.visible) void this.load();
    this.changed.fire(undefined);
  }

  showMade(isMade: (node: TreeNode) => boolean): void {
    this.made = { isMade, until: Date.now() + WANTED_MS };
    void this.revealMade();
  }

  private async revealMade(): Promise<void> {
    const { made, roots } = this;
    if (!made || !this.view.visible) return;
    const node = await inSlices(this.find(roots, made.isMade));
    if (this.made !== made) return;
    if (Date.now() > made.until) this.made = undefined;
    if (!node || this.made !== made || this.roots !== roots) return;
    // the editor refuses nodes that it is about to replace; what comes meanwhile is looked through when it is shown
    const isShown = await this.view.reveal(node, { select: true, focus: false }).then(
      () => true,
      () => false,
    );
    if (isShown && this.made === made && this.roots === roots) this.made = undefined;
  }

  private *find(nodes: readonly TreeNode[], isMeant: (node: TreeNode) => boolean): Steps<TreeNode | undefined> {
    const open = [...nodes].reverse();
    for (let node = open.pop(); node; node = open.pop()) {
      if (isMeant(node)) return node;
      if (!node.laterChildren) open.push(...[...this.below(node)].reverse());
      yield;
    }
    return undefined;
  }

  private async askForFilter(): Promise<void> {
    const typed = await window.showInputBox({
      title: l10n.t('Filter: {0}', this.view.title ?? ''),
      value: this.filter,
      prompt: l10n.t('Shows only what holds these words. Leave empty to show all.'),
    });
    if (typed === undefined) return;
    this.filter = typed.trim().toLowerCase();
    this.refresh();
  }

  private load(): Promise<readonly TreeNode[]> {
    this.stop.abort();
    this.stop = new AbortController();
    const { signal } = this.stop;
    const loading = this.make(signal).catch((error) => {
      if (signal.aborted) return this.loading ?? this.roots;
      throw error;
    });
    this.loading = loading;
    return loading;
  }

  private async make(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const { nodes, description, message, badge } = await this.content(signal);
    signal.throwIfAborted();
    const { filter } = this;
    this.roots = filter === '' ? nodes : filtered(nodes, filter);
    this.view.description = [filter && `“${filter}”`, description].filter(Boolean).join(' · ');
    this.view.message =
      this.roots.length === 0 && nodes.length > 0 ? l10n.t('Nothing here holds “{0}”.', filter) : (message ?? '');
    this.view.badge = badge;
    return this.roots;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) {
      const roots = await (this.loading ?? this.load());
      if (this.made) setTimeout(() => void this.revealMade(), FOLLOW_MS);
      return [...roots];
    }
    if (node.laterChildren && !this.children.has(node)) this.children.set(node, await node.laterChildren());
    return [...this.below(node)];
  }

  private below(node: TreeNode): readonly TreeNode[] {
    const known = this.children.get(node) ?? node.children?.() ?? [];
    this.children.set(node, known);
    for (const child of known) this.parents.set(child, node);
    return known;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.parents.get(node);
  }

  getTreeItem(node: TreeNode): TreeItem {
    const { label, marked } = node;
    const item = new TreeItem(marked ? { label, highlights: [[...marked]] } : label);
    item.id = node.id;
    item.tooltip = node.tooltip ?? (node.description ? `${node.label} — ${node.description}` : node.label);
    if (node.description) item.description = node.description;
    if (node.icon) item.iconPath = new ThemeIcon(node.icon, node.color ? new ThemeColor(node.color) : undefined);
    if (node.iconUri) item.iconPath = node.iconUri;
    if (node.context) item.contextValue = node.context;
    // else the whole tooltip would be read out
    item.accessibilityInformation = { label: [node.label, node.description].filter(Boolean).join(', ') };
    if (node.place) {
      const { uri, range } = node.place;
      item.command = { command: INTERNAL_COMMANDS.reveal, title: node.label, arguments: [uri, range] };
    } else if (node.command) item.command = { command: node.command, title: node.label, arguments: [node] };
    if (node.children || node.laterChildren) {
      const isOpen = this.opened.get(node.id) ?? node.isOpen;
      item.collapsibleState = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    }
    return item;
  }

  private rootOf(node: TreeNode): TreeNode {
    let root = node;
    for (let above = this.parents.get(root); above; above = this.parents.get(root)) root = above;
    return root;
  }

  private async follow(editor: TextEditor): Promise<void> {
    if (!this.view.visible || !settings.followCursor()) return;
    // who goes through one list should not be taken out of it
    const [selected] = this.view.selection;
    const root = selected && this.rootOf(selected);
    const roots = this.roots;
    const { document } = editor;
    const { active } = editor.selection;
    const best = await inSlices(this.narrowest(root ? this.below(root) : [], document, active));
    // meanwhile the cursor may have gone on, or the view shows others
    const isStill = () => this.roots === roots && active.isEqual(editor.selection.active) && this.view.visible;
    const node = best ?? (isStill() ? await inSlices(this.narrowest(roots, document, active)) : undefined);
    if (node && isStill()) void this.view.reveal(node, { select: true, focus: false });
  }

  /** The node of a place that covers the least around a position; nodes are made as they are looked at. */
  private *narrowest(
    nodes: readonly TreeNode[],
    { uri }: TextDocument,
    position: Position,
  ): Steps<TreeNode | undefined> {
    const key = uri.toString();
    let best: { node: TreeNode; range: Range } | undefined;
    const open = [...nodes].reverse();
    for (let node = open.pop(); node; node = open.pop()) {
      const range = node.covers ?? node.place?.range;
      if (range?.contains(position) && node.place?.uri.toString() === key) {
        if (!best || best.range.contains(range)) best = { node, range };
      }
      if (!node.laterChildren || this.children.has(node)) open.push(...[...this.below(node)].reverse());
      yield;
    }
    return best?.node;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.loading = undefined;
    this.stop.abort();
    this.all.dispose();
  }
}
