import { l10n, type QuickPickItem, type TextEditor, Uri, window } from 'vscode';
import { groupBy } from '../../core/groupBy';
import { type Span, sliceOf } from '../../core/text/span';
import { showTag } from '../../host/annotationReference';
import { DocumentText } from '../../host/documentText';
import { engine } from '../../host/engine';
import { findingsAt } from '../../host/findings';
import type { Step } from '../../host/history';
import { LANGUAGE } from '../../host/ids';
import { newTags } from '../../host/newTags';
import type { Services } from '../../host/services';
import { settings } from '../../host/settings';
import { textAt } from '../../host/textAt';
import type { TreeNode } from '../../host/tree';
import { countPlaces, fileName, quoteWords } from '../../host/wording';
import { PassageMark } from './passageMark';
import { pickTags } from './pickTags';
import { recentTags, remember } from './recentTags';

/** The places of some words in one transcript. */
interface Mentions {
  readonly uri: Uri;
  readonly text: string;
  readonly places: readonly Span[];
}

interface ChosenPlace {
  readonly uri: Uri;
  readonly span: Span;
}
type Place = QuickPickItem & ChosenPlace;

/** Words at a place of a transcript, whose path is a URI. */
interface PlacedWords extends Span {
  readonly path: string;
  readonly text: string;
}

/** Characters that are shown around each place. */
const AROUND = 14;
/** Names a list by more places than anybody looks through. */
const MAX_PLACES = 2000;

/** One tag for every place where some words stand: those of a slogan, those that are selected, or that are typed. */
export async function tagAllMentions(services: Services, node: TreeNode | undefined): Promise<void> {
  const editor = activeEditor();
  const words = (await wordsOf(services, node, editor)) || (await askForWords(editor ? wordsAt(services, editor) : ''));
  if (!words) return;
  const here = services.transcripts.activeOnly()[0]?.uri ?? node?.place?.uri;
  const found = await chooseScope(services, here, words);
  const [first] = found ?? [];
  if (!found || !first) return;
  const chosen = await choosePlaces(found, words, editor);
  if (!chosen || chosen.length === 0) return;
  await tagChosen(services, found, chosen, l10n.t('Tag “{0}” at {1} Places', quoteWords(words), chosen.length));
}

/** One tag, or several, for places that were chosen elsewhere; those whose words are not there any more are left out. */
export async function tagPlaces(services: Services, given: readonly PlacedWords[]): Promise<void> {
  const found: Mentions[] = [];
  for (const [path, own] of groupBy(given, (place) => place.path)) {
    const uri = Uri.parse(path);
    const text = await textAt(services, uri);
    const places = own.filter((place) => sliceOf(text, place) === place.text);
    if (places.length > 0) found.push({ uri, text, places });
  }
  const chosen = found.flatMap(({ uri, places }) => places.map((span) => ({ uri, span })));
  if (chosen.length < given.length)
    window.showInformationMessage(l10n.t('The text was changed meanwhile. Search again.'));
  if (chosen.length > 0) await tagChosen(services, found, chosen, l10n.t('Tag {0} Passages', chosen.length));
}

async function tagChosen(
  services: Services,
  found: readonly Mentions[],
  chosen: readonly ChosenPlace[],
  title: string,
): Promise<void> {
  const [first] = found;
  if (!first) return;
  const { codebook } = await services.codebooks.loadFresh(first.uri);
  const tags = await pickTags(codebook, recentTags(services), [], { title });
  if (!tags || tags === 'button' || tags.length === 0) return;
  const changes = await Promise.all(found.map((one) => stepFor(services, one, chosen, tags)));
  const steps = changes.flat();
  if (steps.length === 0) {
    window.showInformationMessage(l10n.t('All these places have the tag already.'));
    return;
  }
  const all: Step[] = [...newTags(services.codebooks, first.uri, codebook, tags), ...steps];
  if (!(await services.history.run(title, all))) return;
  if (settings.followCursor()) showTag(tags[0]!);
  await remember(services, tags);
}

function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE ? editor : undefined;
}

async function wordsOf(
  { analyses, words }: Services,
  node: TreeNode | undefined,
  editor: TextEditor | undefined,
): Promise<string> {
  if (typeof node?.value === 'string') return node.value;
  if (!editor) return '';
  const analysed = analyses.get(editor.document);
  const [span] = await words.selected(analysed, [analysed.source.span(editor.selection)]);
  return span ? sliceOf(analysed.source.text, span) : '';
}

