import { l10n, MarkdownString, type TextDocument, type Uri } from 'vscode';
import { isAccepted } from '../../core/annotation/anchoring/anchored';
import { referenceToAnnotation } from '../../host/annotationReference';
import type { LiveAnnotation } from '../../host/annotations';
import { COMMANDS } from '../../host/ids';
import { wordState } from '../../host/wording';

/** Tags, note, who and when; for a passage that changed, the old words. All words are plain text. */
export function annotationHover(
  document: TextDocument,
  { annotation, state, proposals }: LiveAnnotation,
  isVersion: boolean,
): MarkdownString {
  const text = new MarkdownString();
  const { tags, note, creator, created, target } = annotation;
  text
    .appendMarkdown('**')
    .appendText(tags.join(' · ') || l10n.t('no tags'))
    .appendMarkdown('**\n\n');
  if (isVersion) text.appendText(l10n.t('one of two versions')).appendMarkdown('\n\n');
  if (note) text.appendText(note).appendMarkdown('\n\n');
  if (!isAccepted(state)) {
    text.appendText(wordState(state)).appendMarkdown('\n\n');
    text.appendText(l10n.t('Was: {0}', target.exact)).appendMarkdown('\n\n');
    if (proposals[0]) text.appendText(l10n.t('Now: {0}', document.getText(proposals[0]))).appendMarkdown('\n\n');
  }
  const day = created?.slice(0, 10) ?? '';
  const by = [creator ?? '', day].filter(Boolean).join(' · ');
  if (by) text.appendText(by);
  return text;
}

/** What can be done with the annotation. Holds no words of the document: only these commands are trusted. */
export function annotationLinks(
  transcript: Uri,
  { annotation, state, proposals }: LiveAnnotation,
  isVersion: boolean,
): MarkdownString {
  const {
    keepThisVersion,
    keepBothVersions,
    compareVersions,
    editTags,
    addNote,
    deleteAnnotation,
    acceptProposal,
    compareWording,
    keepAsOrphan,
  } = COMMANDS;
  const links = new MarkdownString('', true);
  links.isTrusted = {
    enabledCommands: [
      keepThisVersion,
      keepBothVersions,
      compareVersions,
      editTags,
      addNote,
      deleteAnnotation,
      acceptProposal,
      compareWording,
      keepAsOrphan,
    ],
  };
  const link = (icon: string, words: string, command: string) => {
    const argument = encodeURIComponent(JSON.stringify([referenceToAnnotation(transcript, annotation.id)]));
    return `[$(${icon}) ${words}](command:${command}?${argument})`;
  };
  const versions = isVersion
    ? [
        link('check', l10n.t('Keep this version'), keepThisVersion),
        link('files', l10n.t('Keep both'), keepBothVersions),
        link('diff', l10n.t('Compare'), compareVersions),
      ]
    : [];
  const decide = isAccepted(state)
    ? []
    : [
        ...(proposals.length > 0 ? [link('check', l10n.t('Accept the text as it is now'), acceptProposal)] : []),
        link('diff', l10n.t('Compare'), compareWording),
        link('archive', l10n.t('Keep without a passage'), keepAsOrphan),
      ];
  return links.appendMarkdown(
    [
      ...versions,
      ...decide,
      link('tag', l10n.t('Edit tags'), editTags),
      link('note', l10n.t('Note'), addNote),
      link('trash', l10n.t('Delete'), deleteAnnotation),
    ].join(' &nbsp; '),
  );
}
