import { Disposable, LanguageStatusSeverity, l10n, languages } from 'vscode';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';

/** A language status item that says what finds words, once something has been asked of it. */
export function registerSegmenterStatus({ words }: Services): Disposable {
  let item: ReturnType<typeof languages.createLanguageStatusItem> | undefined;
  return Disposable.from(
    { dispose: () => item?.dispose() },
    words.onDidChangeStatus(({ kind, reason }) => {
      item ??= languages.createLanguageStatusItem('policyTranscripts.segmenter', { language: LANGUAGE });
      item.name = l10n.t('Word segmentation');
      item.text = kind === 'jieba' ? l10n.t('Words: dictionary (nodejieba)') : l10n.t('Words: built in');
      item.detail = reason === '' ? '' : l10n.t('rougher: nodejieba cannot run here');
      item.severity = reason === '' ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
      item.command = { command: COMMANDS.showLog, title: l10n.t('Show Log') };
    }),
  );
}
