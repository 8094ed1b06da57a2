import { l10n, Uri, window } from 'vscode';
import type { LiveAnnotation, LiveAnnotations } from './annotations';
import { readComparison } from './comparison';
import { LANGUAGE, OWN_SCHEMES, VIEWS } from './ids';
import { settings } from './settings';
import { selectedNodes, showMade, type TreeNode } from './tree';
import { nameWords } from './wording';

/** An annotation as hovers, trees and quick fixes pass it to commands: plain data that survives a link. */
export interface AnnotationReference {
  /** The transcript. */
  readonly uri: string;
  readonly id: string;
}

export const referenceToAnnotation = (transcript: Uri, id: string): AnnotationReference => ({
  uri: transcript.toString(),
  id,
});

export const transcriptAt = ({ uri }: AnnotationReference): Uri => Uri.parse(uri);

/** Shows an annotation in its view once it has `tags`, below one of them. */
export function showTagged({ id }: AnnotationReference, tags: readonly string[]): void {
  if (!settings.followCursor()) return;
  showMade(VIEWS.annotations, ({ value }) => {
    if (typeof value !== 'object' || value === null || !('id' in value) || value.id !== id) return false;
    return !('tag' in value) || tags.includes(value.tag as string);
  });
}

/** Shows a tag in the view of annotations. */
export const showTag = (path: string): void =>
  showMade(VIEWS.annotations, ({ context, value }) => /^(tag|unknownTag)$/u.test(context ?? '') && value === path);

/** What key bindings pass that mean what is selected in the Annotations view. */
export const FROM_VIEW = 'view';

/** What a command was called on: nodes that are selected in a tree, a link's reference, else what is at the caret. */
export async function readAnnotationReferences(
  argument: unknown,
  selected: unknown,
  annotations: LiveAnnotations,
): Promise<AnnotationReference[]> {
  const nodes = argument === FROM_VIEW ? selectedNodes(VIEWS.annotations) : Array.isArray(selected) ? selected : [];
  const named = [...nodes, argument].flatMap((one) => referenceIn(one) ?? []);
  if (named.length > 0 || argument === FROM_VIEW)
    return named.filter(({ id }, index) => named.findIndex((one) => one.id === id) === index);
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE) return [];
  const here = annotationsAt(annotations.get(editor.document), editor.selection.active);
  const meant = here.length > 1 ? await pickAnnotation(here) : here[0];
  return meant ? [referenceToAnnotation(editor.document.uri, meant.annotation.id)] : [];
}

/** Asks which of several annotations over one place is meant. */
async function pickAnnotation(nested: readonly LiveAnnotation[]): Promise<LiveAnnotation | undefined> {
  const items = nested.map((live) => ({
    live,
    label: nameWords(live.annotation.target.exact),
    description: live.annotation.tags.join(', '),
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Which Annotation?'), matchOnDescription: true }))?.live;
}

/** The annotations over a place, the shortest first. */
export function annotationsAt(
  live: readonly LiveAnnotation[],
  position: Parameters<NonNullable<LiveAnnotation['range']>['contains']>[0],
): LiveAnnotation[] {
  const length = ({ annotation }: LiveAnnotation) => annotation.target.exact.length;
  return live
    .filter(({ range, proposals }) => (range ?? proposals[0])?.contains(position))
    .sort((a, b) => length(a) - length(b));
}

function referenceIn(value: unknown): AnnotationReference | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Uri) return value.scheme === OWN_SCHEMES.wording ? readComparison(value).reference : undefined;
  if ('id' in value && 'uri' in value && !('label' in value)) return value as AnnotationReference;
  const own = (value as TreeNode).value;
  return typeof own === 'object' && own !== null && 'id' in own ? (own as AnnotationReference) : undefined;
}