/** The name of the slogan, or the figure, at the caret: the likeliest to be meant. */
function wordsAt({ analyses }: Services, editor: TextEditor): string {
  const analysed = analyses.get(editor.document);
  const { slogan, claim } = findingsAt(analysed, analysed.source.offset(editor.selection.active));
  return slogan?.name ?? (claim ? sliceOf(analysed.source.text, claim) : '');
}

const askForWords = async (value: string): Promise<string> =>
  (
    await window.showInputBox({ title: l10n.t('Tag All Mentions'), prompt: l10n.t('The words to look for'), value })
  )?.trim() ?? '';

async function chooseScope(services: Services, here: Uri | undefined, words: string): Promise<Mentions[] | undefined> {
  const own = here ? await mentionsIn(services, [here], words) : [];
  const count = (found: readonly Mentions[]) => found.reduce((sum, { places }) => sum + places.length, 0);
  const choices = [
    ...(count(own) > 0
      ? [{ label: l10n.t('In this transcript'), description: countPlaces(count(own)), all: false }]
      : []),
    { label: l10n.t('In all transcripts of the workspace'), all: true },
  ];
  const chosen = await window.showQuickPick(choices, { title: l10n.t('Tag All Mentions of “{0}”', quoteWords(words)) });
  if (!chosen) return undefined;
  if (!chosen.all) return own;
  await services.index.ready();
  const all = await mentionsIn(
    services,
    services.transcripts.heads().map(({ uri }) => uri),
    words,
  );
  if (all.length === 0) window.showInformationMessage(l10n.t('“{0}” stands nowhere.', quoteWords(words)));
  else if (count(all) > MAX_PLACES) {
    window.showInformationMessage(l10n.t('{0} places are too many to look through: choose longer words.', count(all)));
    return undefined;
  }
  return all;
}

async function mentionsIn(services: Services, uris: readonly Uri[], words: string): Promise<Mentions[]> {
  const found: Mentions[] = [];
  for (const uri of uris) {
    const text = await textAt(services, uri);
    const places = engine().findMentions(text, words);
    if (places.length > 0) found.push({ uri, text, places });
  }
  return found;
}

/** Shows all places, ticked; the one that is pointed at is marked in the text where it is open. */
async function choosePlaces(
  found: readonly Mentions[],
  words: string,
  editor: TextEditor | undefined,
): Promise<readonly Place[] | undefined> {
  const pick = window.createQuickPick<Place>();
  const mark = editor && new PassageMark(editor);
  pick.title = l10n.t('Tag All Mentions of “{0}”', quoteWords(words));
  pick.placeholder = l10n.t('Untick what is not meant');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = found.flatMap(({ uri, text, places }) =>
    places.map((span): Place => ({ uri, span, label: contextOf(text, span), description: fileName(uri) })),
  );
  pick.selectedItems = pick.items;
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeActive(([place]) => {
        if (!editor || place?.uri.toString() !== editor.document.uri.toString()) return mark?.show([]);
        const range = new DocumentText(editor.document).range(place.span);
        mark?.show([range]);
        editor.revealRange(range);
      });
      pick.onDidAccept(() => resolve(pick.selectedItems));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    mark?.dispose();
    pick.dispose();
  }
}

function contextOf(text: string, { start, end }: Span): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextLine = text.indexOf('\n', end);
  const lineEnd = nextLine < 0 ? text.length : nextLine;
  const from = Math.max(lineStart, start - AROUND);
  const to = Math.min(lineEnd, end + AROUND);
  const [before, behind] = [from > lineStart ? '…' : '', to < lineEnd ? '…' : ''];
  return `${before}${text.slice(from, start).trimStart()}【${text.slice(start, end)}】${text.slice(end, to).trimEnd()}${behind}`;
}

async function stepFor(
  { sidecars }: Services,
  { uri, text, places }: Mentions,
  chosen: readonly ChosenPlace[],
  tags: readonly string[],
): Promise<Step[]> {
  const own = chosen.filter((place) => place.uri.toString() === uri.toString()).map(({ span }) => span);
  const meant = places.filter((place) => own.includes(place));
  const { sidecar } = await sidecars.loadFresh(uri);
  const given = { tags, creator: settings.creator() };
  const operations = engine().planMentions(text, meant, sidecar.annotations, given);
  return operations.length > 0 ? [{ transcript: uri, operations }] : [];
}
