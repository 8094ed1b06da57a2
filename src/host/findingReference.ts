import { Range, type TextEditor, Uri, window } from 'vscode';
import type { AnalysedDocument } from './analyses';
import { findingsAt } from './findings';
import { LANGUAGE } from './ids';
import { textColumn } from './textColumn';
import type { TreeNode } from './tree';

export type FindingKind = 'claim' | 'slogan' | 'speaker';

/** A finding as hovers, trees and tables pass it to commands: plain data that survives a link. */
export interface FindingReference {
  readonly kind: FindingKind;
  readonly uri: string;
  /** First line and column, last line and column, from 0. */
  readonly range: readonly [number, number, number, number];
}

export function referenceTo(kind: FindingKind, uri: Uri, { start, end }: Range): FindingReference {
  return { kind, uri: uri.toString(), range: [start.line, start.character, end.line, end.character] };
}

export const placeOf = ({ uri, range }: FindingReference): { uri: Uri; range: Range } => ({
  uri: Uri.parse(uri),
  range: new Range(...range),
});

/** What a command was called on: a link's or table's reference, a tree's node, else what is at the caret. */
export function readReference(
  argument: unknown,
  active: () => AnalysedDocument | undefined,
): FindingReference | undefined {
  if (isReference(argument)) return argument;
  if (isNode(argument)) {
    const kind = KINDS[argument.context ?? ''];
    return kind && argument.place ? referenceTo(kind, argument.place.uri, argument.place.range) : undefined;
  }
  const editor = window.activeTextEditor;
  const analysed = editor?.document.languageId === LANGUAGE ? active() : undefined;
  if (!editor || !analysed) return undefined;
  const { claim, slogan, labelled } = findingsAt(analysed, analysed.source.offset(editor.selection.active));
  const { uri } = editor.document;
  if (claim) return referenceTo('claim', uri, analysed.source.range(claim));
  if (slogan) return referenceTo('slogan', uri, analysed.source.range(slogan));
  return labelled && referenceTo('speaker', uri, analysed.source.range(labelled.labelSpan));
}

/** By what menus know a node. */
const KINDS: Readonly<Record<string, FindingKind>> = {
  claim: 'claim',
  slogan: 'slogan',
  mention: 'slogan',
  turn: 'speaker',
};

/** Shows what a reference is to beside what is worked with, selected. */
export async function showReference(reference: FindingReference): Promise<TextEditor> {
  const { uri, range: selection } = placeOf(reference);
  return window.showTextDocument(uri, { viewColumn: textColumn(uri), selection });
}

export const isReference = (value: unknown): value is FindingReference =>
  typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range) && 'kind' in value;

const isNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && 'label' in value && 'id' in value;
