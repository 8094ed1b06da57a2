import { commands, Disposable, l10n, Range, Selection, type TextEditor, type Uri, window } from 'vscode';
import type { SidecarProblem } from '../../core/annotation/sidecar';
import type { SidecarOperation } from '../../core/annotation/sidecarOperation';
import type { Span } from '../../core/text/span';
import {
  type AnnotationReference,
  FROM_VIEW,
  readAnnotationReferences,
  referenceToAnnotation,
  showTagged,
  transcriptAt,
} from '../../host/annotationReference';
import { engine } from '../../host/engine';
import { isReference, showReference } from '../../host/findingReference';
import type { Step } from '../../host/history';
import { COMMANDS, INTERNAL_COMMANDS, LANGUAGE, VIEWS } from '../../host/ids';
import { wordRefusal } from '../../host/messages';
import { newTags } from '../../host/newTags';
import type { Services } from '../../host/services';
import { settings } from '../../host/settings';
import { sidecarOf } from '../../host/sidecars';
import { selectedNodes, type TreeNode } from '../../host/tree';
import { fileName, quoteWords } from '../../host/wording';
import { askTags, choosePassages, isSnapped, titleOf } from './choosePassages';
import { cleanTag, pickTags } from './pickTags';
import { lastTags, recentTags, remember } from './recentTags';
import { tagAllMentions, tagPlaces } from './tagAllMentions';

/** What a key binding or script can pass so that nothing is asked. */
interface TagArguments {
  readonly tags?: readonly string[];
  readonly note?: string;
  /** Whether a selection was made by hand and so is brought to whole words. */
  readonly byHand?: boolean;
}

/** Tagging passages, changing and deleting annotations, and taking all that back. */
export function registerTagging(services: Services): Disposable {
  const { annotations, history } = services;
  return Disposable.from(
    commands.registerCommand(COMMANDS.tagSelection, async (argument?: unknown) => {
      const editor = isReference(argument) ? await showReference(argument) : activeTranscript();
      if (editor) await tagSelection(services, editor, readArguments(argument));
    }),
    commands.registerCommand(COMMANDS.tagAgain, async () => {
      const editor = activeTranscript();
      if (!editor) return;
      const last = lastTags(services);
      await tagSelection(services, editor, last.length > 0 ? { tags: last, byHand: true } : {});
    }),
    commands.registerCommand(COMMANDS.tagAllMentions, (node?: TreeNode) => tagAllMentions(services, node)),
    commands.registerCommand(INTERNAL_COMMANDS.tagPlaces, (places: Parameters<typeof tagPlaces>[1]) =>
      tagPlaces(services, places),
    ),
    commands.registerCommand(COMMANDS.editTags, (argument?: unknown, selected?: unknown) =>
      editTags(services, argument, selected),
    ),
    commands.registerCommand(COMMANDS.deleteAnnotation, async (argument?: unknown, selected?: unknown) => {
      const [node] = argument === FROM_VIEW ? selectedNodes(VIEWS.annotations) : [];
      if (node?.context === 'tag' || node?.context === 'unknownTag') {
        await commands.executeCommand(COMMANDS.deleteTag, node);
        return;
      }
      const references = await readAnnotationReferences(argument, selected, annotations);
      if (references.length === 0) return sayNoAnnotation(argument);
      const steps = references.map((reference) => ({
        transcript: transcriptAt(reference),
        operations: [{ kind: 'delete', id: reference.id } as const],
      }));
      const [only] = references;
      const words = references.length === 1 ? wordsOf(services, only!) : '';
      const label = words ? l10n.t('delete “{0}”', words) : l10n.t('delete {0} annotations', references.length);
      await history.run(label, steps);
    }),
    commands.registerCommand(COMMANDS.undoAnnotationChange, () => history.undo()),
    commands.registerCommand(COMMANDS.redoAnnotationChange, () => history.redo()),
  );
}

function activeTranscript(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === LANGUAGE) return editor;
  window.showInformationMessage(l10n.t('Open a transcript and select a passage to tag it.'));
  return undefined;
}

