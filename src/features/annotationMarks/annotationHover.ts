import { l10n, MarkdownString, type TextDocument, type Uri } from 'vscode';
import { isAccepted } from '../../core/annotation/anchoring/anchored';
import type { Codebook } from '../../core/codebook/codebook';
import { referenceToAnnotation } from '../../host/annotationReference';
import type { LiveAnnotation } from '../../host/annotations';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import { wordState } from '../../host/wording';

/** Tags, note, notes on the tags, who and when; for a passage that changed, the old words. All words are plain text. */
export function annotationHover(
  document: TextDocument,
  { annotation, state, proposals }: LiveAnnotation,
  isVersion: boolean,
  codebook: Codebook,
): { heading: MarkdownString; text: MarkdownString } {
  const heading = new MarkdownString();
  const text = new MarkdownString();
  const { tags, note, creator, created, target } = annotation;
  heading
    .appendMarkdown('**')
    .appendText(tags.join(' · ') || l10n.t('no tags'))
    .appendMarkdown('**');
  if (isVersion) text.appendText(l10n.t('one of two versions')).appendMarkdown('\n\n');
  if (note) text.appendText(note).appendMarkdown('\n\n');
  for (const tag of tags) {
    const memo = engine().findTag(codebook, engine().resolveTag(codebook, tag) ?? tag)?.note;
    if (memo) text.appendText(l10n.t('{0}: {1}', tag, memo)).appendMarkdown('\n\n');
  }
  if (!isAccepted(state)) {
    text.appendText(wordState(state)).appendMarkdown('\n\n');
    text.appendText(l10n.t('Was: {0}', target.exact)).appendMarkdown('\n\n');
    if (proposals[0]) text.appendText(l10n.t('Now: {0}', document.getText(proposals[0]))).appendMarkdown('\n\n');
  }
  const day = created?.slice(0, 10) ?? '';
  const by = [creator ?? '', day].filter(Boolean).join(' · ');
  if (by) text.appendText(by);
  return { heading, text };
}

type Link = readonly [icon: string, words: string, command: string];

/** What can be done with the annotation. Holds no words of the document: only these commands are trusted. */
export function annotationLinks(transcript: Uri, live: LiveAnnotation, isVersion: boolean): MarkdownString {
  const links: Link[] = [
    ...(isVersion ? versionLinks() : []),
    ...(isAccepted(live.state) ? [] : decisionLinks(live)),
    ['tag', l10n.t('Edit tags'), COMMANDS.editTags],
    ['note', l10n.t('Note'), COMMANDS.addNote],
    ...(live.annotation.tags.length > 0 ? [['search', l10n.t('Explore…'), COMMANDS.explore] satisfies Link] : []),
    ['trash', l10n.t('Delete'), COMMANDS.deleteAnnotation],
  ];
  const argument = encodeURIComponent(JSON.stringify([referenceToAnnotation(transcript, live.annotation.id)]));
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands: links.map(([, , command]) => command) };
  return text.appendMarkdown(
    links.map(([icon, words, command]) => `[$(${icon}) ${words}](command:${command}?${argument})`).join(' &nbsp; '),
  );
}

const versionLinks = (): Link[] => [
  ['check', l10n.t('Keep this version'), COMMANDS.keepThisVersion],
  ['files', l10n.t('Keep both'), COMMANDS.keepBothVersions],
  ['diff', l10n.t('Compare'), COMMANDS.compareVersions],
];

const decisionLinks = ({ proposals }: LiveAnnotation): Link[] => [
  ...(proposals.length > 0
    ? [['check', l10n.t('Accept the text as it is now'), COMMANDS.acceptProposal] satisfies Link]
    : []),
  ['diff', l10n.t('Compare'), COMMANDS.compareWording],
  ['archive', l10n.t('Keep without a passage'), COMMANDS.keepAsOrphan],
];
