import { commands, Disposable, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import type { TagChange } from '../../core/codebook/codebookOperation';
import { FROM_VIEW, showTag } from '../../host/annotationReference';
import type { KnownCodebook } from '../../host/codebooks';
import { engine } from '../../host/engine';
import { fileExists } from '../../host/fileExists';
import type { Step } from '../../host/history';
import { COMMANDS, VIEWS } from '../../host/ids';
import type { Services } from '../../host/services';
import { transcriptOf } from '../../host/sidecars';
import { tagIcon } from '../../host/tagIcon';
import { selectedNodes, type TreeNode } from '../../host/tree';
import { fileName } from '../../host/wording';
import { SHADOWS } from '../../host/workspaceFiles';
import { registerExchange } from './exchange';
import { createTag, type NewTag } from './newTag';

/** Renaming, moving, merging and deleting tags, in the codebook and in every annotation of the workspace at once. */
export function registerTagCommands(services: Services): Disposable {
  const on = (command: string, ask: (path: string, known: KnownCodebook) => Promise<TagChange | undefined>) =>
    commands.registerCommand(command, async (argument?: TreeNode | typeof FROM_VIEW) => {
      const node = argument === FROM_VIEW ? selectedNodes(VIEWS.annotations)[0] : argument;
      if (node?.context?.startsWith('annotation')) {
        await commands.executeCommand(COMMANDS.editTags, node);
        return;
      }
      const known = await services.codebooks.load(anyTranscript(services));
      const path = typeof node?.value === 'string' ? node.value : await pickTag(known, l10n.t('Which Tag?'));
      const change = path === undefined ? undefined : await ask(path, known);
      if (change) await carryOut(services, known, change);
    });
  return Disposable.from(
    registerExchange(services, () => services.codebooks.load(anyTranscript(services))),
    on(COMMANDS.renameTag, askForName),
    on(COMMANDS.mergeTag, async (path, known) => {
      const into = await pickTag(known, l10n.t('Merge “{0}” into Which Tag?', path), path);
      return into === undefined ? undefined : { kind: 'mergeTag', path, into };
    }),
    on(COMMANDS.moveTag, async (path, known) => {
      const to = await pickTag(known, l10n.t('Move “{0}” below Which Tag?', path), path, true);
      return to === undefined ? undefined : { kind: 'moveTag', path, to };
    }),
    on(COMMANDS.deleteTag, async (path) => ({ kind: 'deleteTag', path })),
    commands.registerCommand(COMMANDS.adoptTag, async (node?: TreeNode) => {
      if (typeof node?.value !== 'string') return;
      const codebook = services.codebooks.uriFor(anyTranscript(services));
      const operations = [{ kind: 'addTag' as const, path: node.value }];
      await services.history.run(l10n.t('add tag {0} to the codebook', node.value), [{ codebook, operations }]);
    }),
    commands.registerCommand(COMMANDS.newTag, (argument?: TreeNode | NewTag) => {
      const given = argument && 'path' in argument ? (argument as NewTag) : undefined;
      const parent =
        !given && argument && typeof (argument as TreeNode).value === 'string'
          ? `${(argument as TreeNode).value}/`
          : '';
      return createTag(services, anyTranscript(services), given, parent);
    }),
    commands.registerCommand(COMMANDS.openCodebook, async () => {
      const { uri } = await services.codebooks.load(anyTranscript(services));
      if (await fileExists(uri)) await window.showTextDocument(uri);
      else
        window.showInformationMessage(l10n.t('There is no codebook yet: it begins with the first tag that you give.'));
    }),
  );
}

/** Some place in the workspace whose codebook is meant. */
function anyTranscript({ transcripts }: Services): Uri {
  const shown = transcripts.activeOnly()[0]?.uri;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  // a text that was never saved has no folder
  return (shown?.scheme === 'untitled' ? undefined : shown) ?? (folder ? Uri.joinPath(folder, 'any') : Uri.file('/'));
}

type TagItem = QuickPickItem & { readonly path: string };

async function pickTag(
  { codebook }: KnownCodebook,
  title: string,
  not?: string,
  withTop = false,
): Promise<string | undefined> {
  const { allTags, colorOf } = engine();
  const isBelow = (path: string) => not !== undefined && (path === not || path.startsWith(`${not}/`));
  const items = allTags(codebook)
    .filter(({ path }) => !isBelow(path))
    .map(
      ({ path, description }): TagItem => ({
        path,
        label: path,
        ...(description ? { description } : {}),
        iconPath: tagIcon(colorOf(codebook, path)),
      }),
    );
  const top: TagItem = { path: '', label: l10n.t('(top level)') };
  return (await window.showQuickPick(withTop ? [top, ...items] : items, { title }))?.path;
}

async function askForName(path: string): Promise<TagChange | undefined> {
  const old = path.split('/').at(-1)!;
  const name = await window.showInputBox({
    title: l10n.t('Rename Tag “{0}”', path),
    value: old,
    validateInput: (typed) =>
      engine().isTagName(typed.trim())
        ? ''
        : l10n.t('A name has no “/”. To put it below another tag, use “Move Tag…”.'),
  });
  return name === undefined || name.trim() === old ? undefined : { kind: 'renameTag', path, name: name.trim() };
}

/** Shows what changes in how many annotations, and does it as one step that can be undone. */
async function carryOut(services: Services, known: KnownCodebook, change: TagChange): Promise<void> {
  const { sidecars, codebooks, history } = services;
  const all = await workspace.findFiles(`**/*${SIDECAR_SUFFIX}`, SHADOWS);
  // another folder of the workspace has a codebook of its own
  const files = all.filter((file) => codebooks.uriFor(transcriptOf(file)).toString() === known.uri.toString());
  const unread: string[] = [];
  const read = await Promise.all(
    files.map(async (file) => {
      const transcript = transcriptOf(file);
      const { sidecar, problems } = await sidecars.load(transcript);
      if (problems.length > 0) unread.push(fileName(file));
      return { key: transcript.toString(), annotations: sidecar.annotations };
    }),
  );
  const planned = engine().planTagChange(change, read, known.codebook);
  const steps = planned.map(({ key, operations }): Step => ({ transcript: Uri.parse(key), operations }));
  const count = planned.reduce((sum, { operations }) => sum + operations.length, 0);
  const go = wordAction(change);
  const { allTags, findTag } = engine();
  const bare = planned.flatMap(({ operations }) =>
    operations.filter(({ changes }) => changes.tags?.length === 0),
  ).length;
  const below = allTags(known.codebook).filter(({ path }) => path.startsWith(`${change.path}/`)).length;
  const detail = [
    l10n.t('Annotations that change: {0}', count),
    ...(bare > 0 ? [l10n.t('Annotations that are left without a tag: {0}', bare)] : []),
    ...(change.kind === 'deleteTag' && below > 0 ? [l10n.t('Tags below it, which go too: {0}', below)] : []),
    ...planned
      .slice(0, 12)
      .map(({ key, operations }) => l10n.t('{0}: {1}', fileName(Uri.parse(key)), operations.length)),
    ...(planned.length > 12 ? [l10n.t('{0} more', planned.length - 12)] : []),
    ...(unread.length > 0 ? [l10n.t('Not read, and left as they are: {0}', unread.join(', '))] : []),
    l10n.t('It can be undone with “Undo Annotation Change”.'),
  ].join('\n');
  const answer = await window.showWarningMessage(wordChange(change), { modal: true, detail }, go);
  if (answer !== go) return;
  // one that only annotations know is changed in these
  if (findTag(known.codebook, change.path)) steps.push({ codebook: known.uri, operations: [change] });
  if (!(await history.run(wordChange(change), steps))) return;
  // a tag that has another path stays in sight
  const names = change.path.split('/');
  if (change.kind === 'renameTag') showTag([...names.slice(0, -1), change.name].join('/'));
  else if (change.kind === 'moveTag') showTag([change.to, names.at(-1)].filter(Boolean).join('/'));
}

/** The button that does it says what it does. */
function wordAction({ kind }: TagChange): string {
  switch (kind) {
    case 'renameTag':
      return l10n.t('Rename');
    case 'mergeTag':
      return l10n.t('Merge');
    case 'moveTag':
      return l10n.t('Move');
    case 'deleteTag':
      return l10n.t('Delete');
    default:
      return l10n.t('OK');
  }
}

function wordChange(change: TagChange): string {
  switch (change.kind) {
    case 'renameTag':
      return l10n.t('Rename tag “{0}” to “{1}”', change.path, change.name);
    case 'mergeTag':
      return l10n.t('Merge tag “{0}” into “{1}”', change.path, change.into);
    case 'moveTag':
      return l10n.t('Move tag “{0}” below “{1}”', change.path, change.to || l10n.t('(top level)'));
    case 'deleteTag':
      return l10n.t('Delete tag “{0}” and take it off every annotation', change.path);
    default:
      return change.path;
  }
}