const sayNoAnnotation = (argument?: unknown) =>
  void window.showInformationMessage(
    argument === FROM_VIEW
      ? l10n.t('Select an annotation or a tag in the view first.')
      : l10n.t('Put the cursor into an annotated passage first.'),
  );

/** The annotated words, as short as a message needs. */
function wordsOf({ sidecars }: Services, reference: AnnotationReference): string {
  const { annotations } = sidecars.known(transcriptAt(reference)).sidecar;
  const found = annotations.find(({ id }) => id === reference.id);
  return found ? quoteWords(found.target.exact) : '';
}

/** Why nothing can be written, with the way out. */
async function sayFault(sidecar: Uri, fault: SidecarProblem): Promise<void> {
  const merge = l10n.t('Merge Annotations by Entry');
  const open = l10n.t('Open Annotation File');
  const choices = fault.code === 'conflictMarkers' ? [merge, open] : [open];
  const chosen = await window.showErrorMessage(wordRefusal({ ...fault }, fileName(sidecar)), ...choices);
  if (chosen === merge) await commands.executeCommand(COMMANDS.resolveConflict, sidecar);
  else if (chosen === open) {
    await window.showTextDocument(sidecar, { selection: new Range(fault.line, 0, fault.line, 0) });
  }
}

async function tagSelection(
  services: Services,
  editor: TextEditor,
  { tags, note, byHand = false }: TagArguments,
): Promise<void> {
  const { analyses, annotations, codebooks, history, sidecars } = services;
  const { document } = editor;
  if (document.isUntitled) {
    const save = l10n.t('Save…');
    const why = l10n.t('Save the transcript first: annotations are kept in a file next to it.');
    // modal: the tag that somebody goes on typing must not end up in the text
    const chosen = await window.showInformationMessage(why, { modal: true }, save);
    if (chosen === save) await commands.executeCommand('workbench.action.files.saveAs');
    return;
  }
  // what is selected when the command is called, however much is clicked while it waits
  const { selections } = editor;
  const { fault } = await sidecars.loadFresh(document.uri);
  if (fault) {
    // not awaited: it ends when the person closes it
    void sayFault(sidecarOf(document.uri), fault);
    return;
  }
  const analysed = analyses.get(document);
  let live = await annotations.ready(document);
  /** The annotation that a passage has already: its tags are changed instead of adding another. */
  const annotationAt = (span: Span) => {
    const range = analysed.source.range(span);
    return live.find((one) => one.range?.isEqual(range))?.annotation;
  };
  const isKnown = (span: Span) => annotationAt(span) !== undefined;
  const passages = await choosePassages(services, analysed, editor, { selections, tags, isKnown });
  if (!passages) return;
  const { codebook } = await codebooks.loadFresh(document.uri);
  const recent = recentTags(services);
  const tagsOf = (spans: readonly Span[]) => [...new Set(spans.flatMap((span) => annotationAt(span)?.tags ?? []))];
  // whoever passes the tags sees no question, and so must get what is selected
  const answer = tags
    ? { spans: byHand ? passages.whole : passages.selected, chosen: tags }
    : await askTags(editor, analysed, passages, (spans, options) =>
        pickTags(codebook, recent, tagsOf(spans), { title: titleOf(analysed, spans), ...options }),
      );
  if (!answer) return;
  const { spans, chosen } = answer;
  // tags that are given without asking are added, whatever is there
  const present = tags ? [] : tagsOf(spans);
  if (chosen.length === 0 && tagsOf(spans).length === 0) return;
  const operationAt = (span: Span): SidecarOperation[] => {
    const known = annotationAt(span);
    if (known) {
      const changes = { tags: retag(known.tags, present, chosen), ...(note ? { note } : {}) };
      return [{ kind: 'change', id: known.id, changes, ifStill: { tags: known.tags } }];
    }
    // it is gone meanwhile, and had only tags that are not wanted
    if (chosen.length === 0) return [];
    const facts = { tags: chosen, note, creator: settings.creator() };
    return [{ kind: 'add', annotation: engine().newAnnotation(analysed.source.text, span, facts) }];
  };
  let operations: SidecarOperation[] = [];
  const plan = async (): Promise<Step[]> => {
    // while the person was asked, others could go on
    live = await annotations.ready(document);
    const { codebook } = await codebooks.loadFresh(document.uri);
    if (document.version !== analysed.version) {
      window.showInformationMessage(l10n.t('The text was changed meanwhile. Select the passage again.'));
      return [];
    }
    operations = spans.flatMap(operationAt);
    if (operations.length === 0) return [];
    return [...newTags(codebooks, document.uri, codebook, chosen), { transcript: document.uri, operations }];
  };
  const [only] = spans.length === 1 ? spans : [];
  const words = only ? quoteWords(analysed.source.text.slice(only.start, only.end)) : '';
  const named = chosen.join(', ');
  if (!(await history.run(words ? l10n.t('tag “{0}” with {1}', words, named) : l10n.t('tag {0}', named), plan))) return;
  // whoever was asked nothing sees now what was tagged
  if (byHand && isSnapped(passages)) editor.selections = spans.map((span) => toSelection(analysed.source.range(span)));
  const [first] = operations.map((one) => (one.kind === 'add' ? one.annotation.id : 'id' in one ? one.id : ''));
  if (first) showTagged(referenceToAnnotation(document.uri, first), chosen);
  await remember(services, chosen);
}

