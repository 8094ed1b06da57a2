import { commands, Disposable, l10n, StatusBarAlignment, window, workspace } from 'vscode';
import type { Decisions } from '../../host/decisions';
import { COMMANDS, INTERNAL_COMMANDS, SECTION } from '../../host/ids';
import { looksLikeTranscript } from './content';

/** A Markdown file that looks like a transcript is offered in the status bar, until somebody has answered. */
export function registerMarkdownOffer(decisions: Decisions): Disposable {
  const item = window.createStatusBarItem('policyTranscripts.offer', StatusBarAlignment.Right, 100);
  item.name = l10n.t('Policy Transcript');
  item.text = `$(comment-discussion) ${l10n.t('Read as Transcript?')}`;
  item.tooltip = l10n.t('This Markdown file looks like a transcript');
  item.command = INTERNAL_COMMANDS.answerOffer;
  const show = () => {
    const document = window.activeTextEditor?.document;
    const isOpen = document?.languageId === 'markdown' && decisions.get(document.uri.toString()) === undefined;
    if (isOpen && looksLikeTranscript(document.getText())) item.show();
    else item.hide();
  };
  show();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidOpenTextDocument(show),
    decisions.onDidChange(show),
    commands.registerCommand(INTERNAL_COMMANDS.answerOffer, async () => {
      const choices = [
        { label: l10n.t('Read as Transcript'), answer: () => commands.executeCommand(COMMANDS.treatAsTranscript) },
        { label: l10n.t('Read all Markdown transcripts of this workspace so'), answer: acceptAll },
        { label: l10n.t('Leave it as Markdown'), answer: () => commands.executeCommand(COMMANDS.treatAsPlainText) },
      ];
      await (await window.showQuickPick(choices, { title: item.tooltip as string }))?.answer();
    }),
  );
}

const acceptAll = () =>
  workspace.getConfiguration(SECTION).update('recogniseMarkdownFiles', true, !workspace.workspaceFolders);