const toSelection = ({ start, end }: Range): Selection => new Selection(start, end);

/**
 * The tags of one annotation after tags were ticked and unticked for several at once: `present` is what any of them had,
 * `chosen` what is ticked now. Each keeps what only it has.
 */
function retag(own: readonly string[], present: readonly string[], chosen: readonly string[]): string[] {
  const kept = own.filter((tag) => chosen.includes(tag) || !present.includes(tag));
  return [...new Set([...kept, ...chosen.filter((tag) => !present.includes(tag))])];
}

async function editTags(services: Services, argument: unknown, selected: unknown): Promise<void> {
  const { annotations, sidecars, codebooks, history } = services;
  const references = await readAnnotationReferences(argument, selected, annotations);
  if (references.length === 0) return sayNoAnnotation(argument);
  const found = await Promise.all(
    references.map(async (reference) => {
      const transcript = transcriptAt(reference);
      const { sidecar } = await sidecars.loadFresh(transcript);
      return { transcript, annotation: sidecar.annotations.find(({ id }) => id === reference.id) };
    }),
  );
  const first = found[0]!.transcript;
  const present = [...new Set(found.flatMap(({ annotation }) => annotation?.tags ?? []))];
  const { codebook } = await codebooks.loadFresh(first);
  const words = references.length === 1 ? wordsOf(services, references[0]!) : '';
  const title = words ? l10n.t('Edit Tags of “{0}”', words) : l10n.t('Edit Tags');
  const chosen = await pickTags(codebook, recentTags(services), present, { title });
  if (!chosen || chosen === 'button') return;
  const changes = found.flatMap(({ transcript, annotation }): Step[] => {
    if (!annotation) return [];
    const changes = { tags: retag(annotation.tags, present, chosen) };
    const ifStill = { tags: annotation.tags };
    return [{ transcript, operations: [{ kind: 'change', id: annotation.id, changes, ifStill }] }];
  });
  const steps = [...newTags(codebooks, first, codebook, chosen), ...changes];
  if (!(await history.run(l10n.t('edit tags'), steps))) return;
  showTagged(references[0]!, chosen);
  await remember(services, chosen);
}

function readArguments(argument: unknown): TagArguments {
  if (typeof argument !== 'object' || argument === null) return {};
  const { tags, note } = argument as Record<string, unknown>;
  return {
    ...(Array.isArray(tags) ? { tags: tags.map((tag) => cleanTag(String(tag))).filter((tag) => tag !== '') } : {}),
    ...(typeof note === 'string' ? { note } : {}),
  };
}
